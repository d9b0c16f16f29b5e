import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { ActionSlot, BannerSlot } from '#renderer/app/slots.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Figure, ProgressBar, Reading } from '#renderer/ui/figure.tsx';
import { LiveChart } from '#renderer/ui/live-chart.tsx';
import type { ChartSample } from '#renderer/ui/live-chart-data.ts';
import { Pane, Panes, SidePane } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import styles from './gallery.module.css';
import { SampleDonor } from './gallery-parts.tsx';

const START = Date.UTC(2026, 10, 22, 5, 37);
const minutes = (count: number): number => START + count * 60_000;

/** Three draws and two returns, then a rising pressure, as a machine sends them. */
function sampleRun(): ChartSample[] {
  return Array.from({ length: 169 }, (_, index) => {
    const at = index / 6;
    const cycle = Math.min(2, Math.floor(at / 9.4));
    const inCycle = at - cycle * 9.4;
    const drawing = inCycle < 6.1;
    const volumeMl = Math.round(cycle * 82 + Math.min(inCycle, 6.1) * 13.4 + (cycle === 2 ? 2 : 0));
    const ripple = Math.sin(index) * 4;
    const pressureMmHg = at > 27.4 ? 186 : Math.round((drawing ? -40 : 95) + ripple);
    return { at: minutes(at), volumeMl: Math.min(volumeMl, 248), pressureMmHg };
  });
}

type Vitals = { time: string; bp: string; pulse: number; said: string };

function VitalsSide(): ReactElement {
  const { t } = useTranslation('gallery');
  const rows: Vitals[] = [
    { time: '14:00', bp: '114/72', pulse: 78, said: t('frame.none') },
    { time: '13:50', bp: '116/74', pulse: 76, said: t('frame.tingling') },
    { time: '13:35', bp: '118/76', pulse: 72, said: t('frame.before') },
  ];
  return (
    <SidePane
      padded={false}
      foot={
        <div className={styles['acts']}>
          <Button look="primary" keyCap="F4">
            {t('density.vitals')}
          </Button>
          <Button look="danger" keyCap="F7">
            {t('frame.reaction')}
          </Button>
          <Button>{t('frame.treat')}</Button>
          <Button>{t('frame.stopEarly')}</Button>
        </div>
      }
    >
      <div className={styles['next']}>
        <Figure
          label={t('frame.nextVitals')}
          value="04:12"
          size="countdown"
          note={t('frame.vitalsNote')}
        />
      </div>
      <Table
        label={t('density.vitals')}
        rows={rows}
        rowId={(row) => row.time}
        tight
        columns={[
          { id: 'time', header: t('frame.time'), cell: (row) => row.time },
          { id: 'bp', header: t('frame.pressure'), cell: (row) => row.bp, numeric: true },
          { id: 'pulse', header: t('frame.pulse'), cell: (row) => row.pulse, numeric: true },
          { id: 'said', header: t('frame.complaint'), cell: (row) => row.said },
        ]}
      />
    </SidePane>
  );
}

function useSampleStation(): void {
  const { t } = useTranslation(['gallery', 'app', 'kit']);
  useEffect(() => {
    useStation.setState({
      place: '海河血液中心',
      room: '采浆一室',
      facts: { storage: { icon: 'storage', text: t('app:storage.stored') } },
      alarms: [
        {
          id: 'sample',
          lead: t('kit:alarm.relayed'),
          items: [
            { strong: t('frame.high'), text: t('frame.highText') },
            { strong: '00:42', text: t('frame.paused') },
          ],
          end: t('frame.act'),
        },
      ],
    });
    return () => useStation.setState({ alarms: [], facts: {} });
  }, [t]);
}

/** The running screen drawn from invented data, to look at frame and chart together. */
export function RunSample(): ReactElement {
  const { t } = useTranslation('gallery');
  const samples = useMemo(sampleRun, []);
  useSampleStation();
  useCommand({
    id: 'sample.recheck',
    keys: 'F5',
    label: t('frame.recheck'),
    bar: true,
    run: () => undefined,
  });
  useCommand({
    id: 'sample.remark',
    keys: 'F10',
    label: t('frame.remark'),
    bar: true,
    run: () => undefined,
  });
  const events = [
    { at: minutes(0), kind: 'needle' as const, label: t('frame.needle') },
    { at: minutes(9.3), kind: 'return' as const, label: t('frame.return1') },
    { at: minutes(13), kind: 'vitals' as const, label: t('frame.vitalsEvent') },
    { at: minutes(18.6), kind: 'return' as const, label: t('frame.return2') },
    { at: minutes(23), kind: 'vitals' as const, label: t('frame.vitalsEvent') },
    { at: minutes(27.4), kind: 'alarm' as const, label: t('frame.alarm') },
    { at: minutes(32), kind: 'next' as const, label: t('frame.nextEvent') },
  ];
  return (
    <>
      <BannerSlot>
        <SampleDonor />
      </BannerSlot>
      <Panes density="bedside">
        <Pane>
          <div className={styles['figs']}>
            <Figure label={t('frame.collected')} value="248" unit="/ 400 mL" size="large" />
            <div className={styles['readings']}>
              <Reading label={t('frame.elapsed')} value="28:14" />
              <Reading label={t('frame.end')} value="14:21" />
              <Reading label={t('frame.cycle')} value="3" unit="/ 5" />
              <Reading label={t('frame.flow')} value="0" unit="mL/min" />
              <Reading label={t('frame.anticoagulant')} value="27" unit="mL" secondary />
            </div>
          </div>
          <div className={styles['runBar']}>
            <ProgressBar
              label={t('frame.collected')}
              value={248}
              max={400}
              unit="mL"
              band={{ low: 380, high: 400 }}
            />
          </div>
          <div className={styles['run']}>
            <LiveChart
              samples={samples}
              events={events}
              from={minutes(0)}
              to={minutes(48)}
              targetMl={400}
              bandMl={[380, 410]}
              pressureLimit={150}
              projectedEnd={minutes(44)}
              timeText={(at) => timeText(at, 'Asia/Shanghai')}
            />
          </div>
        </Pane>
        <VitalsSide />
      </Panes>
      <ActionSlot>{t('frame.connected')}</ActionSlot>
    </>
  );
}

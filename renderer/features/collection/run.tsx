import type { TFunction } from 'i18next';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { ActionSlot, BannerSlot } from '#renderer/app/slots.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Figure, ProgressBar, Reading } from '#renderer/ui/figure.tsx';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import styles from './collection.module.css';
import { DonorHead } from './donor-head.tsx';
import { useLive } from './live-store.ts';
import { RunCurve } from './run-curve.tsx';
import { type RunDialog, RunDialogs } from './run-dialogs.tsx';
import { RunFlags } from './run-flags.tsx';
import type { RunView } from './run-marks.ts';
import { useRunScan } from './run-scan.ts';
import { useRunSeries } from './run-series.ts';
import { RunSide } from './run-side.tsx';
import { elapsedMs, minutesText, projectedEnd } from './time-words.ts';
import { useArrival } from './use-arrival.ts';

/** The one run of the path, or the run that is on where the path names none. */
export function Runs(): ReactElement {
  const { t } = useTranslation('collection');
  const strip = useStationQuery('collection.strip', {});
  const first = strip.data?.[0]?.din;
  useEffect(() => {
    if (first !== undefined) go(`/runs/${first}`);
  }, [first]);
  if (strip.data === undefined) return <QueryState error={strip.error} />;
  return <EmptyState icon="drop" title={t('rail.run')} fill={t('run.none')} />;
}

/** A live draw: volume, target band, pressure and events on one axis; vitals and acts beside it. */
export function Run(): ReactElement {
  const { din = '' } = useRouteParams();
  const run = useStationQuery('collection.run', { din });
  if (run.data === undefined) return <QueryState error={run.error} />;
  return <RunScreen key={din} view={run.data} />;
}

function RunScreen(props: { view: RunView }): ReactElement {
  const { t } = useTranslation('collection');
  const { view } = props;
  const [dialog, setDialog] = useState<RunDialog>(undefined);
  const zone = useStation((state) => state.zone);
  const now = useNow();
  const series = useRunSeries(view.din);
  const link = useLive((state) => state.links[view.deviceId]);
  const startedAt = Date.parse(view.startedAt);
  const told = series.newest?.machineMl ?? series.samples.at(-1)?.volumeMl ?? 0;
  // A figure that was keyed while the link is lost stands before what came over it.
  const volume = Math.max(told, view.machineMl ?? 0);
  const at = series.samples.at(-1)?.at ?? now;
  const endedAt = view.machineEndedAt === null ? undefined : Date.parse(view.machineEndedAt);
  const end =
    endedAt === undefined
      ? projectedEnd(series.samples[0]?.at ?? startedAt, at, volume, view.targetMl)
      : undefined;
  useRunAlarms(view, now);
  useRunScan(view);
  useArrival(view.reactions);
  useRunKeys(view, setDialog);
  return (
    <>
      <BannerSlot>
        <DonorHead
          person={view.person}
          flags={
            <RunFlags
              view={view}
              now={now}
              plasmaMl={volume - (series.newest?.acMl ?? view.acMl ?? 0)}
            />
          }
        />
      </BannerSlot>
      <Panes density="bedside">
        <Pane>
          <div className={styles['runPane']}>
            {view.interruption === 'machineRestarted' ? (
              <Banner
                tone="danger"
                title={t('run.restarted')}
                actions={<Button onPress={() => setDialog('restart')}>{t('run.intervene')}</Button>}
              />
            ) : null}
            <div className={styles['figs']}>
              <Figure
                label={t('run.collected', { chair: t('board.chair', { code: view.chair }) })}
                value={String(volume)}
                unit={`/ ${view.targetMl} mL`}
                size="large"
              />
              <div className={styles['readings']}>
                <Reading label={t('run.elapsed')} value={minutesText(elapsedMs(view, now))} />
                <Reading
                  label={t('run.endsAt')}
                  value={end === undefined ? '—' : timeText(end, zone)}
                />
                <Reading
                  label={t('run.cycle')}
                  value={String(series.newest?.cycle ?? view.cycle ?? '—')}
                  unit={phaseUnit(view, series.newest?.phase)}
                />
                <Reading
                  label={t('run.flow')}
                  value={String(series.newest?.flowMlPerMin ?? '—')}
                  unit="mL/min"
                />
                <Reading
                  label={t('run.ac')}
                  value={String(series.newest?.acMl ?? view.acMl ?? '—')}
                  unit="mL"
                  secondary
                />
              </div>
            </div>
            <div className={styles['runBar']}>
              <ProgressBar
                label={t('run.volume')}
                value={volume}
                max={view.targetMl}
                unit="mL"
                band={{ low: view.targetMl * 0.95, high: view.targetMl }}
              />
            </div>
            <div className={styles['run']}>
              <RunCurve
                view={view}
                samples={series.samples}
                gaps={series.gaps}
                at={endedAt ?? at}
                end={end}
              />
            </div>
          </div>
        </Pane>
        <RunSide
          view={view}
          zone={zone}
          hasNoLink={!view.linked || isDown(link)}
          onAct={setDialog}
        />
      </Panes>
      <ActionSlot>{linkWords(view, link, series.seconds, t)}</ActionSlot>
      <RunDialogs view={view} open={dialog} onDone={setDialog} />
    </>
  );
}

function phaseUnit(view: RunView, phase: string | undefined): string {
  const word = phase ?? view.phase;
  const planned = view.cyclesPlanned === null ? '' : `/ ${view.cyclesPlanned} `;
  return word === null ? planned : `${planned}${codeWord(['collection:run.phase'], word)}`;
}

function isDown(link: string | undefined): boolean {
  return link === 'lost' || link === 'fault';
}

function linkWords(
  view: RunView,
  link: string | undefined,
  seconds: number,
  t: TFunction<'collection'>,
): string {
  const device = view.device;
  if (view.machineEndedAt !== null) return '';
  if (!view.linked) return t('run.linkNone', { device });
  if (isDown(link)) return t('run.linkLost', { device });
  return t('run.linkOpen', { device, seconds: seconds.toLocaleString('en-US') });
}

/** The relayed alarms of this run in the amber strip under the banner. */
function useRunAlarms(view: RunView, now: number): void {
  const { t } = useTranslation('collection');
  const shown = view.state === 'running' ? view.alarms : [];
  const key = JSON.stringify(shown);
  const minute = Math.trunc(now / 1000);
  useEffect(() => {
    const alarms = (JSON.parse(key) as RunView['alarms']).map((alarm) => ({
      id: `${alarm.code} ${alarm.at}`,
      lead: t('run.relayedAlarm'),
      items: [
        {
          strong: codeWord(['collection:alarmCode'], alarm.code),
          text:
            alarm.measured === null
              ? ''
              : `${alarm.measured} mmHg，${t('run.limit', { limit: alarm.limit ?? '—' })}`,
        },
        {
          strong: minutesText(minute * 1000 - Date.parse(alarm.at)),
          text: codeWord(['collection:run.action'], alarm.action),
        },
      ],
      end: t('run.alarmAdvice'),
    }));
    useStation.setState({ alarms });
    return () => useStation.setState({ alarms: [] });
  }, [key, minute, t]);
}

function useRunKeys(view: RunView, open: (dialog: RunDialog) => void): void {
  const { t } = useTranslation('collection');
  const running = view.state === 'running';
  useCommand({
    id: 'run.vitals',
    keys: 'F4',
    label: t('run.takeVitals'),
    bar: true,
    disabled: !running,
    run: () => open('vitals'),
  });
  useCommand({
    id: 'run.reaction',
    keys: 'F7',
    label: t('run.reaction'),
    bar: true,
    run: () => open('reaction'),
  });
  useCommand({
    id: 'run.chairs',
    keys: 'F6',
    label: t('run.otherChairs'),
    bar: true,
    run: () => go('/chairs'),
  });
}

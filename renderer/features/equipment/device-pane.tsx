import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useClient } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { refusalText } from '#renderer/app/refusals.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { dailyItems } from '#shared/features/equipment/rules.ts';
import styles from './admin.module.css';
import { type Device, DeviceTag, TestButton } from './devices.tsx';
import { DriverSection } from './driver-section.tsx';
import { LineDialog } from './line-dialog.tsx';

/** One device: facts, test, test label of a label printer, daily check. */
export function DevicePane(props: { device: Device; onEdit: () => void }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { device } = props;
  const zone = useStation((state) => state.zone);
  const [lineShown, setLineShown] = useState(false);
  const at = device.testedAt === null ? undefined : Date.parse(device.testedAt);
  return (
    <SidePane
      title={device.name}
      note={device.code}
      foot={
        <Row>
          <Button onPress={props.onEdit}>{t('devices.edit')}</Button>
          {hasLine(device) ? (
            <Button onPress={() => setLineShown(true)}>{t('line.open')}</Button>
          ) : null}
          <TestButton device={device} />
        </Row>
      }
    >
      <Stack>
        <Facts
          items={[
            { name: t('common.kind'), value: t(`equipment:kind.${device.kind}`) },
            {
              name: t('devices.link'),
              value: `${t(`equipment:linkKind.${device.link.kind}`)} ${device.link.address}`,
            },
            {
              name: t('devices.now'),
              value: (
                <span className={styles['wrap']}>
                  <DeviceTag device={device} />
                </span>
              ),
            },
            {
              name: t('devices.last'),
              value: at === undefined ? '—' : `${dateText(at, zone)} ${timeText(at, zone)}`,
            },
            { name: t('devices.model'), value: device.model || '—' },
            { name: t('devices.serial'), value: device.serial || '—' },
            { name: t('devices.chair'), value: device.chairName ?? t('devices.anywhere') },
          ]}
        />
        <LinkTrouble device={device} />
        {device.kind === 'labelPrinter' ? <TestLabel device={device} /> : null}
        <DriverSection device={device} />
        <DailyCheck device={device} />
        {lineShown ? <LineDialog device={device} onClose={() => setLineShown(false)} /> : null}
      </Stack>
    </SidePane>
  );
}

/** Printers have no line that a driver keeps open. */
function hasLine({ kind, link }: Device): boolean {
  const isPrinter = kind === 'labelPrinter' || kind === 'paperPrinter';
  return !isPrinter && ['serial', 'tcp', 'tcpListen'].includes(link.kind);
}

/** Why nothing is heard on the line and what to do about it; nothing while all is well. */
function LinkTrouble(props: { device: Device }): ReactElement | null {
  const { t, i18n } = useTranslation(['admin', 'equipment']);
  const { active, live } = props.device;
  const isTrouble = live?.state === 'lost' || live?.state === 'silent';
  if (!active || !isTrouble || live.said === null) return null;
  return (
    <Banner
      tone={live.state === 'lost' ? 'danger' : 'warn'}
      title={t(`equipment:linkState.${live.state}`)}
    >
      {i18n.language === 'en' ? live.said.en : live.said.zh}
    </Banner>
  );
}

/** The printed test label is scanned back here: printer, paper and scanner in one proof. */
function TestLabel(props: { device: Device }): ReactElement {
  const { t } = useTranslation('admin');
  const client = useClient();
  const { device } = props;
  const zone = useStation((state) => state.zone);
  useScan('step', async (scan) => {
    if (scan.tokens[0]?.kind !== 'device') return 'pass';
    const { deviceId, name } = device;
    const answer = await client.command('equipment.readTestLabel', { deviceId, scanned: scan.raw });
    if (answer.status === 'ok')
      return { verdict: 'ok', text: t('devices.testLabelRead', { name }) };
    const [reason] = answer.status === 'refused' ? answer.reasons : [];
    return { verdict: 'caution', text: refusalText(reason ?? { code: 'app.noAnswer' }).title };
  });
  const at = device.labelReadAt === null ? undefined : Date.parse(device.labelReadAt);
  return (
    <section className={styles['section']} aria-label={t('devices.testLabel')}>
      {at === undefined ? (
        <Banner tone="info" title={t('devices.testLabelTodo')} />
      ) : (
        <StatusTag kind="ok">
          {t('devices.testLabelDone', { time: `${dateText(at, zone)} ${timeText(at, zone)}` })}
        </StatusTag>
      )}
    </section>
  );
}

/** Every item looked at; what is not ticked is recorded as failed. */
function DailyCheck(props: { device: Device }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { device } = props;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const check = useAnnouncedAct('equipment.checkDevice', () => t('devices.checkDone'));
  const names = dailyItems(device.kind);
  const submit = (): void => {
    const items = names.map((item) => ({ item, ok: ticked.includes(item) }));
    check.run({ deviceId: device.deviceId, items });
  };
  return (
    <section className={styles['section']} aria-label={t('devices.check')}>
      <h3>{t('devices.check')}</h3>
      <StatusTag kind={device.checkedToday ? 'ok' : 'waiting'}>
        {device.checkedToday ? t('devices.checkedToday') : t('devices.notChecked')}
      </StatusTag>
      <p className={styles['quiet']}>{t('devices.checkAll')}</p>
      <div className={styles['checks']}>
        {names.map((item) => (
          <Checkbox
            key={item}
            checked={ticked.includes(item)}
            onChange={(on) => setTicked(on ? [...ticked, item] : ticked.filter((x) => x !== item))}
          >
            {codeWord(['equipment:checkItem'], item)}
          </Checkbox>
        ))}
      </div>
      <Button busy={check.busy} onPress={submit}>
        {t('devices.check')}
      </Button>
      <OutcomePanel outcome={check.outcome} />
    </section>
  );
}

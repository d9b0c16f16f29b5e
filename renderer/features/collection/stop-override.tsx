import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import { clearWrong, useScan } from '#renderer/app/scan-router.ts';
import type { StandingWrong } from '#renderer/app/wrong-control.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { STOP_REASONS } from '#shared/features/collection/words.ts';
import styles from './collection.module.css';

type StopReason = (typeof STOP_REASONS)[number];

/**
 * The other way out of a full-screen stop: a supervisor or releaser with badge, PIN and reason. It is
 * counted; the code that stopped the screen stays refused. Nobody there: refused with the safe step.
 */
export function StopOverride(props: { wrong: StandingWrong }): ReactElement {
  const { t } = useTranslation('collection');
  const [badge, setBadge] = useState<string | undefined>(undefined);
  const [reasonCode, setReasonCode] = useState<StopReason | undefined>(undefined);
  const [pin, setPin] = useState('');
  const { act, outcome, busy } = useAct('collection.overrideStop');
  const today = useStationQuery('collection.stopsToday', {});
  useScan('overlay', (scan) => {
    const scanned = badgeOf(scan);
    if (scanned === undefined) return 'pass';
    setBadge(scanned);
    return { verdict: 'notNeeded', text: t('stop.second') };
  });
  const { code, expected, scanned } = props.wrong;
  const ask = async (second: { badge: string; pin: string } | undefined): Promise<void> => {
    const input = {
      code: code.slice(0, 60),
      expected: expected.code.slice(0, 60),
      scanned: scanned.code.slice(0, 60),
      reasonCode: reasonCode ?? 'stepAbandoned',
    };
    setPin('');
    const done = await act(input, second === undefined ? {} : { proof: { second } });
    if (done === undefined) return;
    announce('ok', t('stop.done'));
    clearWrong();
  };
  const complete = badge !== undefined && badge !== '' && pin !== '' && reasonCode !== undefined;
  const lift = (): void => {
    if (complete) void ask({ badge, pin });
  };
  const refusal = outcome?.status === 'refused' ? outcome.reasons[0] : undefined;
  return (
    <div className={styles['stopPanel']}>
      <Stack gap="small">
        {badge === undefined ? (
          <Row>
            <Button onPress={() => setBadge('')}>{t('stop.type')}</Button>
            <Button busy={busy} onPress={() => void ask(undefined)}>
              {t('stop.nobody')}
            </Button>
          </Row>
        ) : (
          <>
            <Segmented
              label={t('stop.reason')}
              value={reasonCode}
              onChange={setReasonCode}
              choices={STOP_REASONS.map((value) => ({ value, label: t(`stop.reasons.${value}`) }))}
            />
            <Row columns={3}>
              <TextField
                label={t('stop.second')}
                value={badge}
                onChange={(text) => setBadge(text.trim())}
                code
              />
              <PinField label={t('stop.pin')} value={pin} onChange={setPin} onSubmit={lift} />
              <Button look="primary" busy={busy} disabled={!complete} onPress={lift}>
                {t('stop.act')}
              </Button>
            </Row>
          </>
        )}
        {refusal === undefined ? null : (
          <p role="status" className={styles['stopRefused']}>
            {refusalText(refusal).title}
          </p>
        )}
        {today.data === undefined ? null : (
          <p className={styles['stopCount']}>{t('stop.today', { count: today.data.count })}</p>
        )}
      </Stack>
    </div>
  );
}

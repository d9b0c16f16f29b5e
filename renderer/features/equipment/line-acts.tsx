import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { CAPTURE_REASONS } from '#shared/features/equipment/contract-lines.ts';
import styles from './admin.module.css';
import type { Device } from './devices.tsx';
import type { Line } from './line-dialog.tsx';
import own from './lines.module.css';

/** Port, cable and settings proved with a loop plug. */
export function LoopTest(props: { device: Device }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const { deviceId } = props.device;
  const test = useAnnouncedAct('equipment.testLoop', ({ detail }) =>
    codeWord(['equipment:detail'], detail),
  );
  const found = test.outcome?.status === 'ok' ? test.outcome.value : undefined;
  return (
    <section aria-label={t('line.loop')}>
      <h3>{t('line.loop')}</h3>
      <p className={styles['quiet']}>{t('line.loopNote')}</p>
      <Button busy={test.busy} onPress={() => test.run({ deviceId })}>
        {t('line.loop')}
      </Button>
      {found === undefined ? null : (
        <Banner
          tone={found.ok ? 'ok' : 'warn'}
          title={codeWord(['equipment:detail'], found.detail)}
          code={found.detail}
        />
      )}
      <OutcomePanel outcome={test.outcome} />
    </section>
  );
}

type Reason = (typeof CAPTURE_REASONS)[number];

/** Everything on the line into an encrypted file, for a named reason; its key is shown this once. */
export function LineCapture(props: { device: Device; line: Line }): ReactElement {
  const { t } = useTranslation(['admin', 'equipment']);
  const zone = useStation((state) => state.zone);
  const { device, line } = props;
  const { deviceId } = device;
  const [reason, setReason] = useState<Reason | undefined>(undefined);
  const begin = useAnnouncedAct('equipment.captureLine', () => t('line.begun'));
  const end = useAnnouncedAct('equipment.endCapture', () => t('line.ended'));
  const key = begin.outcome?.status === 'ok' ? begin.outcome.value.key : undefined;
  const { capture } = line;
  return (
    <section aria-label={t('line.capture')}>
      <h3>{t('line.capture')}</h3>
      <p className={styles['quiet']}>{t('line.captureNote')}</p>
      {key === undefined ? null : (
        <Banner tone="info" title={t('line.key')}>
          <span className={own['key']}>{key}</span>
        </Banner>
      )}
      {capture === null ? (
        <>
          <RadioGroup
            label={t('line.reason')}
            value={reason}
            onChange={setReason}
            choices={CAPTURE_REASONS.map((value) => ({
              value,
              label: t(`equipment:captureReason.${value}`),
            }))}
          />
          <Signature
            label={t('line.begin')}
            busy={begin.busy}
            {...(reason === undefined ? { missing: t('line.reasonMissing') } : {})}
            onSign={(proof) => {
              if (reason !== undefined) begin.run({ deviceId, reason }, { proof });
            }}
          />
          <OutcomePanel outcome={begin.outcome} />
        </>
      ) : (
        <>
          <p>
            {t('line.running', {
              file: capture.file,
              bytes: capture.bytes,
              until: timeText(Date.parse(capture.until), zone),
            })}
          </p>
          <Button busy={end.busy} onPress={() => end.run({ deviceId })}>
            {t('line.end')}
          </Button>
          <OutcomePanel outcome={end.outcome} />
        </>
      )}
    </section>
  );
}

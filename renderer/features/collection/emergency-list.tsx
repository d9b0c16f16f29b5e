import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { EMERGENCY_STEPS } from '#shared/features/collection/reaction-words.ts';
import styles from './reactions.module.css';
import type { OpenReaction } from './reactions.tsx';

type Cells = 'yes' | 'no' | 'partly';

/** A severe reaction under its row: the list, and where she is taken. */
export function Emergency({ row }: { row: OpenReaction }): ReactElement {
  return (
    <div className={styles['emergency']}>
      <EmergencyList row={row} />
      <Transfer row={row} />
    </div>
  );
}

/** The list of a severe reaction: one tap a line, with its time; the stop asks for the red cells. */
function EmergencyList({ row }: { row: OpenReaction }): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const { act, outcome } = useAct('collection.takeEmergencyStep');
  const { reactionId, steps, running } = row;
  const isStopped = steps.some((each) => each.step === 'runStopped');
  return (
    <Stack gap="small">
      <b>{t('react.list')}</b>
      {running && !isStopped ? <Banner tone="danger" title={t('react.stillRuns')} /> : null}
      {isStopped ? null : (
        <Segmented<Cells>
          label={t('react.cells')}
          value={undefined}
          onChange={(redCellsReturned) =>
            void act({ reactionId, step: 'runStopped', redCellsReturned })
          }
          choices={(['yes', 'no', 'partly'] as const).map((value) => ({
            value,
            label: t(`yesNoPartly.${value}`),
          }))}
        />
      )}
      <ul className={styles['list']} aria-label={t('react.list')}>
        {EMERGENCY_STEPS.map((step) => {
          const taken = steps.find((each) => each.step === step);
          if (taken === undefined && step === 'runStopped') return null;
          return (
            <li key={step}>
              {taken === undefined ? (
                <Button wide onPress={() => void act({ reactionId, step })}>
                  {t(`react.step.${step}`)}
                </Button>
              ) : (
                <span className={styles['done']}>
                  <Glyph shape="tick" size={18} />
                  {t(`react.step.${step}`)}
                  <small>
                    {timeText(Date.parse(taken.at), zone)} · {taken.by}
                  </small>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

/** Where she was taken, by whom she was received, and when. */
export function Transfer({ row }: { row: OpenReaction }): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const { act, outcome, busy } = useAct('collection.transferDonor');
  const [receiver, setReceiver] = useState('');
  const { reactionId, transfer } = row;
  if (transfer !== null) {
    const time = timeText(Date.parse(transfer.at), zone);
    return (
      <Banner tone="ok" title={t('react.transferred', { time, receiver: transfer.receiver })} />
    );
  }
  return (
    <Stack gap="small">
      <TextField label={t('react.receiver')} value={receiver} onChange={setReceiver} />
      <Button
        busy={busy}
        disabledReason={receiver.trim() === '' ? t('react.receiver') : undefined}
        onPress={() => void act({ reactionId, receiver: receiver.trim() })}
      >
        {t('react.transfer')}
      </Button>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

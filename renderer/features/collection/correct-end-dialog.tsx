import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import styles from './collection.module.css';
import { CorrectDialog, type Correction } from './correct-dialog.tsx';
import { EndChoices } from './end-choices.tsx';
import type { RunView } from './run-marks.ts';
import { STOP_REASONS, type StopReason } from './stop-reasons.ts';

/** The end of a collection typed anew: weighed once more, reason, read back by a second person. */
export function CorrectEndDialog(props: { view: RunView; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { view, onDone } = props;
  const { act, outcome, busy } = useAct('collection.correctEnd');
  const [gross, setGross] = useState<number | undefined>(undefined);
  const [tare, setTare] = useState<number | undefined>(undefined);
  const [machineMl, setMachineMl] = useState<number | undefined>(view.machineMl ?? undefined);
  const [acMl, setAcMl] = useState<number | undefined>(view.acMl ?? undefined);
  const [stopReason, setStopReason] = useState(
    STOP_REASONS.find((reason): reason is StopReason => reason === view.stopReason),
  );
  const [cells, setCells] = useState(view.redCellsReturned ?? undefined);
  const missing =
    gross === undefined ? t('end.gross') : tare === undefined ? t('end.tare') : undefined;
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (gross === undefined || tare === undefined) return;
    if (stopReason === undefined || cells === undefined) return;
    const keyed = view.endKeyed
      ? {
          ...(machineMl === undefined ? {} : { machineMl }),
          ...(acMl === undefined ? {} : { acMl }),
        }
      : {};
    const figures = { grossGrams: gross, tareGrams: tare, ...keyed };
    const input = { din: view.din, ...figures, stopReason, redCellsReturned: cells, code };
    const call = { proof: { second }, expects: { [view.din]: view.version } };
    const done = await act(input, call);
    if (done === undefined) return;
    if (done.heldForVariance) announce('caution', t('correct.heldVariance'));
    onDone();
  };
  return (
    <CorrectDialog
      title={t('correct.end')}
      missing={missing}
      busy={busy}
      outcome={outcome}
      onStay={onDone}
      onCorrect={correct}
    >
      <p>{t('correct.endNote')}</p>
      <div className={styles['choices']}>
        <NumberField label={t('end.gross')} unit="g" value={gross} onChange={setGross} autoFocus />
        <NumberField label={t('end.tare')} unit="g" value={tare} onChange={setTare} />
      </div>
      {view.endKeyed ? (
        <div className={styles['choices']}>
          <NumberField
            label={t('end.machineMl')}
            unit="mL"
            value={machineMl}
            onChange={setMachineMl}
          />
          <NumberField label={t('end.acMl')} unit="mL" value={acMl} onChange={setAcMl} />
        </div>
      ) : (
        <p>{t('correct.machinesOwn')}</p>
      )}
      <div className={styles['choices']}>
        <EndChoices
          stopReason={stopReason}
          cells={cells}
          onStopReason={setStopReason}
          onCells={setCells}
        />
      </div>
    </CorrectDialog>
  );
}

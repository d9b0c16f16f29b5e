import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { CorrectDialog, type Correction } from '#renderer/features/collection/correct-dialog.tsx';
import { BagFields, type Intake, useBagDraft } from './bag-fields.tsx';

/** The intake of a bag typed anew before a second person; possible until the bag is split. */
export function CorrectBag(props: {
  data: Intake;
  bag: NonNullable<Intake['bag']>;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, onDone } = props;
  const { netGrams, leak, haemolysis, colourOk } = props.bag;
  const command = useStationCommand('laboratory.correctIntake');
  const bag = useBagDraft({ netGrams, leak, haemolysis, colourOk });
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (bag.seen === undefined) return;
    const input = { din: data.din, ...bag.seen, code };
    const outcome = await command.mutateAsync({ input, call: { proof: { second } } });
    if (outcome.status === 'ok') onDone();
  };
  return (
    <CorrectDialog
      title={t('ui.intake.correct')}
      missing={bag.seen === undefined ? t('ui.intake.missing') : undefined}
      busy={command.isPending}
      outcome={command.data}
      onStay={onDone}
      onCorrect={correct}
    >
      <BagFields data={data} bag={bag} />
    </CorrectDialog>
  );
}

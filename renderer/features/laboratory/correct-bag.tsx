import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { type CorrectCode, CorrectReason } from '#renderer/features/collection/correct-reason.tsx';
import { type Second, SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
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
  const [code, setCode] = useState<CorrectCode | undefined>(undefined);
  const save = async (second: Second): Promise<void> => {
    if (bag.seen === undefined || code === undefined) return;
    const input = { din: data.din, ...bag.seen, code };
    const outcome = await command.mutateAsync({ input, call: { proof: { second } } });
    if (outcome.status === 'ok') onDone();
  };
  const isComplete = bag.seen !== undefined && code !== undefined;
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('ui.intake.correct')}
      stay={{ label: t('ui.intake.keep'), onPress: onDone }}
    >
      <Stack>
        <BagFields data={data} bag={bag} />
        <CorrectReason value={code} onChange={setCode} />
        <SecondPerson
          label={t('ui.intake.correct')}
          who={t('ui.intake.second')}
          busy={command.isPending}
          missing={isComplete ? undefined : t('ui.intake.missing')}
          onProof={(second) => void save(second)}
        />
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Correcting } from './matrix.tsx';
import { type Draft, ReadingFields, readingOf } from './reading-fields.tsx';
import { SignFields, useSigning } from './sign.tsx';

/** Corrects a reading by a new one: reason, own PIN, second person. */
export function CorrectDialog(props: {
  correcting: Correcting;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  const { test, resultId } = props.correcting;
  const command = useStationCommand('laboratory.correctResult');
  const signing = useSigning(true);
  const [draft, setDraft] = useState<Draft>({});
  const [why, setWhy] = useState('');
  const reading = readingOf(test.kind, draft);
  const missing =
    reading === undefined
      ? t('ui.entry.incomplete')
      : why.trim().length < 2
        ? t('ui.matrix.why')
        : signing.missing;
  const act = async (): Promise<void> => {
    if (reading === undefined || missing !== undefined) return;
    const outcome = await command.mutateAsync({
      input: { resultId, reading, why: why.trim() },
      call: { expects: { [resultId]: 1 }, proof: signing.proof() },
    });
    if (outcome.status === 'ok') props.onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('ui.matrix.correctTitle')}
      stay={{ label: t('ui.close'), onPress: props.onClose }}
      act={{
        label: t('ui.matrix.correct'),
        danger: true,
        busy: command.isPending,
        disabledReason: missing,
        onPress: () => void act(),
      }}
    >
      <Stack>
        <ReadingFields kind={test.kind} draft={draft} onChange={setDraft} />
        <TextField label={t('ui.matrix.why')} value={why} onChange={setWhy} />
        <SignFields signing={signing} withSecond onSubmit={() => undefined} />
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
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
  const command = useAct('laboratory.correctResult');
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
    const call = { expects: { [resultId]: 1 }, proof: signing.proof() };
    const corrected = await command.act({ resultId, reading, why: why.trim() }, call);
    if (corrected !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('ui.matrix.correctTitle')}
      stay={{ label: t('ui.close'), onPress: props.onClose }}
      command={command}
      act={{
        label: t('ui.matrix.correct'),
        danger: true,
        disabledReason: missing,
        onPress: () => void act(),
      }}
    >
      <ReadingFields kind={test.kind} draft={draft} onChange={setDraft} />
      <TextField label={t('ui.matrix.why')} value={why} onChange={setWhy} />
      <SignFields signing={signing} withSecond onSubmit={() => undefined} />
    </CommandDialog>
  );
}

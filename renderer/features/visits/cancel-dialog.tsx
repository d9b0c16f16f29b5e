import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { go } from '#renderer/app/router-link.ts';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { VisitView } from './visit-screen.tsx';

const CODES = ['donorWish', 'doorFever', 'noTime', 'identityDoubt', 'unfinished', 'other'] as const;

/** Ends a visit before the chair, with a reason that stays on record. */
export function CancelDialog(props: { visit: VisitView; onClose: () => void }): ReactElement {
  const { t } = useTranslation('visits');
  const [code, setCode] = useState<(typeof CODES)[number] | undefined>(undefined);
  const [why, setWhy] = useState('');
  const { act, outcome, busy } = useAct('visits.cancel');
  const { visitId, version } = props.visit;
  const cancel = async (): Promise<void> => {
    if (code === undefined) return;
    const done = await act({ visitId, code, why }, { expects: { [visitId]: version } });
    if (done === undefined) return;
    props.onClose();
    go('/board');
  };
  const missing =
    code === undefined ? t('cancel.code') : why.trim() === '' ? t('cancel.why') : undefined;
  return (
    <CommandDialog
      title={t('cancel.title')}
      stay={{ label: t('cancel.keep'), onPress: props.onClose }}
      command={{ outcome, busy }}
      act={{
        label: t('cancel.confirm'),
        danger: true,
        disabledReason: missing,
        onPress: () => void cancel(),
      }}
    >
      <RadioGroup
        label={t('cancel.code')}
        choices={CODES.map((value) => ({ value, label: t(`cancel.codes.${value}`) }))}
        value={code}
        onChange={setCode}
      />
      <TextField label={t('cancel.why')} value={why} onChange={setWhy} />
    </CommandDialog>
  );
}

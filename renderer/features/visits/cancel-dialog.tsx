import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
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
    <Dialog
      open
      title={t('cancel.title')}
      stay={{ label: t('cancel.keep'), onPress: props.onClose }}
      act={{
        label: t('cancel.confirm'),
        danger: true,
        busy,
        disabledReason: missing,
        onPress: () => void cancel(),
      }}
    >
      <Stack>
        <RadioGroup
          label={t('cancel.code')}
          choices={CODES.map((value) => ({ value, label: t(`cancel.codes.${value}`) }))}
          value={code}
          onChange={setCode}
        />
        <TextField label={t('cancel.why')} value={why} onChange={setWhy} />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

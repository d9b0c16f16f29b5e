import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { REINSTATE_PATHS } from '#shared/features/donors/words.ts';
import { Signature, type SignatureProof } from '../operators/signature.tsx';
import type { DonorFile } from './file.tsx';

/** Ends a deferral: the way back, the grounds, own PIN and a second physician or releaser (INV-06). */
export function ReinstateDialog(props: {
  file: DonorFile;
  deferral: DonorFile['deferrals'][number];
  words: string;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('donors');
  const { act, outcome, busy } = useAct('donors.reinstate');
  const [path, setPath] = useState<(typeof REINSTATE_PATHS)[number] | undefined>(undefined);
  const [why, setWhy] = useState('');
  const missing =
    path === undefined ? t('reinstate.path') : why.trim() === '' ? t('reinstate.why') : undefined;
  const save = async (proof: SignatureProof): Promise<void> => {
    if (path === undefined) return;
    const input = { deferralId: props.deferral.deferralId, path, why };
    if ((await act(input, { proof })) === undefined) return;
    announce('ok', t('reinstate.done'));
    props.onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('reinstate.title', { name: props.file.summary.name, code: props.words })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
    >
      <Stack>
        <RadioGroup
          label={t('reinstate.path')}
          value={path}
          onChange={setPath}
          choices={REINSTATE_PATHS.map((value) => ({ value, label: t(`reinstatePaths.${value}`) }))}
        />
        <TextField label={t('reinstate.why')} value={why} onChange={setWhy} />
        <Signature
          label={t('reinstate.action')}
          two
          wide
          who={t('reinstate.second')}
          busy={busy}
          missing={missing}
          onSign={(proof) => void save(proof)}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

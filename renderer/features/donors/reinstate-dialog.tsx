import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { REINSTATE_PATHS } from '#shared/features/donors/words.ts';
import { SecondFields, useSecond } from '../collection/second-person.tsx';
import { useAct } from '../visits/act.ts';
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
  const [pin, setPin] = useState('');
  const second = useSecond();
  const missing =
    path === undefined
      ? t('reinstate.path')
      : why.trim() === ''
        ? t('reinstate.why')
        : pin === ''
          ? t('reinstate.signer')
          : second.complete
            ? undefined
            : t('reinstate.second');
  const save = async (): Promise<void> => {
    if (path === undefined || missing !== undefined) return;
    const input = { deferralId: props.deferral.deferralId, path, why };
    setPin('');
    if ((await act(input, { proof: { pin, second: second.take() } })) === undefined) return;
    announce('ok', t('reinstate.done'));
    props.onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('reinstate.title', { name: props.file.summary.name, code: props.words })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
      act={{
        label: t('reinstate.action'),
        onPress: () => void save(),
        busy,
        disabledReason: missing,
      }}
    >
      <Stack>
        <RadioGroup
          label={t('reinstate.path')}
          value={path}
          onChange={setPath}
          choices={REINSTATE_PATHS.map((value) => ({ value, label: t(`reinstatePaths.${value}`) }))}
        />
        <TextField label={t('reinstate.why')} value={why} onChange={setWhy} />
        <Row columns={3}>
          <PinField
            label={t('reinstate.signer')}
            value={pin}
            onChange={setPin}
            onSubmit={() => void save()}
          />
          <SecondFields
            second={second}
            layer="overlay"
            label={t('reinstate.second')}
            pinLabel={t('reinstate.secondPin')}
            onSubmit={() => void save()}
          />
        </Row>
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

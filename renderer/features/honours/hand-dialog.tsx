import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { pathOf, SignaturePad, type Stroke } from '#renderer/features/visits/signature-pad.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { RELATIONS } from '#shared/features/honours/rules/issue.ts';
import { kindOf, type PaperDetail } from './words.ts';

type Relation = (typeof RELATIONS)[number];

/** Who receives the paper, and the receiver's signature; by post the consignment's number. */
export function HandDialog(props: { paper: PaperDetail; onClose: () => void }): ReactElement {
  const { t } = useTranslation('honours');
  const { paper } = props;
  const [relation, setRelation] = useState<Relation>(paper.state === 'toPost' ? 'post' : 'self');
  const [receiver, setReceiver] = useState('');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const handing = useAct('honours.handOver');
  const isPost = relation === 'post';
  const signature = isPost ? '' : pathOf(strokes);
  const hasReceiver = relation === 'self' || receiver.trim() !== '';
  const isComplete = hasReceiver && (isPost || signature !== '');
  const act = async (): Promise<void> => {
    if (!isComplete) return;
    const { certificateId, version } = paper;
    const who = relation === 'self' ? paper.name : receiver.trim();
    const input = { certificateId, receiver: who, relation, signature };
    const handed = await handing.act(input, { expects: { [certificateId]: version } });
    if (handed !== undefined) props.onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('handDialog.title', { name: paper.name, kind: kindOf(paper, t) })}
      stay={{ label: t('handDialog.stay'), onPress: props.onClose }}
      command={handing}
      act={{
        label: t('handDialog.act'),
        onPress: () => void act(),
        ...(isComplete
          ? {}
          : { disabledReason: t(isPost ? 'handDialog.incompletePost' : 'handDialog.incomplete') }),
      }}
    >
      <Select
        label={t('handDialog.relation')}
        choices={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))}
        value={relation}
        onChange={setRelation}
      />
      {relation === 'self' ? null : (
        <TextField
          label={t(isPost ? 'handDialog.tracking' : 'handDialog.receiver')}
          value={receiver}
          onChange={setReceiver}
        />
      )}
      {isPost ? null : (
        <>
          <p>{t('handDialog.signature')}</p>
          <SignaturePad label={t('handDialog.sign')} strokes={strokes} onChange={setStrokes} />
          <Button disabled={strokes.length === 0} onPress={() => setStrokes([])}>
            {t('handDialog.clear')}
          </Button>
        </>
      )}
    </CommandDialog>
  );
}

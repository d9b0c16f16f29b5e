import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import {
  type Counts,
  countOf,
  type Draft,
  differenceOf,
  useAccountWords,
} from './account-words.ts';

/** Owners of new differences, a note, and the two who sign: who hands over and who takes over. */
export function SignPane(props: {
  draft: Draft;
  counts: Counts;
  onSigned: () => void;
}): ReactElement {
  const { t } = useTranslation('handover');
  const words = useAccountWords();
  const { draft, counts } = props;
  const [owners, setOwners] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const [pin, setPin] = useState('');
  const sign = useAnnouncedAct(
    'handover.sign',
    ({ differences }) => t('signed', { count: differences }),
    () => {
      setNote('');
      setOwners({});
      props.onSigned();
    },
  );
  const unequal = draft.lines.filter((line) => (differenceOf(line, counts[line.key]) ?? 0) !== 0);
  const isCounted = draft.lines.every((line) => countOf(counts[line.key]) !== undefined);
  const isOwned = unequal.every(({ key }) => owners[key] !== undefined);
  const missing = isCounted && isOwned ? (pin === '' ? t('pin') : undefined) : t('signMissing');
  const send = (second: { badge: string; pin: string }): void => {
    const input = {
      counts: draft.lines.map(({ key, inHand }) => ({
        key,
        book: inHand,
        counted: countOf(counts[key]) ?? 0,
      })),
      owners: unequal.map(({ key }) => ({ key, staffId: owners[key] ?? '' })),
      note,
    };
    setPin('');
    sign.run(input, { proof: { pin, second } });
  };
  return (
    <SidePane title={t('sign')}>
      <Stack>
        {unequal.map((line) => (
          <Select
            key={line.key}
            label={t('ownerOf', {
              account: words(line),
              amount: differenceOf(line, counts[line.key]) ?? 0,
            })}
            value={owners[line.key]}
            onChange={(staffId) => setOwners((before) => ({ ...before, [line.key]: staffId }))}
            choices={draft.staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        ))}
        <TextField label={t('note')} value={note} onChange={setNote} lines={2} />
        <PinField label={t('pin')} value={pin} onChange={setPin} onSubmit={() => {}} />
        <SecondPerson
          label={t('sign')}
          who={t('incoming')}
          busy={sign.busy}
          missing={missing}
          onProof={send}
        />
        <OutcomePanel outcome={sign.outcome} />
      </Stack>
    </SidePane>
  );
}

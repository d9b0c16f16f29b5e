import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { codeWord, type WordGroup } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { Signature, type SignatureProof } from '../operators/signature.tsx';
import type { DonorFile } from './file.tsx';
import { useGroupWords } from './words.ts';

type Item = OutputOf<'donors.writtenTogether'>[number];
type Concerns = 'own' | 'both';
type Record = DonorFile['records'][number];

const WORDS: readonly WordGroup[] = ['donors:deferReasons', 'donors:donationTypes', 'donors:file'];

/** Takes one record out of a person: a ruling on every item of the time in between, two persons. */
export function UnmergeDialog(props: { record: Record; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, name, number } = props.record;
  const items = useStationQuery('donors.writtenTogether', { donorId });
  const { act, outcome, busy } = useAct('donors.unmerge');
  const [rulings, setRulings] = useState<ReadonlyMap<string, Concerns>>(new Map());
  const [why, setWhy] = useState('');
  const open = items.data?.filter(({ itemId }) => !rulings.has(itemId)) ?? [];
  const missing =
    items.data === undefined || open.length > 0
      ? t('unmerge.concerns')
      : why.trim() === ''
        ? t('unmerge.why')
        : undefined;
  const save = async (proof: SignatureProof): Promise<void> => {
    const ruled = [...rulings].map(([itemId, concerns]) => ({ itemId, concerns }));
    if ((await act({ donorId, rulings: ruled, why }, { proof })) === undefined) return;
    announce('ok', t('unmerge.done'));
    props.onDone();
  };
  return (
    <Dialog
      open
      wide
      title={t('unmerge.title', { name, number })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
    >
      <Stack>
        <p>{t('unmerge.lead')}</p>
        <Items
          rows={items.data ?? []}
          rulings={rulings}
          onRule={(itemId, concerns) => setRulings(new Map(rulings).set(itemId, concerns))}
        />
        <TextField label={t('unmerge.why')} value={why} onChange={setWhy} />
        <Signature
          label={t('unmerge.action')}
          two
          wide
          who={t('unmerge.second')}
          busy={busy}
          missing={missing}
          onSign={(proof) => void save(proof)}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

function Items(props: {
  rows: readonly Item[];
  rulings: ReadonlyMap<string, Concerns>;
  onRule: (itemId: string, concerns: Concerns) => void;
}): ReactElement {
  const { t } = useTranslation('donors');
  const group = useGroupWords();
  const choices = (['own', 'both'] as const).map((value) => ({
    value,
    label: t(`unmerge.${value}`),
  }));
  if (props.rows.length === 0) return <p>{t('unmerge.nothing')}</p>;
  const said = (row: Item) =>
    row.kind === 'group' ? group(row.words) : codeWord(WORDS, row.words);
  return (
    <>
      {props.rows.map((row) => (
        <Segmented
          key={row.itemId}
          label={`${row.number} · ${row.on} · ${t(`unmerge.kinds.${row.kind}`)} ${said(row)}`}
          value={props.rulings.get(row.itemId)}
          onChange={(concerns) => props.onRule(row.itemId, concerns)}
          choices={choices}
        />
      ))}
    </>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SETTLE_HOWS } from '#shared/features/handover/contract.ts';
import { type Draft, useAccountWords } from './account-words.ts';

type Carried = Draft['differences'][number];
type How = (typeof SETTLE_HOWS)[number];

/** Differences that are carried, each with its owner, until two persons say what became of it. */
export function Differences(props: { rows: readonly Carried[] }): ReactElement {
  const { t } = useTranslation('handover');
  const words = useAccountWords();
  const moment = useMoment();
  const [settling, setSettling] = useState<Carried | undefined>(undefined);
  return (
    <>
      <Table
        label={t('differences')}
        tight
        rows={props.rows}
        rowId={(row) => row.differenceId}
        empty={t('differencesNone')}
        columns={[
          { id: 'account', header: t('differences'), cell: words },
          {
            id: 'amount',
            header: t('column.difference'),
            numeric: true,
            cell: (row) => row.amount,
          },
          { id: 'since', header: t('column.since'), cell: (row) => moment(row.at) },
          { id: 'owner', header: t('column.owner'), cell: (row) => row.owner },
          {
            id: 'act',
            header: '',
            cell: (row) => <Button onPress={() => setSettling(row)}>{t('settle')}</Button>,
          },
        ]}
      />
      {settling === undefined ? null : (
        <SettleDialog row={settling} onDone={() => setSettling(undefined)} />
      )}
    </>
  );
}

function SettleDialog(props: { row: Carried; onDone: () => void }): ReactElement {
  const { t } = useTranslation('handover');
  const words = useAccountWords();
  const { row, onDone } = props;
  const { differenceId, version } = row;
  const [how, setHow] = useState<How>('found');
  const [note, setNote] = useState('');
  const [pin, setPin] = useState('');
  const settle = useAnnouncedAct('handover.settle', () => t('settled'), onDone);
  const isTold = note.trim().length > 1;
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('settleTitle', { account: words(row), amount: row.amount })}
      stay={{ label: t('stay'), onPress: onDone }}
    >
      <Stack>
        <p>{t('settleText')}</p>
        <Segmented
          label={t('howLabel')}
          value={how}
          onChange={setHow}
          choices={SETTLE_HOWS.map((value) => ({ value, label: t(`how.${value}`) }))}
        />
        <TextField label={t('settleNote')} value={note} onChange={setNote} lines={2} />
        <PinField value={pin} onChange={setPin} onSubmit={() => {}} />
        <SecondPerson
          label={t('settle')}
          who={t('second')}
          busy={settle.busy}
          missing={isTold ? undefined : t('settleNote')}
          onProof={(second) => {
            const call = { proof: { pin, second }, expects: { [differenceId]: version } };
            setPin('');
            settle.run({ differenceId, how, note: note.trim() }, call);
          }}
        />
        <OutcomePanel outcome={settle.outcome} />
      </Stack>
    </Dialog>
  );
}

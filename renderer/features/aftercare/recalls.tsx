import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSession } from '#renderer/app/session.ts';
import { DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { ActForm, ListAndForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Column } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { operations } from '#shared/contract/index.ts';
import { RECALL_ANSWERS, type RecallAnswer } from '#shared/features/aftercare/recall.ts';

type Recall = OutputOf<'aftercare.recalls'>[number];

function useColumns(): readonly Column<Recall>[] {
  const { t } = useTranslation('aftercare');
  const moment = useMoment();
  return [
    { id: 'din', header: t('ui.number'), cell: (row) => <DinCode din={row.din} /> },
    { id: 'consignee', header: t('recall.consignee'), cell: (row) => row.consignee },
    { id: 'at', header: t('recall.openedAt'), cell: (row) => moment(row.openedAt) },
    { id: 'calls', header: t('recall.calls'), cell: (row) => row.calls.length, numeric: true },
    {
      id: 'state',
      header: t('recall.state'),
      cell: (row) => (
        <StatusTag kind={row.waitsFor === null ? 'waiting' : 'caution'}>
          {t(row.waitsFor === null ? 'recall.toClose' : `recall.waits.${row.waitsFor}`)}
        </StatusTag>
      ),
    },
  ];
}

/** Units that were issued before something was learned: call after call until quality closes. */
export function RecallsScreen(): ReactElement {
  const { t } = useTranslation('aftercare');
  const columns = useColumns();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const query = useStationQuery('aftercare.recalls', {});
  const recall = query.data?.find((row) => row.recallId === chosen) ?? query.data?.[0];
  return (
    <ListAndForm
      title={t('recall.title')}
      label={t('recall.title')}
      query={query}
      columns={columns}
      rowId={(row) => row.recallId}
      selectedId={recall?.recallId}
      onOpen={(row) => setChosen(row.recallId)}
      empty={<EmptyState icon="check" title={t('recall.none')} fill={t('recall.noneHint')} />}
      formTitle={t('recall.call')}
    >
      {recall === undefined ? null : <RecallForms key={recall.recallId} recall={recall} />}
    </ListAndForm>
  );
}

function RecallForms(props: { recall: Recall }): ReactElement {
  return (
    <Stack gap="large">
      <WhomToCall recall={props.recall} />
      <CallsSoFar recall={props.recall} />
      <CallForm recall={props.recall} />
      <CloseForm recall={props.recall} />
    </Stack>
  );
}

/** Who took the unit away, and the number of her hospital. */
function WhomToCall(props: { recall: Recall }): ReactElement | null {
  const { t } = useTranslation(['aftercare', 'inventory']);
  const { phone, receiver } = props.recall;
  if (phone === '') return null;
  return (
    <Facts
      items={[
        { name: t('inventory:consignees.phone'), value: <b>{phone}</b> },
        { name: t('inventory:issue.receiver'), value: receiver },
      ]}
    />
  );
}

function CallsSoFar(props: { recall: Recall }): ReactElement {
  const { t } = useTranslation('aftercare');
  const moment = useMoment();
  return (
    <Facts
      items={props.recall.calls.map((call) => ({
        name: moment(call.at),
        value: [
          t(`recall.answers.${call.answer}`),
          call.consignee,
          call.person,
          call.doctor,
          call.by,
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  );
}

function CallForm(props: { recall: Recall }): ReactElement {
  const { t } = useTranslation('aftercare');
  const { recallId } = props.recall;
  const command = useStationCommand('aftercare.recordRecallCall');
  const [consignee, setConsignee] = useState(props.recall.consignee);
  const [person, setPerson] = useState('');
  const [answer, setAnswer] = useState<RecallAnswer | undefined>(undefined);
  const [doctor, setDoctor] = useState('');
  const [note, setNote] = useState('');
  const save = async (): Promise<void> => {
    if (answer === undefined) return;
    const input = { recallId, consignee, person, answer, doctor, note };
    if ((await command.mutateAsync({ input })).status !== 'ok') return;
    announce('ok', t('recall.saved'));
    setAnswer(undefined);
    setNote('');
  };
  const missing =
    consignee.trim() === ''
      ? t('recall.consignee')
      : answer === undefined
        ? t('recall.answer')
        : undefined;
  return (
    <ActForm
      outcome={command.data}
      act={t('recall.record')}
      busy={command.isPending}
      missing={missing}
      onAct={() => void save()}
    >
      <TextField label={t('recall.consignee')} value={consignee} onChange={setConsignee} />
      <TextField label={t('recall.person')} value={person} onChange={setPerson} />
      <RadioGroup<RecallAnswer>
        label={t('recall.answer')}
        value={answer}
        onChange={setAnswer}
        choices={RECALL_ANSWERS.map((value) => ({ value, label: t(`recall.answers.${value}`) }))}
      />
      {answer === 'transfused' ? (
        <TextField
          label={t('recall.doctor')}
          hint={t('recall.doctorHint')}
          value={doctor}
          onChange={setDoctor}
        />
      ) : null}
      <TextField label={t('ui.note')} value={note} onChange={setNote} />
    </ActForm>
  );
}

/** Closing is quality’s alone, with her PIN. */
function CloseForm(props: { recall: Recall }): ReactElement | null {
  const { t } = useTranslation('aftercare');
  const { recallId, waitsFor } = props.recall;
  const may = useSession((state) => {
    const roles = operations['aftercare.closeRecall'].roles;
    return state.user?.roles.some((role) => roles.includes(role)) === true;
  });
  const command = useStationCommand('aftercare.closeRecall');
  const [conclusion, setConclusion] = useState('');
  const [pin, setPin] = useState('');
  if (!may) return <p>{t('recall.qualityCloses')}</p>;
  const missing =
    waitsFor !== null
      ? t(`recall.waits.${waitsFor}`)
      : conclusion.trim() === ''
        ? t('recall.conclusion')
        : pin === ''
          ? t('recall.pin')
          : undefined;
  const close = async (): Promise<void> => {
    if (missing !== undefined) return;
    setPin('');
    await command.mutateAsync({ input: { recallId, conclusion }, call: { proof: { pin } } });
  };
  return (
    <Stack>
      <TextField label={t('recall.conclusion')} value={conclusion} onChange={setConclusion} />
      <PinField
        label={t('recall.pin')}
        value={pin}
        onChange={setPin}
        onSubmit={() => void close()}
      />
      <OutcomePanel outcome={command.data} />
      <Button disabledReason={missing} busy={command.isPending} onPress={() => void close()}>
        {t('recall.close')}
      </Button>
    </Stack>
  );
}

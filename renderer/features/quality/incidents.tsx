import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { ActForm, ListAndForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { SignFields, useSigning } from '#renderer/features/laboratory/sign.tsx';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Column } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { INCIDENT_CODES } from '#shared/features/quality/contract.ts';

type Incident = OutputOf<'quality.incidents'>[number];
type IncidentCode = (typeof INCIDENT_CODES)[number];

function useColumns(): readonly Column<Incident>[] {
  const { t } = useTranslation('quality');
  const moment = useMoment();
  const person = usePerson();
  return [
    {
      id: 'code',
      header: t('ui.code'),
      cell: (row) => (
        <StatusTag kind={row.closedAt === null ? 'caution' : 'ok'}>
          {t(`codes.${row.code}`, { defaultValue: row.code })}
        </StatusTag>
      ),
    },
    {
      id: 'subjects',
      header: t('ui.subjects'),
      cell: (row) => <Code>{row.subjects.join(' ')}</Code>,
    },
    { id: 'at', header: t('ui.opened'), cell: (row) => moment(row.openedAt) },
    { id: 'by', header: t('ui.by'), cell: (row) => person(row.openedBy), secondary: true },
  ];
}

/** Open incidents, reporting a new one, closing one with its conclusion. */
export function IncidentsScreen(): ReactElement {
  const { t } = useTranslation('quality');
  const query = useStationQuery('quality.incidents', { scope: 'open' });
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const incident = query.data?.find((one) => one.incidentId === chosen);
  return (
    <ListAndForm
      title={t('ui.title')}
      label={t('ui.title')}
      query={query}
      columns={columns}
      rowId={(row) => row.incidentId}
      selectedId={chosen}
      onOpen={(row) => choose(row.incidentId)}
      empty={<EmptyState icon="release" title={t('ui.empty')} fill={t('ui.emptyFill')} />}
      formTitle={incident ? t('ui.close') : t('ui.open')}
    >
      {incident ? (
        <CloseForm key={incident.incidentId} incident={incident} onDone={() => choose(undefined)} />
      ) : (
        <OpenForm />
      )}
    </ListAndForm>
  );
}

function OpenForm(): ReactElement {
  const { t } = useTranslation('quality');
  const command = useStationCommand('quality.openIncident');
  const [code, setCode] = useState<IncidentCode | undefined>(undefined);
  const [subject, setSubject] = useState('');
  const [note, setNote] = useState('');
  const complete = code !== undefined && note.trim().length > 1;
  const save = async (): Promise<void> => {
    if (code === undefined || !complete) return;
    const subjects = subject.trim() === '' ? [] : [subject.trim()];
    const outcome = await command.mutateAsync({ input: { code, subjects, note: note.trim() } });
    if (outcome.status !== 'ok') return;
    setCode(undefined);
    setSubject('');
    setNote('');
  };
  return (
    <ActForm
      outcome={command.data}
      act={t('ui.open')}
      busy={command.isPending}
      missing={complete ? undefined : t('ui.missing')}
      onAct={() => void save()}
    >
      <Select<IncidentCode>
        label={t('ui.code')}
        value={code}
        onChange={setCode}
        choices={INCIDENT_CODES.map((value) => ({ value, label: t(`codes.${value}`) }))}
      />
      <TextField label={t('ui.number')} value={subject} onChange={setSubject} code />
      <TextField label={t('ui.note')} value={note} onChange={setNote} lines={4} />
    </ActForm>
  );
}

function CloseForm(props: { incident: Incident; onDone: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const moment = useMoment();
  const person = usePerson();
  const { incident } = props;
  const command = useStationCommand('quality.closeIncident');
  const signing = useSigning(false);
  const [conclusion, setConclusion] = useState('');
  const complete = conclusion.trim().length > 1 && signing.missing === undefined;
  const save = async (): Promise<void> => {
    if (!complete) return;
    const { incidentId, version } = incident;
    const outcome = await command.mutateAsync({
      input: { incidentId, conclusion: conclusion.trim() },
      call: { expects: { [incidentId]: version }, proof: signing.proof() },
    });
    if (outcome.status === 'ok') props.onDone();
  };
  return (
    <ActForm
      outcome={command.data}
      act={t('ui.close')}
      busy={command.isPending}
      missing={complete ? undefined : t('ui.missingConclusion')}
      onAct={() => void save()}
      more={
        <Button look="quiet" wide onPress={props.onDone}>
          {t('ui.newOne')}
        </Button>
      }
    >
      <Facts
        items={[
          {
            name: t('ui.code'),
            value: t(`codes.${incident.code}`, { defaultValue: incident.code }),
          },
          {
            name: t('ui.opened'),
            value: `${moment(incident.openedAt)} · ${person(incident.openedBy)}`,
          },
          { name: t('ui.subjects'), value: incident.subjects.join(' ') },
        ]}
      />
      <TextField label={t('ui.conclusion')} value={conclusion} onChange={setConclusion} lines={4} />
      <SignFields signing={signing} withSecond={false} onSubmit={() => void save()} />
    </ActForm>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { ListAndForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { Column } from '#renderer/ui/table.tsx';
import { ClosedIncident, CloseForm, type Incident } from './close-form.tsx';
import { OpenForm } from './open-form.tsx';

type Scope = 'open' | 'all';

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
          {codeWord(['quality:codes'], row.code)}
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
    {
      id: 'state',
      header: t('ui.closed'),
      cell: (row) => {
        if (row.closedAt !== null) return moment(row.closedAt);
        return row.overdue ? <StatusTag kind="stop">{t('ui.overdue')}</StatusTag> : null;
      },
    },
  ];
}

/** The register: open and overdue incidents, reporting a new one, closing one with cause and measure. */
export function IncidentsScreen(): ReactElement {
  const { t } = useTranslation('quality');
  const [scope, setScope] = useState<Scope>('open');
  const query = useStationQuery('quality.incidents', { scope });
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const incident = query.data?.find((one) => one.incidentId === chosen);
  const done = (): void => choose(undefined);
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
      above={
        <Row align="start">
          <Segmented<Scope>
            label={t('ui.which')}
            value={scope}
            onChange={setScope}
            choices={[
              { value: 'open', label: t('ui.openOnes') },
              { value: 'all', label: t('ui.all') },
            ]}
          />
        </Row>
      }
      formTitle={formTitle(incident, t)}
    >
      {incident === undefined ? (
        <OpenForm />
      ) : incident.closedAt === null ? (
        <CloseForm key={incident.incidentId} incident={incident} onDone={done} />
      ) : (
        <ClosedIncident incident={incident} onDone={done} />
      )}
    </ListAndForm>
  );
}

function formTitle(
  incident: Incident | undefined,
  t: (key: 'ui.open' | 'ui.close' | 'ui.chosen') => string,
): string {
  if (incident === undefined) return t('ui.open');
  return t(incident.closedAt === null ? 'ui.close' : 'ui.chosen');
}

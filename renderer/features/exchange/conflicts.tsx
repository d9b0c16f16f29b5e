import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { AdminHead } from '#renderer/features/equipment/admin-head.tsx';
import { ListEmpty } from '#renderer/features/equipment/asked.tsx';
import { DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { type Conflict, ConflictPane } from './conflict-pane.tsx';

/** What two stations wrote apart and does not agree: what, where, and how it is decided. */
export function Conflicts(): ReactElement {
  const { t } = useTranslation('exchange');
  const moment = useMoment();
  const asked = useStationQuery('exchange.conflicts', {});
  const [chosen, choose] = useState<string | undefined>(undefined);
  const rows = asked.data ?? [];
  const shown = rows.find(({ conflictId }) => conflictId === chosen) ?? rows[0];
  return (
    <>
      <AdminHead place="conflicts" title={t('title')} note={t('note')} />
      <Panes>
        <Pane>
          <Table
            label={t('title')}
            rows={rows}
            rowId={(row) => row.conflictId}
            selectedId={shown?.conflictId}
            onOpen={(row) => choose(row.conflictId)}
            empty={<ListEmpty query={asked} icon="cable" title={t('none')} fill={t('noneFill')} />}
            columns={[
              { id: 'key', header: t('key'), cell: (row) => <DinCode din={row.key} /> },
              { id: 'kind', header: '', cell: (row) => t(`kinds.${row.kind}`), secondary: true },
              { id: 'noted', header: t('noted'), cell: (row) => moment(row.notedAt) },
              { id: 'state', header: t('state'), cell: (row) => <State conflict={row} /> },
            ]}
          />
        </Pane>
        {shown === undefined ? null : <ConflictPane key={shown.conflictId} conflict={shown} />}
      </Panes>
    </>
  );
}

function State(props: { conflict: Conflict }): ReactElement {
  const { t } = useTranslation('exchange');
  const { hold, incident } = props.conflict;
  if (hold === null && incident === null) return <StatusTag kind="stop">{t('open')}</StatusTag>;
  const isOver = hold?.endedAt !== null && incident?.endedAt !== null;
  return <StatusTag kind={isOver ? 'ok' : 'hold'}>{t(isOver ? 'decided' : 'held')}</StatusTag>;
}

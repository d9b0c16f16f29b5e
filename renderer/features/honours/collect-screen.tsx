import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';

/** What a volunteer sees: whose paper lies ready, by surname; nothing can be done here. */
export function CollectScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const { data } = useStationQuery('honours.collectionList', {});
  return (
    <>
      <ScreenHead title={t('collect.title')} note={t('collect.note')} />
      <Panes>
        <Pane note={t('collect.hint')} title={t('collect.label')}>
          {data?.length === 0 ? (
            <EmptyState icon="stamp" title={t('collect.empty')} fill={t('collect.emptyFill')} />
          ) : (
            <Table
              label={t('collect.label')}
              columns={[
                { id: 'name', header: t('collect.name'), cell: (row) => row.name },
                { id: 'what', header: t('collect.what'), cell: (row) => t(`kind.${row.kind}`) },
                {
                  id: 'state',
                  header: t('collect.state'),
                  cell: (row) => (
                    <StatusTag kind="waiting">
                      {t(row.state === 'toPost' ? 'state.toPost' : 'state.toCollect')}
                    </StatusTag>
                  ),
                },
              ]}
              rows={data ?? []}
              rowId={(row) => row.certificateId}
            />
          )}
        </Pane>
      </Panes>
    </>
  );
}

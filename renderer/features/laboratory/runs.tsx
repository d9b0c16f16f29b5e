import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { Loaded } from './load.tsx';
import { OpenRunForm } from './open-run-form.tsx';
import { RunPanel } from './run-panel.tsx';
import { RUN_KIND, useMoment, useSide } from './words.ts';

type Run = OutputOf<'laboratory.runs'>['runs'][number];

function useColumns(): readonly Column<Run>[] {
  const { t } = useTranslation('laboratory');
  const side = useSide();
  const moment = useMoment();
  return [
    { id: 'test', header: t('ui.columns.test'), cell: (row) => side(row.name) },
    { id: 'lot', header: t('ui.columns.lot'), cell: (row) => row.lot, code: true },
    {
      id: 'state',
      header: t('ui.columns.runState'),
      cell: (row) => <StatusTag kind={RUN_KIND[row.state]}>{t(`ui.run.${row.state}`)}</StatusTag>,
    },
    { id: 'results', header: t('ui.columns.results'), cell: (row) => row.results, numeric: true },
    {
      id: 'opened',
      header: t('ui.columns.opened'),
      cell: (row) => moment(row.openedAt),
      secondary: true,
    },
    { id: 'by', header: t('ui.columns.by'), cell: (row) => row.by, secondary: true },
  ];
}

/** Runs with their controls and reagent lots; only a valid run makes results count. */
export function LabRuns(): ReactElement {
  const { t } = useTranslation('laboratory');
  const query = useStationQuery('laboratory.runs', { scope: 'recent' });
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const run = query.data?.runs.find((one) => one.runId === chosen);
  return (
    <>
      <ScreenHead title={t('ui.titles.runs')} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(data) => (
              <Table
                label={t('ui.titles.runs')}
                columns={columns}
                rows={data.runs}
                rowId={(row) => row.runId}
                selectedId={chosen}
                onOpen={(row) => choose(row.runId)}
                empty={
                  <EmptyState
                    icon="flask"
                    title={t('ui.empty.runs')}
                    fill={t('ui.empty.runsFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={run ? t('ui.runs.selected') : t('ui.runs.openTitle')}>
          <Loaded query={query}>
            {(data) =>
              run ? (
                <RunPanel key={run.runId} run={run} onClose={() => choose(undefined)} />
              ) : (
                <OpenRunForm data={data} onOpened={choose} />
              )
            }
          </Loaded>
        </SidePane>
      </Panes>
    </>
  );
}

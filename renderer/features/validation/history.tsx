import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Pane, Panes } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { type Run, STANDING_KIND, standingOf } from './standing.ts';

/** Every run of this site, the newest first; opening one shows it as it was signed. */
export function History(props: {
  runs: readonly Run[];
  onOpen: (runId: string) => void;
}): ReactElement {
  const { t } = useTranslation('validation');
  const moment = useMoment();
  return (
    <Panes>
      <Pane>
        <Table
          label={t('ui.history')}
          rows={props.runs}
          rowId={(row) => row.runId}
          onOpen={(row) => props.onOpen(row.runId)}
          empty={
            <EmptyState icon="clipboard" title={t('ui.historyEmpty')} fill={t('ui.startLead')} />
          }
          columns={[
            {
              id: 'started',
              header: t('ui.started'),
              cell: (row) =>
                `${row.startedAt.slice(0, 4)}-${moment(row.startedAt)} · ${row.startedBy}`,
            },
            { id: 'product', header: t('ui.product'), cell: (row) => row.product, code: true },
            {
              id: 'signed',
              header: t('ui.steps'),
              cell: (row) => t('ui.signedOf', { signed: row.signed, steps: row.steps }),
            },
            {
              id: 'deviations',
              header: t('ui.deviations'),
              numeric: true,
              cell: (row) => row.deviations,
            },
            {
              id: 'verdict',
              header: t('ui.verdict'),
              cell: (row) =>
                row.verdict === null ? t('ui.notConcluded') : t(`verdicts.${row.verdict}`),
            },
            {
              id: 'standing',
              header: t('ui.result'),
              cell: (row) => (
                <StatusTag kind={STANDING_KIND[standingOf(row)]}>
                  {t(`standing.${standingOf(row)}`)}
                </StatusTag>
              ),
            },
          ]}
        />
      </Pane>
    </Panes>
  );
}

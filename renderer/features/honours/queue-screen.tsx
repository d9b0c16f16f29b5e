import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { type Job, reasonsText } from './words.ts';

const KINDS: Record<Job['outcome'], StatusKind> = {
  underway: 'running',
  attention: 'caution',
  printed: 'ok',
  notPrinted: 'notApplicable',
  uncertain: 'caution',
};

/** Every job with the state that its printer told. */
export function QueueScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const zone = useStation((state) => state.zone);
  const { data } = useStationQuery('honours.jobs', {});
  const cancelling = useStationCommand('honours.cancelJob');
  const columns: Column<Job>[] = [
    {
      id: 'time',
      header: t('queue.time'),
      width: '96px',
      cell: (job) => timeText(Date.parse(job.submittedAt), zone),
    },
    {
      id: 'what',
      header: t('queue.what'),
      cell: (job) => `${t(`kind.${job.document}`)} ${job.name}`,
    },
    { id: 'printer', header: t('queue.printer'), secondary: true, cell: (job) => job.printerName },
    {
      id: 'state',
      header: t('queue.state'),
      cell: (job) => (
        <StatusTag kind={KINDS[job.outcome]}>
          {job.over || job.outcome === 'attention'
            ? t(`outcome.${job.outcome}`)
            : t(`jobState.${job.state}`)}
        </StatusTag>
      ),
    },
    { id: 'reasons', header: t('queue.reasons'), cell: (job) => reasonsText(job.reasons) },
    {
      id: 'number',
      header: t('queue.number'),
      secondary: true,
      cell: (job) => <Code>{job.jobId.slice(-8)}</Code>,
    },
    {
      id: 'act',
      header: t('queue.act'),
      width: '150px',
      cell: (job) =>
        job.over ? null : (
          <Button
            disabled={job.cancelAsked}
            onPress={() => cancelling.mutate({ input: { jobId: job.jobId } })}
          >
            {job.cancelAsked ? t('step.cancelAsked') : t('step.cancel')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ScreenHead title={t('queue.title')} note={t('queue.note')} />
      <Panes>
        <Pane>
          <OutcomePanel outcome={cancelling.data} />
          <Table
            label={t('queue.label')}
            columns={columns}
            rows={data ?? []}
            rowId={(job) => job.jobId}
            tone={(job) =>
              job.outcome === 'attention' || job.outcome === 'uncertain' ? 'attention' : 'plain'
            }
            empty={t('queue.empty')}
          />
        </Pane>
      </Panes>
    </>
  );
}

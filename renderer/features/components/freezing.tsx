import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { setCount } from '#renderer/app/station-state.ts';
import { containerOf, DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { Loaded } from '#renderer/features/laboratory/load.tsx';
import { spanText, useMoment } from '#renderer/features/laboratory/words.ts';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Line = OutputOf<'components.freezingBoard'>['lines'][number];

/** From so many minutes before the limit a line asks for attention. */
const SOON = 60;

/** Minutes until the limit by this window's clock; the core alone decides. */
function minutesLeft(line: Line, now: number): number {
  return Math.floor((Date.parse(line.freezeBy) - now) / 60_000);
}

function kindOf(minutes: number): StatusKind {
  if (minutes < 0) return 'stop';
  return minutes <= SOON ? 'caution' : 'running';
}

function useColumns(now: number): readonly Column<Line>[] {
  const { t } = useTranslation('components');
  const moment = useMoment();
  return [
    { id: 'din', header: t('ui.columns.number'), cell: (row) => <DinCode din={row.din} /> },
    { id: 'part', header: t('ui.columns.division'), cell: (row) => row.division },
    {
      id: 'volume',
      header: t('ui.columns.volume'),
      cell: (row) => row.volumeMl ?? '',
      numeric: true,
      secondary: true,
    },
    { id: 'limit', header: t('ui.columns.limit'), cell: (row) => moment(row.freezeBy) },
    {
      id: 'left',
      header: t('ui.columns.left'),
      cell: (row) => {
        const minutes = minutesLeft(row, now);
        return (
          <StatusTag kind={kindOf(minutes)}>
            {minutes < 0 ? t('ui.over', { span: spanText(-minutes) }) : spanText(minutes)}
          </StatusTag>
        );
      },
    },
    { id: 'stage', header: t('ui.columns.stage'), cell: (row) => t(`ui.stage.${row.stage}`) },
  ];
}

/** The freezing clock of everything collected and not yet frozen, the most urgent first. */
export function FreezingBoard(): ReactElement {
  const { t } = useTranslation('components');
  const now = useNow(15_000);
  const query = useStationQuery('components.freezingBoard', {});
  const columns = useColumns(now);
  const count = query.data?.lines.length ?? 0;
  useEffect(() => setCount('/lab/freezing', count), [count]);
  useScan('screen', (scan) => {
    const read = containerOf(scan);
    if (read === undefined) return 'pass';
    go(`/lab/processing/${read.din}`);
    return { verdict: 'moved', text: t('ui.titles.processing') };
  });
  return (
    <>
      <ScreenHead title={t('ui.titles.freezing')} />
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(board) => (
              <Table
                label={t('ui.titles.freezing')}
                columns={columns}
                rows={board.lines}
                rowId={(row) => row.unitId ?? row.din}
                tone={(row) => {
                  const minutes = minutesLeft(row, now);
                  if (minutes < 0) return 'stop';
                  return minutes <= SOON ? 'attention' : 'plain';
                }}
                onOpen={(row) => go(`/lab/processing/${row.din}`)}
                empty={
                  <EmptyState
                    icon="freeze"
                    title={t('ui.empty.freezing')}
                    fill={t('ui.empty.freezingFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
      </Panes>
    </>
  );
}

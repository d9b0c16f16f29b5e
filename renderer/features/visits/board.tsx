import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useSession } from '#renderer/app/session.ts';
import { ActionSlot } from '#renderer/app/slots.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useDonorScan } from '../donors/donor-scan.ts';
import { SearchBox } from '../donors/search-box.tsx';
import { ChairsAside } from './chairs-aside.tsx';
import { HintTag } from './hint-tag.tsx';
import { ProgressBlocks } from './progress-blocks.tsx';
import { QueryState } from './query-states.tsx';
import styles from './visits.module.css';

export type BoardRow = OutputOf<'visits.board'>['rows'][number];

type Phase = 'checkIn' | 'ask' | 'examine' | 'assess' | 'collect' | 'rest' | 'done';
const PHASES: readonly Phase[] = [
  'checkIn',
  'ask',
  'examine',
  'examine',
  'assess',
  'collect',
  'rest',
  'done',
];

/** Opens what a row waits for. */
function openRow(row: BoardRow): void {
  go(row.next === 'duplicate' ? '/duplicates' : `/visits/${row.visitId}`);
}

/**
 * Whom to take next: a physician the longest wait for a decision, a nurse the longest wait before the
 * chair that is hers or nobody's.
 */
export function nextOf(rows: readonly BoardRow[], physician: boolean): BoardRow | undefined {
  return rows
    .filter((row) => row.state === 'open' && row.waitingMinutes !== null && row.next !== 'chair')
    .filter((row) => (physician ? row.next === 'decision' : row.mine || row.responsible === null))
    .toSorted((a, b) => (b.waitingMinutes ?? 0) - (a.waitingMinutes ?? 0))[0];
}

/** Everybody on site: where she stands, what comes next, what must be said about it. */
export function BoardScreen(): ReactElement {
  const { t } = useTranslation('visits');
  useDonorScan();
  const board = useStationQuery('visits.board', {});
  const rows = board.data?.rows ?? [];
  const physician = useSession((state) => state.user?.roles.includes('physician') ?? false);
  const next = nextOf(rows, physician);
  return (
    <>
      <ScreenHead
        title={t('board.title')}
        note={t('board.present', { present: board.data?.present ?? 0, listed: rows.length })}
      >
        <SearchBox />
      </ScreenHead>
      <Panes>
        <Pane>
          {board.data === undefined ? (
            <QueryState error={board.error} />
          ) : (
            <BoardTable rows={rows} />
          )}
        </Pane>
        <SidePane title={t('board.chairs')} width="narrow" padded={false}>
          <ChairsAside />
        </SidePane>
      </Panes>
      <ActionSlot>
        {next === undefined ? null : (
          <Button look="primary" onPress={() => openRow(next)}>
            {t('board.takeNext', { name: next.name })}
          </Button>
        )}
      </ActionSlot>
    </>
  );
}

function BoardTable(props: { rows: readonly BoardRow[] }): ReactElement {
  const { t } = useTranslation(['visits', 'donors']);
  return (
    <Table
      label={t('visits:board.title')}
      rows={props.rows}
      rowId={(row) => row.visitId}
      onOpen={openRow}
      empty={
        <EmptyState
          icon="worklist"
          title={t('visits:board.emptyTitle')}
          fill={t('visits:board.empty')}
        />
      }
      columns={[
        {
          id: 'donor',
          header: t('visits:board.donor'),
          cell: (row) => (
            <>
              <bdi className={styles['who']}>{row.name}</bdi>{' '}
              <span className={styles['line']}>
                {t(`donors:sex.${row.sex}`)} {row.age}
              </span>
            </>
          ),
        },
        {
          id: 'number',
          header: t('visits:board.number'),
          secondary: true,
          cell: (row) => <Code>{row.number}</Code>,
        },
        {
          id: 'progress',
          header: t('visits:board.progress'),
          cell: (row) => (
            <ProgressBlocks
              done={row.done}
              stopped={row.stopped}
              label={t(`visits:phase.${PHASES[row.done] ?? 'done'}`)}
            />
          ),
        },
        {
          id: 'next',
          header: t('visits:board.next'),
          cell: (row) => <b className={styles['line']}>{codeWord(['visits:next'], row.next)}</b>,
        },
        { id: 'hint', header: t('visits:board.hint'), cell: (row) => <HintTag hint={row.hint} /> },
        {
          id: 'responsible',
          header: t('visits:board.responsible'),
          secondary: true,
          cell: (row) =>
            row.responsible === null ? (
              <span className={styles['quiet']}>{t('visits:board.nobody')}</span>
            ) : (
              <bdi className={styles['line']}>{row.responsible}</bdi>
            ),
        },
        {
          id: 'waiting',
          header: t('visits:board.waiting'),
          numeric: true,
          cell: (row) =>
            row.waitingMinutes === null ? (
              '—'
            ) : (
              <span className={styles['line']}>
                {t('visits:board.minutes', { count: row.waitingMinutes })}
              </span>
            ),
        },
      ]}
    />
  );
}

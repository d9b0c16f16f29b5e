import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, stationNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Pane, Panes, SidePane } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ReactionHead } from './reaction-head.tsx';
import styles from './reactions.module.css';

const DAYS = 30;

/** Reactions by kind and grade, and technical events, of the last thirty days. */
export function ReactionCounts(): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const to = dateText(stationNow(), zone) as CivilDate;
  const counts = useStationQuery('collection.reactionCounts', { from: addDays(to, -DAYS), to });
  if (counts.data === undefined) return <QueryState error={counts.error} />;
  const { donations, reactions, grades, technical } = counts.data;
  const graded = grades.filter((each) => each.count > 0);
  return (
    <>
      <ReactionHead at="counts" />
      <Panes density="bedside">
        <Pane
          title={t('reactionPanel.title')}
          note={t('react.counts.donations', { count: donations })}
        >
          <Table
            label={t('react.counts.kind')}
            rows={reactions}
            rowId={(row) => row.kind}
            empty={<p className={styles['note']}>{t('react.counts.none')}</p>}
            columns={[
              {
                id: 'kind',
                header: t('react.counts.kind'),
                cell: (row) => codeWord(['collection:reactionKind'], row.kind),
              },
              ...(['mild', 'moderate', 'severe'] as const).map((severity) => ({
                id: severity,
                header: t(`severity.${severity}`),
                cell: (row: (typeof reactions)[number]) => String(row[severity]),
                numeric: true,
              })),
            ]}
          />
          <p className={styles['note']}>
            {graded.map((each) => t('react.counts.grade', each)).join(' · ')}
          </p>
        </Pane>
        <SidePane title={t('react.counts.technical')} padded={false}>
          <Table
            label={t('react.counts.technical')}
            rows={technical}
            rowId={(row) => row.code}
            columns={[
              {
                id: 'what',
                header: t('react.counts.technical'),
                cell: (row) => codeWord(['collection:react.technical'], row.code),
              },
              {
                id: 'count',
                header: t('react.counts.count'),
                cell: (row) => String(row.count),
                numeric: true,
              },
            ]}
          />
        </SidePane>
      </Panes>
    </>
  );
}

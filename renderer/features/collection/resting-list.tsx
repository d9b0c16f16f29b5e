import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/app/clock.ts';
import { go } from '#renderer/app/router-link.ts';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './reactions.module.css';
import { minutesText, vitalsTone } from './time-words.ts';

export type AtRest = OutputOf<'collection.board'>['resting'][number];

/** Donors at rest beside the chairs: who, time left, next check, who cares for her. */
export function RestingList({ resting }: { resting: readonly AtRest[] }): ReactElement {
  const { t } = useTranslation('collection');
  const now = useNow();
  return (
    <Table
      label={t('draw.resting')}
      rows={resting}
      rowId={(row) => row.din}
      onOpen={() => go('/rest')}
      empty={t('draw.noneResting')}
      tight
      columns={[
        {
          id: 'who',
          header: t('draw.resting'),
          cell: (row) =>
            row.reaction ? (
              <StatusTag kind="stop">{row.shortName}</StatusTag>
            ) : (
              <span className={styles['nowrap']}>{row.shortName}</span>
            ),
        },
        {
          id: 'left',
          header: t('draw.minutesLeft'),
          cell: (row) => restWords(row, now, t),
          numeric: true,
        },
        {
          id: 'next',
          header: t('rest.check'),
          cell: (row) =>
            row.nextCheckAt === null ? (
              '—'
            ) : (
              <b data-tone={vitalsTone(row.nextCheckAt, now)}>
                {minutesText(Date.parse(row.nextCheckAt) - now)}
              </b>
            ),
          numeric: true,
        },
        { id: 'carer', header: t('draw.carer'), cell: (row) => row.carer ?? '—' },
      ]}
    />
  );
}

/** How long a donor stays yet: not begun, minutes, or over. */
export function restWords(
  row: Pick<AtRest, 'until'>,
  now: number,
  t: TFunction<'collection'>,
): string {
  if (row.until === null) return t('draw.notStarted');
  const left = Date.parse(row.until) - now;
  return left > 0 ? minutesText(left) : t('draw.over');
}

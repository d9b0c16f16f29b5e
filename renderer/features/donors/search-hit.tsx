import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Code } from '#renderer/ui/code.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './donors.module.css';
import { useGroupWords } from './words.ts';

export type DonorSummary = OutputOf<'donors.lookUp'>[number];

/** One donor of a list: two identifiers a line, group, and what reception must know first. */
export function SearchHit(props: {
  id: string;
  row: DonorSummary;
  current: boolean;
  onOpen: () => void;
}): ReactElement {
  const { row } = props;
  // The listbox pattern keeps the focus, and so the keys, in the text box.
  return (
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.current}
      className={cx(styles['hit'], props.current && styles['at'])}
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={props.onOpen}
    >
      <DonorLines row={row} />
    </div>
  );
}

/** The lines of a donor in a list. */
export function DonorLines(props: { row: DonorSummary }): ReactElement {
  const { t } = useTranslation('donors');
  const group = useGroupWords();
  const { row } = props;
  return (
    <>
      <span className={styles['face']}>
        <Icon name="person" size={32} stroke={1.25} />
      </span>
      <span>
        <span className={styles['line']}>
          <b>
            <bdi>{row.name}</bdi>
          </b>
          <span className={styles['quiet']}>{row.reading}</span>
          <span>{t(`sex.${row.sex}`)}</span>
          <span>
            {row.birthDate}（{t('age', { years: row.age })}）
          </span>
        </span>
        <span className={styles['line']}>
          <Code>{row.number}</Code>
          <span className={styles['quiet']}>{row.documentMasked.slice(-8)}</span>
          {row.phoneMasked === '' ? null : (
            <span className={styles['quiet']}>{t('search.phone', { phone: row.phoneMasked })}</span>
          )}
          <span className={styles['quiet']}>
            {row.lastGivenOn === null
              ? t('search.firstTime')
              : t('search.lastGiven', { date: row.lastGivenOn, days: row.daysSince })}
          </span>
        </span>
      </span>
      <span className={styles['end']}>
        {row.group === null ? t('search.groupUnknown') : group(row.group)}
        <HitStatus row={row} />
      </span>
    </>
  );
}

function HitStatus(props: { row: DonorSummary }): ReactElement {
  const { t } = useTranslation(['donors', 'visits']);
  const { row } = props;
  const board = useStationQuery('visits.board', {});
  const here = board.data?.rows.find((each) => each.donorId === row.donorId);
  if (row.lookAlike) return <StatusTag kind="caution">{t('donors:search.lookAlike')}</StatusTag>;
  if (here !== undefined) {
    const step = t(`visits:next.${here.next}`);
    return <StatusTag kind="info">{t('donors:search.onSite', { step })}</StatusTag>;
  }
  if (row.deferred) return <StatusTag kind="caution">{t('donors:search.deferred')}</StatusTag>;
  return row.nextOn === null ? (
    <StatusTag kind="ok">{t('donors:search.today')}</StatusTag>
  ) : (
    <StatusTag kind="notApplicable">
      {t('donors:search.from', { date: row.nextOn.slice(5) })}
    </StatusTag>
  );
}

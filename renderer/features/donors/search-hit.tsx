import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { Code } from '#renderer/ui/code.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './donors.module.css';
import { useGroupWords } from './words.ts';

export type DonorSummary = OutputOf<'donors.lookUp'>[number];
export type VisitNext = OutputOf<'visits.board'>['rows'][number]['next'];

/**
 * One donor of a list: two identifiers a line, group, and what reception must know first. Drawn again
 * only when she or her place in the choice changes: the list is redrawn with every letter.
 */
export const SearchHit = memo(function SearchHit(props: {
  id: string;
  row: DonorSummary;
  /** What she waits for where she is on site today. */
  next: VisitNext | undefined;
  current: boolean;
  onOpen: (donorId: string) => void;
}): ReactElement {
  const { row, onOpen } = props;
  // The listbox pattern keeps the focus, and so the keys, in the text box.
  return (
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.current}
      className={cx(styles['hit'], props.current && styles['at'])}
      onMouseDown={(event) => event.preventDefault()}
      onMouseUp={() => onOpen(row.donorId)}
    >
      <DonorLines row={row} next={props.next} />
    </div>
  );
});

function DonorLines(props: { row: DonorSummary; next: VisitNext | undefined }): ReactElement {
  const { t } = useTranslation('donors');
  const group = useGroupWords();
  const { row, next } = props;
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
        <HitStatus row={row} next={next} />
      </span>
    </>
  );
}

function HitStatus(props: { row: DonorSummary; next: VisitNext | undefined }): ReactElement {
  const { t } = useTranslation(['donors', 'visits']);
  const { row, next } = props;
  if (row.lookAlike) return <StatusTag kind="caution">{t('donors:search.lookAlike')}</StatusTag>;
  if (next !== undefined) {
    const step = codeWord(['visits:next'], next);
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

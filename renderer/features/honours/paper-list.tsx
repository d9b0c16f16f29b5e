import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import styles from './honours.module.css';
import { type Paper, stateOf, whatOf } from './words.ts';

/** Papers to do in order of the end of collection; arrow keys move, the current one is shown. */
export function PaperList(props: {
  papers: readonly Paper[];
  current: string | undefined;
  onChoose: (certificateId: string) => void;
}): ReactElement {
  const { t } = useTranslation('honours');
  const list = useRef<HTMLElement>(null);
  const move = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = props.papers[index + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    props.onChoose(next.certificateId);
    list.current?.querySelectorAll('button')[index + step]?.focus();
  };
  if (props.papers.length === 0)
    return <EmptyState icon="stamp" title={t('list.empty')} fill={t('list.emptyFill')} />;
  return (
    <nav ref={list} className={styles['list']} aria-label={t('list.label')}>
      {props.papers.map((paper, index) => {
        const { kind, text } = stateOf(paper, t);
        return (
          <button
            key={paper.certificateId}
            type="button"
            className={styles['item']}
            aria-current={paper.certificateId === props.current}
            data-paper={paper.certificateId}
            onClick={() => props.onChoose(paper.certificateId)}
            onKeyDown={(event) => move(event, index)}
          >
            <b>{paper.name}</b>
            <span>{whatOf(paper, t)}</span>
            <StatusTag kind={kind}>{text}</StatusTag>
          </button>
        );
      })}
    </nav>
  );
}

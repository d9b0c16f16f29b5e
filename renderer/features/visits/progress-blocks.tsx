import type { ReactElement } from 'react';
import { cx } from '#renderer/ui/cx.ts';
import styles from './visits.module.css';

const BLOCKS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Seven blocks of a visit: behind, now, ahead; a stopped visit shows where. */
export function ProgressBlocks(props: {
  done: number;
  stopped: boolean;
  label: string;
}): ReactElement {
  return (
    <span className={styles['progress']}>
      <span className={styles['blocks']} aria-hidden>
        {BLOCKS.map((block) => (
          <span
            key={block}
            className={cx(
              styles['block'],
              block < props.done && styles['behind'],
              block === props.done && (props.stopped ? styles['halt'] : styles['now']),
            )}
          />
        ))}
      </span>
      {props.label}
    </span>
  );
}

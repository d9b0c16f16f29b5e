import type { ReactElement, ReactNode } from 'react';
import styles from './code.module.css';
import { cx } from './cx.ts';

/**
 * A number that a person compares character by character.
 * `check` is the boxed check character of a donation number; the whole is isolated from
 * right-to-left names so that it cannot be reordered.
 */
export function Code(props: {
  children: ReactNode;
  check?: string;
  strong?: boolean;
}): ReactElement {
  return (
    <bdi className={cx(styles['code'], props.strong && styles['strong'])}>
      {props.children}
      {props.check === undefined ? null : <span className={styles['check']}>{props.check}</span>}
    </bdi>
  );
}

/** A key in a small frame, shown inside the button or beside the word it works for. */
export function KeyCap(props: { children: ReactNode }): ReactElement {
  return <kbd className={styles['key']}>{props.children}</kbd>;
}

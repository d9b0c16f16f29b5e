import type { ReactElement, ReactNode } from 'react';
import { cx } from '#renderer/ui/cx.ts';
import styles from './labeling.module.css';

/** A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

/** A part of a pane that scrolls by itself, by wheel and by keyboard. */
export function Scroll(props: {
  label: string;
  padded?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <section
      className={cx(styles['scroll'], props.padded && styles['scrollPadded'])}
      aria-label={props.label}
      {...FOCUSABLE}
    >
      {props.children}
    </section>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import type { Density } from './density.ts';
import styles from './pane.module.css';
import { useScrollStop } from './use-scroll-stop.ts';

/** Title row of a screen: what, a quiet line, and controls or summary flags at the right. */
export function ScreenHead(props: {
  title: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}): ReactElement {
  return (
    <header className={styles['head']}>
      <h1>{props.title}</h1>
      {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
      <span className={styles['grow']} />
      {props.children}
    </header>
  );
}

/** Panes side by side, divided by hairlines; the first takes the free width. */
export function Panes(props: { children: ReactNode; density?: Density }): ReactElement {
  return (
    <div className={styles['panes']} data-density={props.density}>
      {props.children}
    </div>
  );
}

function Body(props: { padded: boolean; children: ReactNode }): ReactElement {
  const region = useScrollStop<HTMLDivElement>();
  return (
    <div ref={region} className={cx(styles['body'], props.padded && styles['padded'])}>
      {props.children}
    </div>
  );
}

/** The working pane. Its body scrolls by itself. */
export function Pane(props: {
  title?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
  padded?: boolean;
}): ReactElement {
  return (
    <section className={styles['pane']}>
      {props.title === undefined ? null : (
        <header className={styles['title']}>
          <h2>{props.title}</h2>
          {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
        </header>
      )}
      <Body padded={props.padded === true}>{props.children}</Body>
    </section>
  );
}

/** The pane of the decision, 344–420 px. The foot (PIN, sign, release) is pinned. */
export function SidePane(props: {
  title?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  width?: 'narrow' | 'wide';
  padded?: boolean;
}): ReactElement {
  return (
    <aside
      className={cx(styles['pane'], styles['side'], props.width === 'narrow' && styles['narrow'])}
    >
      {props.title === undefined ? null : (
        <header className={styles['title']}>
          <h2>{props.title}</h2>
          {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
        </header>
      )}
      <Body padded={props.padded !== false}>{props.children}</Body>
      {props.foot === undefined ? null : <footer className={styles['foot']}>{props.foot}</footer>}
    </aside>
  );
}

/** Controls in a row or a grid of equal columns, with the kit's gaps. */
export function Row(props: {
  children: ReactNode;
  columns?: number;
  align?: 'start' | 'end' | 'between';
}): ReactElement {
  const style =
    props.columns === undefined
      ? undefined
      : { display: 'grid', gridTemplateColumns: `repeat(${props.columns}, minmax(0, 1fr))` };
  return (
    <div
      className={cx(styles['row'], props.align !== undefined && styles[props.align])}
      style={style}
    >
      {props.children}
    </div>
  );
}

/** Parts under each other with an even gap. */
export function Stack(props: {
  children: ReactNode;
  gap?: 'small' | 'normal' | 'large';
}): ReactElement {
  return <div className={cx(styles['stack'], styles[props.gap ?? 'normal'])}>{props.children}</div>;
}

import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Glyph, type GlyphShape } from './glyph.tsx';
import styles from './status-tag.module.css';

/** What a state means; shape and colour follow from it so that no screen picks its own. */
export type StatusKind =
  | 'ok'
  | 'running'
  | 'next'
  | 'waiting'
  | 'notApplicable'
  | 'hold'
  | 'caution'
  | 'stop'
  | 'info'
  | 'first';

const look: Record<StatusKind, { shape: GlyphShape; tone: string }> = {
  ok: { shape: 'tick', tone: 'ok' },
  running: { shape: 'half', tone: 'run' },
  next: { shape: 'arrow', tone: 'info' },
  waiting: { shape: 'dashed', tone: 'off' },
  notApplicable: { shape: 'dash', tone: 'off' },
  hold: { shape: 'hold', tone: 'off' },
  caution: { shape: 'triangle', tone: 'warn' },
  stop: { shape: 'octagon', tone: 'danger' },
  info: { shape: 'info', tone: 'info' },
  first: { shape: 'star', tone: 'info' },
};

/** Shape for a state, for parts that place the glyph themselves. */
export function statusShape(kind: StatusKind): GlyphShape {
  return look[kind].shape;
}

/** Glyph and word, no pill: shape, word and colour say the same thing. */
export function StatusTag(props: { kind: StatusKind; children: ReactNode }): ReactElement {
  const { shape, tone } = look[props.kind];
  return (
    <span className={cx(styles['tag'], styles[tone])}>
      <Glyph shape={shape} />
      {props.children}
    </span>
  );
}

/** The boxed form, for summaries and a donor's flags only. */
export function Flag(props: { kind: StatusKind; children: ReactNode }): ReactElement {
  const { shape, tone } = look[props.kind];
  return (
    <span className={cx(styles['tag'], styles['box'], styles[tone])}>
      <Glyph shape={shape} />
      {props.children}
    </span>
  );
}

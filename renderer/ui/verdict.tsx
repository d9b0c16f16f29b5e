import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import { Glyph, type GlyphShape } from './glyph.tsx';
import styles from './verdict.module.css';

/** Answers to a scan that fit a strip; WRONG is never one of them (see `Wrong`). */
export type VerdictKind = 'ok' | 'moved' | 'notNeeded' | 'caution';

const shapes: Record<VerdictKind, GlyphShape> = {
  ok: 'tick',
  moved: 'arrow',
  notNeeded: 'dash',
  caution: 'triangle',
};

/** What the last scan did, 56 px, in words. */
export function Verdict(props: { kind: VerdictKind; text: string; detail?: string }): ReactElement {
  return (
    <div className={cx(styles['verdict'], styles[props.kind])}>
      <Glyph shape={shapes[props.kind]} size={28} />
      <span>
        {props.text}
        {props.detail === undefined ? null : <small>{props.detail}</small>}
      </span>
    </div>
  );
}

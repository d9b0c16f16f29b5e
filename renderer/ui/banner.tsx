import type { ReactElement, ReactNode } from 'react';
import styles from './banner.module.css';
import { cx } from './cx.ts';
import { Glyph, type GlyphShape } from './glyph.tsx';

export type BannerTone = 'info' | 'ok' | 'warn' | 'danger';

const shapes: Record<BannerTone, GlyphShape> = {
  info: 'info',
  ok: 'tick',
  warn: 'triangle',
  danger: 'octagon',
};

/** A condition that lasts; a single result is a verdict instead. */
export function Banner(props: {
  tone: BannerTone;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  code?: string;
}): ReactElement {
  return (
    <div className={cx(styles['note'], styles[props.tone])}>
      <span className={styles['glyph']}>
        <Glyph shape={shapes[props.tone]} />
      </span>
      <div className={styles['words']}>
        <b>{props.title}</b>
        {props.children === undefined ? null : <span>{props.children}</span>}
        {props.code === undefined ? null : <span className={styles['code']}>{props.code}</span>}
      </div>
      {props.actions === undefined ? null : (
        <div className={styles['actions']}>{props.actions}</div>
      )}
    </div>
  );
}

/** One part of a strip: strong words, then the rest. */
export type StripItem = { strong?: string; text: string };

/** Amber strip under the banner: offline, degraded storage, relayed alarms. Never covers anything. */
export function AttentionStrip(props: {
  lead: string;
  items: ReadonlyArray<StripItem>;
  end?: string;
}): ReactElement {
  return (
    <section className={styles['strip']} aria-label={props.lead}>
      <span className={styles['lead']}>
        <Glyph shape="triangle" />
        {props.lead}
      </span>
      {props.items.map((item) => (
        <span key={`${item.strong ?? ''}${item.text}`} className={styles['item']}>
          {item.strong === undefined ? null : <b>{item.strong}</b>}
          {item.text}
        </span>
      ))}
      {props.end === undefined ? null : (
        <span className={cx(styles['item'], styles['end'])}>{props.end}</span>
      )}
    </section>
  );
}

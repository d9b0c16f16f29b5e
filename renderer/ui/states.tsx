import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { Glyph } from './glyph.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './states.module.css';

/** One sentence and the scan or key that fills it. Left-aligned, no picture of nothing. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  fill: ReactNode;
}): ReactElement {
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <Icon name={props.icon} size={40} stroke={1.25} />
      </span>
      <h3>{props.title}</h3>
      <p>{props.fill}</p>
    </div>
  );
}

function CodedPanel(props: {
  glyph: 'triangle' | 'octagon' | 'hold';
  title: string;
  code: string;
  lines: ReadonlyArray<{ name: string; text: ReactNode }>;
  actions?: ReactNode;
}): ReactElement {
  return (
    <section className={styles['panel']} aria-label={props.title}>
      <span className={cx(styles['glyph'], styles[props.glyph])}>
        <Glyph shape={props.glyph} />
      </span>
      <div className={styles['panelBody']}>
        <header>
          <h3>{props.title}</h3>
          <bdi className={styles['code']}>{props.code}</bdi>
        </header>
        <dl>
          {props.lines.map((line) => (
            <div key={line.name}>
              <dt>{line.name}</dt>
              <dd>{line.text}</dd>
            </div>
          ))}
        </dl>
        {props.actions === undefined ? null : (
          <div className={styles['actions']}>{props.actions}</div>
        )}
      </div>
    </section>
  );
}

/** What failed, what is safe, what to do, with the code at the upper right. */
export function ErrorState(props: {
  tone?: 'warn' | 'danger';
  title: string;
  safe: ReactNode;
  todo: ReactNode;
  code: string;
  actions?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('kit');
  return (
    <CodedPanel
      glyph={props.tone === 'warn' ? 'triangle' : 'octagon'}
      title={props.title}
      code={props.code}
      actions={props.actions}
      lines={[
        { name: t('error.safe'), text: props.safe },
        { name: t('error.todo'), text: props.todo },
      ]}
    />
  );
}

/** A refusal says which requirement is not met (依据) and the way out (出路). */
export function RefusalPanel(props: {
  tone?: 'stop' | 'hold';
  title: string;
  basis?: ReactNode;
  wayOut?: ReactNode;
  code: string;
  actions?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('kit');
  return (
    <CodedPanel
      glyph={props.tone === 'hold' ? 'hold' : 'octagon'}
      title={props.title}
      code={props.code}
      actions={props.actions}
      lines={[
        ...(props.basis === undefined ? [] : [{ name: t('refusal.basis'), text: props.basis }]),
        ...(props.wayOut === undefined ? [] : [{ name: t('refusal.wayOut'), text: props.wayOut }]),
      ]}
    />
  );
}

/** A long job: what, how far, how long still, and what may be done meanwhile. Nothing spins. */
export function Progress(props: {
  label: string;
  value: number;
  total: number;
  note?: string;
}): ReactElement {
  const percent = props.total === 0 ? 0 : Math.min(100, (props.value / props.total) * 100);
  return (
    <div className={styles['progress']}>
      <Glyph shape="half" />
      <b>
        {props.label} {props.value.toLocaleString('en')} / {props.total.toLocaleString('en')}
      </b>
      <span
        className={styles['track']}
        role="progressbar"
        aria-label={props.label}
        aria-valuenow={props.value}
        aria-valuemin={0}
        aria-valuemax={props.total}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
      {props.note === undefined ? null : <span className={styles['quiet']}>{props.note}</span>}
    </div>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './figure.module.css';

/** One number people look for from two metres; its unit smaller and lighter. One a screen. */
export function Figure(props: {
  label: string;
  value: string;
  unit?: string;
  size?: 'normal' | 'countdown' | 'large';
  note?: ReactNode;
  tone?: 'warn' | 'danger';
}): ReactElement {
  return (
    <div className={cx(styles['figure'], styles[props.size ?? 'normal'])}>
      <span className={styles['label']}>{props.label}</span>
      <span className={cx(styles['value'], props.tone !== undefined && styles[props.tone])}>
        {props.value}
        {props.unit === undefined ? null : <small>{props.unit}</small>}
      </span>
      {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
    </div>
  );
}

/** A small named number beside the figure. */
export function Reading(props: {
  label: string;
  value: string;
  unit?: string;
  secondary?: boolean;
}): ReactElement {
  return (
    <div className={cx(styles['reading'], props.secondary && styles['secondary'])}>
      <span className={styles['label']}>{props.label}</span>
      <span className={styles['readingValue']}>
        {props.value}
        {props.unit === undefined ? null : <small>{props.unit}</small>}
      </span>
    </div>
  );
}

/** A bar with its target as a band: 0 to `max`, filled to `value`, band from `low` to `high`. */
export function ProgressBar(props: {
  label: string;
  value: number;
  max: number;
  unit: string;
  band?: { low: number; high: number };
  thin?: boolean;
}): ReactElement {
  const { t } = useTranslation('kit');
  const part = (amount: number): string =>
    `${Math.max(0, Math.min(100, (amount / props.max) * 100))}%`;
  return (
    <div
      className={cx(styles['bar'], props.thin && styles['thin'])}
      role="progressbar"
      aria-label={props.label}
      aria-valuenow={props.value}
      aria-valuemin={0}
      aria-valuemax={props.max}
      aria-valuetext={t('progress.of', { value: props.value, total: props.max, unit: props.unit })}
    >
      <span className={styles['fill']} style={{ width: part(props.value) }} />
      {props.band === undefined ? null : (
        <span
          className={styles['band']}
          style={{ left: part(props.band.low), width: part(props.band.high - props.band.low) }}
        />
      )}
    </div>
  );
}

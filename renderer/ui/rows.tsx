import type { ReactElement, ReactNode } from 'react';
import { Code } from './code.tsx';
import { cx } from './cx.ts';
import { Glyph } from './glyph.tsx';
import styles from './rows.module.css';
import { type StatusKind, StatusTag, statusShape } from './status-tag.tsx';

export type StepState = 'done' | 'current' | 'waiting' | 'caution' | 'stop' | 'notApplicable';

const stepKind: Record<StepState, StatusKind> = {
  done: 'ok',
  current: 'next',
  waiting: 'waiting',
  caution: 'caution',
  stop: 'stop',
  notApplicable: 'notApplicable',
};

/** A list of steps; its rows carry the order. */
export function Steps(props: { label: string; children: ReactNode }): ReactElement {
  return (
    <ol className={styles['steps']} aria-label={props.label}>
      {props.children}
    </ol>
  );
}

/** Glyph, what, value. The current one has a tint, a 4 px edge and larger words. */
export function StepRow(props: {
  state: StepState;
  what: ReactNode;
  detail?: ReactNode;
  value?: ReactNode;
}): ReactElement {
  const current = props.state === 'current';
  return (
    <li
      className={cx(styles['step'], styles[props.state])}
      aria-current={current ? 'step' : undefined}
    >
      <Glyph shape={statusShape(stepKind[props.state])} size={20} />
      <span className={styles['what']}>
        <b>{props.what}</b>
        {props.detail === undefined ? null : <small>{props.detail}</small>}
      </span>
      {props.value === undefined ? null : <span className={styles['value']}>{props.value}</span>}
    </li>
  );
}

export type RuleVerdict = 'met' | 'notMet' | 'ask' | 'unknown' | 'notApplicable';

const ruleKind: Record<RuleVerdict, StatusKind> = {
  met: 'ok',
  notMet: 'stop',
  ask: 'caution',
  unknown: 'waiting',
  notApplicable: 'notApplicable',
};

const ruleTone: Record<RuleVerdict, string | undefined> = {
  met: undefined,
  notMet: 'toneStop',
  ask: 'toneAsk',
  unknown: undefined,
  notApplicable: undefined,
};

/** The head of a list of rules. */
export function RuleTable(props: {
  label: string;
  heads: readonly [string, string, string, string, string];
  children: ReactNode;
}): ReactElement {
  return (
    <table className={styles['rules']} aria-label={props.label}>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

/** Id with clause, item, input, limit, verdict. An input that was replaced stays in `before`. */
export function RuleRow(props: {
  id: string;
  clause: string;
  item: string;
  before?: string;
  input: ReactNode;
  limit: string;
  verdict: RuleVerdict;
  verdictText: string;
}): ReactElement {
  const tone = ruleTone[props.verdict];
  return (
    <tr className={cx(tone !== undefined && styles[tone])}>
      <td>
        <span className={styles['rule']}>
          <Code>{props.id}</Code>
          <small>{props.clause}</small>
        </span>
      </td>
      <td className={styles['item']}>{props.item}</td>
      <td>
        {props.before === undefined ? null : (
          <span className={styles['before']}>{props.before}</span>
        )}
        {props.input}
      </td>
      <td className={styles['limit']}>{props.limit}</td>
      <td>
        <StatusTag kind={ruleKind[props.verdict]}>{props.verdictText}</StatusTag>
      </td>
    </tr>
  );
}

/** Names and values under each other, divided by hairlines. */
export function Facts(props: {
  items: ReadonlyArray<{ name: string; value: ReactNode }>;
}): ReactElement {
  return (
    <dl className={styles['facts']}>
      {props.items.map((item) => (
        <div key={item.name}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

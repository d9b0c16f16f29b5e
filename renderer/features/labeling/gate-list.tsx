import type { ReactElement } from 'react';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { type StatusKind, statusShape } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './labeling.module.css';
import { useSaid } from './said.ts';
import { Scroll } from './scroll.tsx';

type Verdict = NonNullable<OutputOf<'labeling.unit'>>['verdicts'][number];

const KINDS: Record<Verdict['verdict'], StatusKind> = {
  met: 'ok',
  notMet: 'stop',
  missing: 'waiting',
  notApplicable: 'notApplicable',
  caution: 'caution',
};

/** Each condition with its limit and its evidence; what is open comes first. */
export function GateList(props: { label: string; verdicts: readonly Verdict[] }): ReactElement {
  const said = useSaid();
  const open = (one: Verdict): boolean => one.verdict !== 'met' && one.verdict !== 'notApplicable';
  const sorted = [...props.verdicts].sort((a, b) => Number(open(b)) - Number(open(a)));
  return (
    <Scroll label={props.label}>
      <ul className={styles['gate']}>
        {sorted.map((one, index) => (
          <li key={`${one.ruleId}-${index.toString()}`} className={styles[one.verdict]}>
            <Glyph shape={statusShape(KINDS[one.verdict])} />
            <b>{said(one.item)}</b>
            <span className={styles['evidence']}>{said(one.input)}</span>
            <small>{said(one.limit)}</small>
          </li>
        ))}
      </ul>
    </Scroll>
  );
}

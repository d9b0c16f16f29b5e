import type { ReactElement } from 'react';
import { StepRow, type StepState, Steps } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSaid } from './said.ts';

type Verdict = NonNullable<OutputOf<'labeling.unit'>>['verdicts'][number];

const STATES: Record<Verdict['verdict'], StepState> = {
  met: 'done',
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
    <Steps label={props.label}>
      {sorted.map((one, index) => (
        <StepRow
          key={`${one.ruleId}-${index.toString()}`}
          state={STATES[one.verdict]}
          what={said(one.item)}
          detail={said(one.limit)}
          value={said(one.input)}
        />
      ))}
    </Steps>
  );
}

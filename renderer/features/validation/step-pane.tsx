import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Proof } from '#shared/contract/envelope.ts';
import { RESULTS, type StepResult } from '#shared/features/validation/model.ts';
import type { TestCode } from '#shared/features/validation/protocol.ts';
import { useSay } from '../visits/say.ts';
import { Earlier } from './earlier.tsx';
import type { Step } from './standing.ts';
import { StationLook } from './station-look.tsx';
import styles from './validation.module.css';

const NOTHING = { observed: '', note: '', deviation: '' };

/** One step: how and what to see, what the station found, what two persons say and sign. */
export function StepPane(props: {
  step: Step;
  runId: string;
  testCodes: readonly TestCode[];
  isOpen: boolean;
  onSigned: () => void;
}): ReactElement {
  const { t } = useTranslation('validation');
  const say = useSay();
  const { step, runId } = props;
  const [result, setResult] = useState<StepResult | undefined>(undefined);
  const [said, setSaid] = useState(NOTHING);
  const { act, outcome, busy } = useAct('validation.signStep');
  const sign = async (proof: Omit<Proof, 'actor'>): Promise<void> => {
    if (result === undefined) return;
    const { stepId, contentHash } = step;
    const signed = await act({ runId, stepId, result, contentHash, ...said }, { proof });
    if (signed === undefined) return;
    announce('ok', t('ui.signedStep', { step: stepId, left: signed.stepsLeft }));
    props.onSigned();
  };
  return (
    <SidePane
      title={`${step.stepId} ${say(step.title)}`}
      foot={
        props.isOpen && result !== undefined ? (
          <>
            <OutcomePanel outcome={outcome} />
            <Signature
              two
              label={t(step.results.length === 0 ? 'ui.sign' : 'ui.signAgain')}
              missing={missingOf(step, result, said, t)}
              busy={busy}
              onSign={(proof) => void sign(proof)}
            />
          </>
        ) : undefined
      }
    >
      <Stack>
        <p className={styles['words']}>
          <b>{t('ui.how')}</b>
          {say(step.how)}
        </p>
        <p className={styles['words']}>
          <b>{t('ui.expected')}</b>
          {say(step.expected)}
        </p>
        {step.check === null ? null : (
          <StationLook
            step={step}
            runId={runId}
            testCodes={props.testCodes}
            isOpen={props.isOpen}
          />
        )}
        {props.isOpen ? (
          <>
            <Segmented<StepResult>
              label={t('ui.result')}
              value={result}
              onChange={setResult}
              choices={RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
            />
            {step.check === null && result !== 'notApplicable' ? (
              <TextField
                label={t('ui.observed')}
                value={said.observed}
                onChange={(observed) => setSaid({ ...said, observed })}
                lines={2}
              />
            ) : null}
            {result === 'fail' ? (
              <TextField
                label={t('ui.deviation')}
                hint={t('ui.deviationHint')}
                value={said.deviation}
                onChange={(deviation) => setSaid({ ...said, deviation })}
                lines={2}
              />
            ) : null}
            <TextField
              label={t(result === 'notApplicable' ? 'ui.why' : 'ui.note')}
              value={said.note}
              onChange={(note) => setSaid({ ...said, note })}
            />
          </>
        ) : null}
        <Earlier results={step.results} />
      </Stack>
    </SidePane>
  );
}

/** Words for what keeps the step from being signed; the rule decides again. */
function missingOf(
  step: Step,
  result: StepResult | undefined,
  said: typeof NOTHING,
  t: (
    key: 'ui.missingLook' | 'ui.missingResult' | `ui.missing${'Observed' | 'Deviation' | 'Why'}`,
  ) => string,
): string | undefined {
  const isSaid = (text: string): boolean => text.trim().length > 1;
  if (result === 'notApplicable') return isSaid(said.note) ? undefined : t('ui.missingWhy');
  if (step.check !== null && step.checked === null) return t('ui.missingLook');
  if (result === undefined) return t('ui.missingResult');
  if (step.check === null && !isSaid(said.observed)) return t('ui.missingObserved');
  return result === 'fail' && !isSaid(said.deviation) ? t('ui.missingDeviation') : undefined;
}

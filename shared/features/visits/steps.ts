import { type Reason, reason } from '../../kernel/decision.ts';
import type { VisitRow, VisitStep } from './model.ts';

/** Steps in their order; each is open only when the ones before are done. */
export const STEPS = [
  'door',
  'carer',
  'consent',
  'questionnaire',
  'review',
  'register',
  'vitals',
  'bloodTest',
  'decision',
  'number',
  'chair',
  'run',
  'rest',
  'done',
] as const satisfies readonly VisitStep[];

/** Place of a step in the order, from 0. */
export function stepIndex(step: VisitStep): number {
  return STEPS.indexOf(step);
}

/** Whether a step lies behind the visit. */
export function isPast(visit: Pick<VisitRow, 'step'>, step: VisitStep): boolean {
  return stepIndex(visit.step) > stepIndex(step);
}

/** Who stands in the way of a step: the refusal of a closed or yesterday's visit. */
export function openProblem(visit: VisitRow | undefined, today: string): Reason | undefined {
  if (!visit) return reason('visits.unknown');
  if (visit.state !== 'open') return reason('visits.notOpen');
  return visit.localDate === today
    ? undefined
    : reason('visits.notToday', { day: visit.localDate });
}

/**
 * The refusal of a step out of order: it names the first missing step (`visits.consentFirst` …); a step
 * that is done is not done again unless it may repeat.
 */
export function orderProblem(
  visit: VisitRow,
  wanted: VisitStep,
  mayRepeatUpTo?: VisitStep,
): Reason | undefined {
  if (visit.step === wanted) return undefined;
  if (stepIndex(visit.step) < stepIndex(wanted)) return reason(`visits.${visit.step}First`);
  const repeats = mayRepeatUpTo !== undefined && stepIndex(visit.step) <= stepIndex(mayRepeatUpTo);
  return repeats ? undefined : reason('visits.stepDone');
}

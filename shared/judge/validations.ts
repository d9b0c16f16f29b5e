import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

type Signed = EntryOf<'validation.stepSigned'>;
type Concluded = EntryOf<'validation.concluded'>;

/**
 * INV-31: what two signed of a validation run was so. Only “failed” stands against what the station
 * had found last, and a run is accepted only with every step of its protocol signed; plainly only
 * where none that counts had failed, with deviations only where one had.
 */
export const validationsSayWhatWasSeen: Examination = (history) => [
  ...history.of('validation.stepSigned').flatMap((entry) => against(history, entry)),
  ...history.of('validation.concluded').flatMap((entry) => unearned(history, entry)),
];

function against(history: History, entry: Signed): readonly Violation[] {
  if (entry.body.result === 'fail') return [];
  const moment = history.position(entry);
  const looks = history.naming('validation.checked', 'runId', entry.body.runId, moment);
  return looks.findLast(({ body }) => body.stepId === entry.body.stepId)?.body.ok === false
    ? [violation('INV-31', entry.body.runId, entry, 'passed against what the station had found')]
    : [];
}

function unearned(history: History, entry: Concluded): readonly Violation[] {
  const { runId, verdict } = entry.body;
  if (verdict === 'rejected') return [];
  const moment = history.position(entry);
  const signed = history.naming('validation.stepSigned', 'runId', runId, moment);
  const [begun] = history.naming('validation.started', 'runId', runId, moment);
  const last = (begun?.body.protocol.steps ?? []).map(
    (step) => signed.findLast(({ body }) => body.stepId === step.id)?.body.result,
  );
  if (last.length === 0 || last.includes(undefined))
    return [violation('INV-31', runId, entry, 'accepted with steps that nobody signed')];
  const hasFailed = last.includes('fail');
  return hasFailed === (verdict === 'acceptedWithDeviations')
    ? []
    : [violation('INV-31', runId, entry, 'the verdict does not follow from the steps')];
}

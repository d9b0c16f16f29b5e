import type { StatusKind } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

export type Run = OutputOf<'validation.runs'>[number];
export type WholeRun = NonNullable<OutputOf<'validation.run'>>;
export type Step = WholeRun['steps'][number];
export type Standing = 'never' | 'running' | 'valid' | 'outdated' | 'rejected';

/** Where the station stands with its newest run. */
export function standingOf(run: Run | undefined): Standing {
  if (run === undefined) return 'never';
  if (run.outdated.length > 0) return 'outdated';
  if (run.verdict === null) return 'running';
  return run.verdict === 'rejected' ? 'rejected' : 'valid';
}

/** How a standing looks. */
export const STANDING_KIND: Readonly<Record<Standing, StatusKind>> = {
  never: 'caution',
  running: 'running',
  valid: 'ok',
  outdated: 'caution',
  rejected: 'stop',
};

/** How a signed result looks. */
export const RESULT_KIND: Readonly<Record<'pass' | 'fail' | 'notApplicable', StatusKind>> = {
  pass: 'ok',
  fail: 'stop',
  notApplicable: 'notApplicable',
};

/** A run that can still be worked on. */
export function isOpen(run: Run): boolean {
  return run.verdict === null && run.outdated.length === 0;
}

/** The first step that nobody signed, or the first. */
export function nextStep(steps: readonly Step[]): Step | undefined {
  return steps.find((step) => step.results.length === 0) ?? steps[0];
}

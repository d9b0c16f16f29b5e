import type { OutputOf } from '#shared/contract/index.ts';
import type { ValidationRunRow, ValidationStepRow } from '#shared/features/validation/model.ts';
import type { ProtocolStep } from '#shared/features/validation/protocol.ts';
import {
  lastCheck,
  lastResult,
  outdatedBy,
  rowOf,
  runContent,
  stepContent,
} from '#shared/features/validation/standing.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { contentHash } from '../rulesets/hash.ts';
import { presentOf } from './program.ts';

type RunView = OutputOf<'validation.runs'>[number];
type WholeRun = NonNullable<OutputOf<'validation.run'>>;
type StepView = WholeRun['steps'][number];

const nameOf = ({ read }: QueryContext, staffId: string): string =>
  read.get('staff', staffId)?.name ?? staffId;

/** A run in one line: where it stands and what has changed since. */
export function runView(run: ValidationRunRow, ctx: QueryContext): RunView {
  const rows = ctx.read.by('validationStep', 'runId', run.id);
  const results = rows.flatMap((row) => lastResult(row) ?? []);
  const name = (staffId: string | null) => (staffId === null ? null : nameOf(ctx, staffId));
  return {
    runId: run.id,
    revision: run.protocol.revision,
    product: run.product,
    packs: [...run.packs],
    startedAt: run.startedAt,
    startedBy: nameOf(ctx, run.startedBy),
    steps: run.protocol.steps.length,
    signed: results.length,
    deviations: results.filter(({ result }) => result === 'fail').length,
    verdict: run.verdict,
    conclusion: run.conclusion,
    concludedAt: run.concludedAt,
    concludedBy: name(run.concludedBy),
    concludedSecond: name(run.concludedSecond),
    outdated: [...outdatedBy(run, presentOf(ctx))],
  };
}

/** A run with its protocol, evidence, signed results and whether these are still what was signed. */
export function wholeRun(runId: string, ctx: QueryContext): WholeRun | null {
  const run = ctx.read.get('validationRun', runId);
  if (!run) return null;
  const hash = contentHash(runContent(run, ctx.read.by('validationStep', 'runId', runId)));
  return {
    run: runView(run, ctx),
    steps: run.protocol.steps.map((step) =>
      stepView(run, step, rowOf(ctx.read, runId, step.id), ctx),
    ),
    testCodes: run.protocol.testCodes,
    contentHash: hash,
    intact: run.concludedHash === null ? null : run.concludedHash === hash,
  };
}

function stepView(
  run: ValidationRunRow,
  step: ProtocolStep,
  row: ValidationStepRow | undefined,
  ctx: QueryContext,
): StepView {
  const { id: stepId, requirements, ...shown } = step;
  const check = lastCheck(row);
  const results = (row?.results ?? []).map(({ contentHash: hash, checks, ...result }) => ({
    ...result,
    by: nameOf(ctx, result.by),
    second: nameOf(ctx, result.second),
    intact: contentHash(stepContent(run, step, lastCheck(row, checks))) === hash,
  }));
  return {
    ...shown,
    stepId,
    requirements: [...requirements],
    checked: check
      ? {
          ...check,
          by: nameOf(ctx, check.by),
          evidence: check.evidence.map((one) => ({ ...one })),
        }
      : null,
    results: results.toReversed(),
    contentHash: contentHash(stepContent(run, step, check)),
  };
}

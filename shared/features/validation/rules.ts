import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Basis, Evidence, StepResult, ValidationRunRow, Verdict } from './model.ts';
import { type Protocol, type ProtocolStep, stepOf } from './protocol.ts';
import {
  lastCheck,
  lastResult,
  outdatedBy,
  packsInForce,
  rowOf,
  runContent,
  stepContent,
} from './standing.ts';

/** What the station itself says of program and protocol; the packs in force are read from the records. */
export interface Program extends Omit<Basis, 'packs'> {
  readonly protocol: Protocol;
  /** SHA-256 of a value's canonical form. */
  readonly hash: (value: unknown) => string;
}

type Decided<Output> = Decision<NewEvent, Output>;

/** Begins a run on what runs now. Refused while one on the same stands open at this station. */
export function startRun(
  _input: unknown,
  ctx: DecideContext,
  program: Program,
): Decided<{ runId: string }> {
  const { product, protocolHash, protocol } = program;
  const open = ctx.read
    .by('validationRun', 'concludedAt', null)
    .find((run) => changes(run, ctx, program).length === 0);
  if (open) return refused(reason('validation.runOpen'));
  const packs = [...packsInForce(ctx.read, ctx.today)];
  const runId = ctx.newId();
  return accepted(
    [event('validation.started', { runId, product, protocolHash, packs, protocol })],
    { runId },
  );
}

/** Writes down what the station found by itself for a step that it can look at. */
export function recordCheck(
  input: { readonly runId: string; readonly stepId: string },
  ctx: DecideContext,
  prepared: { readonly program: Program; readonly evidence: readonly Evidence[] },
): Decided<{ ok: boolean; evidence: Evidence[] }> {
  const found = openStep(input, ctx, prepared.program);
  if (!found.ok) return refused(found.error);
  if (found.value.step.check === null) return refused(reason('validation.byPerson'));
  const evidence = prepared.evidence.map((one) => ({ ...one }));
  const holds = evidence.length > 0 && evidence.every((one) => one.ok);
  const { runId, stepId } = input;
  return accepted([event('validation.checked', { runId, stepId, ok: holds, evidence })], {
    ok: holds,
    evidence,
  });
}

export interface StepInput {
  readonly runId: string;
  readonly stepId: string;
  readonly result: StepResult;
  readonly observed: string;
  readonly note: string;
  readonly deviation: string;
  readonly contentHash: string;
}

/**
 * Two persons sign a step. Refused on an outdated or concluded run, on a picture that no longer
 * stands, for anything but “failed” where the station found otherwise, for “passed” where it has not
 * looked, without what was observed, without a deviation where it failed, without a reason where it
 * does not apply.
 */
export function signStep(
  input: StepInput,
  ctx: DecideContext,
  program: Program,
): Decided<{ stepsLeft: number }> {
  const found = openStep(input, ctx, program);
  if (!found.ok) return refused(found.error);
  const { run, step } = found.value;
  const check = lastCheck(rowOf(ctx.read, run.id, step.id));
  if (program.hash(stepContent(run, step, check)) !== input.contentHash)
    return refused(reason('validation.changed'));
  const missing = whatIsMissing(input, step, check?.ok);
  if (missing) return refused(reason(missing));
  const open = openSteps(run, ctx).filter((id) => id !== step.id);
  return accepted([event('validation.stepSigned', { ...input })], { stepsLeft: open.length });
}

function whatIsMissing(
  { result, observed, note, deviation }: StepInput,
  step: ProtocolStep,
  foundOk: boolean | undefined,
): string | undefined {
  if (result === 'fail' && !said(deviation)) return 'validation.deviationMissing';
  // What the station found wrong is a deviation, whatever it is called.
  if (result !== 'fail' && foundOk === false) return 'validation.foundOtherwise';
  if (result === 'notApplicable') return said(note) ? undefined : 'validation.whyMissing';
  if (step.check !== null) return foundOk === undefined ? 'validation.notChecked' : undefined;
  return said(observed) ? undefined : 'validation.observedMissing';
}

const said = (text: string): boolean => text.trim().length > 1;

/**
 * Two persons sign the whole, one of them with the quality role. Refused while steps are open (but for
 * a rejection), while one that counts has failed for a plain acceptance, without one for an acceptance
 * with deviations, and on another picture than the one that stands.
 */
export function concludeRun(
  input: {
    readonly runId: string;
    readonly verdict: Verdict;
    readonly conclusion: string;
    readonly contentHash: string;
  },
  ctx: DecideContext,
  program: Program,
): Decided<Record<string, never>> {
  const found = openRun(input.runId, ctx, program);
  if (!found.ok) return refused(found.error);
  const run = found.value;
  const rows = ctx.read.by('validationStep', 'runId', run.id);
  if (program.hash(runContent(run, rows)) !== input.contentHash)
    return refused(reason('validation.changed'));
  const open = openSteps(run, ctx);
  if (open.length > 0 && input.verdict !== 'rejected')
    return refused(reason('validation.stepsOpen', { count: open.length, ids: open.join(' ') }));
  const failed = rows.filter((row) => lastResult(row)?.result === 'fail').map((row) => row.stepId);
  if (failed.length > 0 && input.verdict === 'accepted')
    return refused(reason('validation.hasDeviations', { ids: failed.toSorted().join(' ') }));
  if (failed.length === 0 && input.verdict === 'acceptedWithDeviations')
    return refused(reason('validation.noDeviations'));
  const roles = [...ctx.actor.roles, ...(ctx.second?.roles ?? [])];
  if (!roles.includes('qualityRelease')) return refused(reason('validation.qualityMustSign'));
  return accepted([event('validation.concluded', input)], {});
}

/** Steps of a run that nobody signed yet, in the protocol's order. */
export function openSteps(run: ValidationRunRow, { read }: Pick<DecideContext, 'read'>): string[] {
  return run.protocol.steps
    .map((step) => step.id)
    .filter((id) => lastResult(rowOf(read, run.id, id)) === undefined);
}

interface OpenStep {
  readonly run: ValidationRunRow;
  readonly step: ProtocolStep;
}

function openStep(
  input: { readonly runId: string; readonly stepId: string },
  ctx: DecideContext,
  program: Program,
): Result<OpenStep, Reason> {
  const run = openRun(input.runId, ctx, program);
  if (!run.ok) return run;
  const step = stepOf(run.value.protocol, input.stepId);
  return step ? ok({ run: run.value, step }) : err(reason('validation.stepUnknown'));
}

function openRun(
  runId: string,
  ctx: DecideContext,
  program: Program,
): Result<ValidationRunRow, Reason> {
  const run = ctx.read.get('validationRun', runId);
  if (!run) return err(reason('validation.runUnknown'));
  if (run.concludedAt !== null) return err(reason('validation.runConcluded'));
  const changed = changes(run, ctx, program);
  return changed.length === 0 ? ok(run) : err(reason('validation.outdated'));
}

function changes(run: ValidationRunRow, ctx: DecideContext, program: Program) {
  const { product, protocolHash } = program;
  const packs = packsInForce(ctx.read, ctx.today);
  return outdatedBy(run, { product, protocolHash, packs, station: ctx.station });
}

import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import {
  type MeterReading,
  sourced,
  sourcesOf,
  type TakenReadings,
} from '../../equipment/meters.ts';
import { packsFor } from '../../rulesets/facts.ts';
import { boundsBroken, type Possible, possibleFigures } from '../../rulesets/possible.ts';
import { measuredDuring, pausedSince } from '../facts.ts';
import type { DonationRow, StopReason } from '../model.ts';
import { supplyProblem } from './chair.ts';
import { readLot } from './reading.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;
type Marked = Outcome<{ markId: string }>;

export interface Vitals {
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
}

/** What can be measured on the donor of a donation, by the packs of its day (rule SITE-POSSIBLE). */
export function possibleDuring(row: DonationRow, { read }: DecideContext): Possible {
  return possibleFigures(packsFor(read, row.programme, row.localDate).map((each) => each.content));
}

/** Why figures cannot be vitals, or undefined. */
export function vitalsProblem(vitals: Vitals, possible: Possible): Reason | undefined {
  for (const field of ['systolic', 'diastolic', 'pulse'] as const) {
    const value = vitals[field];
    const broken = boundsBroken(possible, field, value);
    if (broken) {
      const [least, most] = broken;
      return reason('collection.vitalsImpossible', { field, value, least, most });
    }
  }
  return vitals.systolic > vitals.diastolic
    ? undefined
    : reason('collection.pressuresSwapped', {
        systolic: vitals.systolic,
        diastolic: vitals.diastolic,
      });
}

/** The running donation of a number; refused when there is none or the machine's run is over. */
export function running(
  ctx: DecideContext,
  din: string,
  options: { readonly machineRuns?: boolean } = {},
): Result<DonationRow, Reason> {
  const row = ctx.read.get('donation', din);
  if (!row) return err(reason('collection.donationUnknown'));
  if (row.state !== 'running') return err(reason('collection.notRunning'));
  if (options.machineRuns && row.machineEndedAt !== null)
    return err(reason('collection.machineAlreadyEnded'));
  return ok(row);
}

/** Vitals and what the donor says, during the run. */
export function takeVitals(
  {
    taken,
    ...input
  }: Vitals & {
    readonly din: string;
    readonly complaint: string;
    readonly taken?: TakenReadings | undefined;
  },
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Marked {
  const row = running(ctx, input.din);
  if (!row.ok) return refused(row.error);
  const problem = vitalsProblem(input, possibleDuring(row.value, ctx));
  if (problem) return refused(problem);
  const sources = sourcesOf(taken, input, readings, measuredDuring(row.value, ctx.read), ctx);
  if (!sources.ok) return refused(sources.error);
  const markId = ctx.newId();
  const body = { ...input, markId, at: ctx.now, ...sourced(sources.value) };
  return accepted([event('collection.vitalsTaken', body)], { markId });
}

/** Volume and cycle as read off a machine without link, or with a lost one. Volume never falls. */
export function keyProgress(
  input: { readonly din: string; readonly machineMl: number; readonly cycle: number },
  ctx: DecideContext,
): Marked {
  const row = running(ctx, input.din, { machineRuns: true });
  if (!row.ok) return refused(row.error);
  const known = row.value.machineMl ?? 0;
  if (input.machineMl < known)
    return refused(reason('collection.volumeFell', { known, keyed: input.machineMl }));
  const markId = ctx.newId();
  return accepted([event('collection.progressKeyed', { ...input, markId, at: ctx.now })], {
    markId,
  });
}

/**
 * Types the figure that was keyed last anew: it counts no more, and the volume is again what stood
 * before it. Refused where a record of the machine came after it, and below what was known before.
 */
export function correctProgress(
  input: {
    readonly din: string;
    readonly corrects: string;
    readonly machineMl: number;
    readonly cycle: number;
  },
  ctx: DecideContext,
): Marked {
  const row = running(ctx, input.din, { machineRuns: true });
  if (!row.ok) return refused(row.error);
  const told = ctx.read
    .by('runMark', 'din', input.din)
    .filter(({ kind, clearedAt }) => (kind === 'keyed' && clearedAt === null) || kind === 'phase')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const last = told.pop();
  if (last?.id !== input.corrects || last.kind !== 'keyed')
    return refused(reason('collection.notLastKeyed'));
  const known = Math.max(0, ...told.map(({ values }) => Number(values['machineMl'] ?? 0)));
  if (input.machineMl < known)
    return refused(reason('collection.volumeFell', { known, keyed: input.machineMl }));
  const markId = ctx.newId();
  return accepted([event('collection.progressCorrected', { ...input, markId, at: ctx.now })], {
    markId,
  });
}

/** Something done for the donor; saline with its lot. A run is paused once, and goes on once after it. */
export function recordIntervention(
  input: { readonly din: string; readonly code: string; readonly lot?: string | undefined },
  ctx: DecideContext,
): Marked {
  const donation = ctx.read.get('donation', input.din);
  if (!donation || donation.state === 'left') return refused(reason('collection.donorGone'));
  const turn = pauseProblem(input, ctx);
  if (turn) return refused(turn);
  let lotId: string | null = null;
  if (input.lot !== undefined) {
    const lot = readLot(ctx.read, 'saline', input.lot);
    if (!lot.ok) return refused(lot.error);
    const problem = supplyProblem(lot.value.lot, ctx.today);
    if (problem) return refused(problem);
    lotId = lot.value.lot.id;
  }
  const markId = ctx.newId();
  const { din, code } = input;
  return accepted(
    [event('collection.interventionRecorded', { din, markId, code, lotId, at: ctx.now })],
    { markId },
  );
}

function pauseProblem(
  { din, code }: { readonly din: string; readonly code: string },
  { read }: DecideContext,
): Reason | undefined {
  const isPaused = pausedSince(read, din) !== undefined;
  if (code === 'pauseRun' && isPaused) return reason('collection.pausedAlready');
  return code === 'resumeRun' && !isPaused ? reason('collection.notPaused') : undefined;
}

/** After a restart of the machine: what became of the run, and of the red cells when it ended. */
export function stateRestart(
  input: {
    readonly din: string;
    readonly outcome: 'resumed' | 'ended';
    readonly redCellsReturned: 'yes' | 'no' | 'partly' | null;
  },
  ctx: DecideContext,
): Outcome {
  const row = running(ctx, input.din);
  if (!row.ok) return refused(row.error);
  if (row.value.interruption !== 'machineRestarted') return refused(reason('collection.noRestart'));
  if (input.outcome === 'ended' && input.redCellsReturned === null)
    return refused(reason('collection.redCellsUnstated'));
  return accepted([event('collection.restartStated', { ...input })], {});
}

/** The end of a run that no machine told: keyed by one person, read back by a second. */
export function keyMachineEnd(
  input: {
    readonly din: string;
    readonly machineMl: number;
    readonly acMl: number;
    readonly cycles: number;
    readonly stopReason: StopReason;
  },
  ctx: DecideContext,
): Outcome {
  const row = running(ctx, input.din, { machineRuns: true });
  if (!row.ok) return refused(row.error);
  const known = row.value.machineMl ?? 0;
  if (input.machineMl < known)
    return refused(reason('collection.volumeFell', { known, keyed: input.machineMl }));
  if (input.acMl > input.machineMl) return refused(reason('collection.moreAcThanVolume'));
  const body = { ...input, at: ctx.now, recordNumber: null };
  return accepted([event('collection.machineEnded', body)], {});
}

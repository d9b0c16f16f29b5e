import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import {
  type MeterReading,
  sourced,
  sourcesOf,
  type TakenReadings,
} from '../../equipment/meters.ts';
import { measuredDuring, minutesAfter, runOverAt } from '../facts.ts';
import type { DonationRow, StopReason } from '../model.ts';
import {
  ceilingEvents,
  type EndFigures,
  isAboveCeiling,
  isVariance,
  overTimeEvents,
  varianceEvents,
  weigh,
} from './figures.ts';
import { running } from './run.ts';

export interface EndInput {
  readonly din: string;
  readonly grossGrams: number;
  readonly tareGrams: number;
  readonly acMl?: number | undefined;
  readonly stopReason: StopReason;
  readonly redCellsReturned: 'yes' | 'no' | 'partly';
  /** The scale's reading that the gross weight was taken from. */
  readonly taken?: TakenReadings | undefined;
}

type EndOutput = Omit<EndFigures, 'acMl'> & {
  readonly freezeBy: string;
  readonly heldForVariance: boolean;
};

/**
 * Seals and weighs: the end of the machine's run starts the freezing clock. A difference between scale
 * and machine beyond the limit holds the donation; more plasma, or a longer run, than the ceilings opens
 * an incident.
 */
export function endCollection(
  input: EndInput,
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Decision<NewEvent, EndOutput> {
  const found = running(ctx, input.din);
  if (!found.ok) return refused(found.error);
  const row = found.value;
  const { din, grossGrams, tareGrams, stopReason, redCellsReturned } = input;
  if (row.interruption === 'machineRestarted') return refused(reason('collection.restartUnstated'));
  const { machineEndedAt: endedAt, machineMl } = row;
  if (endedAt === null || machineMl === null) return refused(reason('collection.machineStillRuns'));
  const acMl = row.acMl ?? input.acMl;
  if (acMl === undefined) return refused(reason('collection.anticoagulantMissing'));
  const weighed = weigh(row, { machineMl, acMl, grossGrams, tareGrams }, ctx);
  if (!weighed.ok) return refused(weighed.error);
  const { figures, rule } = weighed.value;
  if (rule.freezeWithinMinutes === undefined)
    return refused(reason('collection.noRulePack', { programme: row.programme }));
  const freezeBy = minutesAfter(endedAt, rule.freezeWithinMinutes);
  const heldForVariance = isVariance(weighed.value);
  const completed = stopReason === 'targetReached';
  const told = { completed, stopReason, redCellsReturned, endedAt, freezeBy };
  const about = { ...measuredDuring(row, ctx.read), since: endedAt };
  const sources = sourcesOf(input.taken, { grossGrams }, readings, about, ctx);
  if (!sources.ok) return refused(sources.error);
  const body = { din, donorId: row.donorId, ...figures, ...told, ...sourced(sources.value) };
  const events = [
    event('collection.ended', body, { packs: [rule.hash], inputs: { grossGrams, tareGrams } }),
    ...(heldForVariance ? varianceEvents(din, `volumeVariance:${din}`, ctx) : []),
    ...(isAboveCeiling(weighed.value) ? ceilingEvents(din, ctx) : []),
    ...(isOverTime(row, endedAt, ctx) ? overTimeEvents(din, ctx) : []),
  ];
  const { acMl: _acMl, ...shown } = figures;
  return accepted(events, { ...shown, freezeBy, heldForVariance });
}

/** Whether the run took longer than the site's ceiling (SITE-RUNTIME); the ceiling itself is allowed. */
function isOverTime(row: DonationRow, endedAt: string, { read }: DecideContext): boolean {
  const overAt = runOverAt(read, row);
  return overAt !== null && endedAt > overAt;
}

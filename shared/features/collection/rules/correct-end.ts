import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { donationsOf, wasEndKeyed } from '../facts.ts';
import type { DonationRow, StopReason } from '../model.ts';
import {
  ceilingEvents,
  type EndFigures,
  isAboveCeiling,
  isVariance,
  varianceEvents,
  type Weighed,
  weigh,
} from './figures.ts';

export interface EndCorrection {
  readonly din: string;
  readonly grossGrams: number;
  readonly tareGrams: number;
  /** Only where a person had keyed the end: a machine's own record is not corrected. */
  readonly machineMl?: number | undefined;
  readonly acMl?: number | undefined;
  readonly stopReason: StopReason;
  readonly redCellsReturned: 'yes' | 'no' | 'partly';
  readonly code: string;
}

type Corrected = Omit<EndFigures, 'acMl'> & { readonly heldForVariance: boolean };

/**
 * Types the end of a collection anew before a second person: the bag is weighed once more, and every
 * figure that follows is reckoned by the pack of the donation. What was held stays held until somebody
 * lifts it; a difference that appears only now holds. Refused while the donation runs, for figures of
 * the machine's own record, when the parts already made are more than the new whole, after the donor
 * gave again (what was decided then looked at the old figures), and where nothing changes.
 */
export function correctEnd(
  input: EndCorrection,
  ctx: DecideContext,
): Decision<NewEvent, Corrected> {
  const row = ctx.read.get('donation', input.din);
  if (!row) return refused(reason('collection.donationUnknown'));
  const { endedAt, machineMl, acMl } = row;
  if (endedAt === null || machineMl === null || acMl === null)
    return refused(reason('collection.notEnded'));
  const early = tooLate(row, ctx) ?? machinesOwn(input, row, ctx.read);
  if (early) return refused(early);
  const { grossGrams, tareGrams } = input;
  const read = { machineMl: input.machineMl ?? machineMl, acMl: input.acMl ?? acMl };
  const weighed = weigh(row, { ...read, grossGrams, tareGrams }, ctx);
  if (!weighed.ok) return refused(weighed.error);
  const problem = unchanged(input, weighed.value, row) ?? partsExceed(weighed.value, row, ctx.read);
  if (problem) return refused(problem);
  return corrected(input, weighed.value, row, ctx);
}

function corrected(
  input: EndCorrection,
  weighed: Weighed,
  row: DonationRow,
  ctx: DecideContext,
): Decision<NewEvent, Corrected> {
  const { din, stopReason, redCellsReturned, code, grossGrams, tareGrams } = input;
  const { figures, rule } = weighed;
  const completed = stopReason === 'targetReached';
  const body = { din, donorId: row.donorId, ...figures, completed, stopReason, redCellsReturned };
  const heldForVariance = isVariance(weighed);
  const events = [
    event(
      'collection.endCorrected',
      { ...body, code },
      { packs: [rule.hash], inputs: { grossGrams, tareGrams }, reason: code },
    ),
    ...(heldForVariance ? heldAnew(din, ctx) : []),
    ...(isAboveCeiling(weighed) && !wasAboveCeiling(weighed, row) ? ceilingEvents(din, ctx) : []),
  ];
  const { acMl: _acMl, ...shown } = figures;
  return accepted(events, { ...shown, heldForVariance });
}

function tooLate(row: DonationRow, ctx: DecideContext): Reason | undefined {
  const later = donationsOf(ctx.read, row.donorId).some((other) => other.startedAt > row.startedAt);
  return later ? reason('collection.gaveAgain') : undefined;
}

function machinesOwn(
  input: EndCorrection,
  row: DonationRow,
  read: StateReader,
): Reason | undefined {
  if (wasEndKeyed(read, row.id)) return undefined;
  const differs = (asked: number | undefined, known: number | null) =>
    asked !== undefined && asked !== known;
  return differs(input.machineMl, row.machineMl) || differs(input.acMl, row.acMl)
    ? reason('collection.machinesOwnRecord')
    : undefined;
}

function unchanged(
  input: EndCorrection,
  { figures }: Weighed,
  row: DonationRow,
): Reason | undefined {
  const same =
    figures.machineMl === row.machineMl &&
    figures.netGrams === row.netGrams &&
    figures.acMl === row.acMl &&
    input.stopReason === row.stopReason &&
    input.redCellsReturned === row.redCellsReturned;
  return same ? reason('collection.nothingCorrected') : undefined;
}

function partsExceed(
  { figures }: Weighed,
  { id: din }: DonationRow,
  read: StateReader,
): Reason | undefined {
  const whole = read.by('unit', 'din', din).filter((unit) => unit.parentUnitId === null);
  const sum = whole.reduce((total, unit) => total + unit.volumeMl, 0);
  return sum > figures.productMl
    ? reason('collection.partsExceed', { sum, product: figures.productMl })
    : undefined;
}

/** A hold in force stays as it is; one that was lifted is followed by another of its own. */
function heldAnew(din: string, ctx: DecideContext): NewEvent[] {
  const holds = ctx.read.by('hold', 'target', din).filter(({ code }) => code === 'volumeVariance');
  if (holds.some((hold) => hold.liftedAt === null)) return [];
  const holdId =
    holds.length === 0 ? `volumeVariance:${din}` : `volumeVariance:${din}:${ctx.newId()}`;
  return varianceEvents(din, holdId, ctx);
}

function wasAboveCeiling(weighed: Weighed, { plasmaMl }: DonationRow): boolean {
  const before = { ...weighed.figures, plasmaMl: plasmaMl ?? 0 };
  return isAboveCeiling({ ...weighed, figures: before });
}

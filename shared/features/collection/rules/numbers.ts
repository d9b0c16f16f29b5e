import { composeDin, dinCheckCharacter } from '../../../codes/din.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { siteOf } from '../../operators/rules.ts';
import { lastUsable, openLeases, spokenNumber } from '../facts.ts';
import type { NumberLeaseRow } from '../model.ts';
import { mayTakeNumber } from './gate.ts';
import { readNumber } from './reading.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** More numbers than this passed over at once is a wrong sheet, not a gap. */
const MOST_SKIPPED = 50;

/**
 * Leases a further range of the year to this station: two persons, inside the year's numbers, disjoint
 * from every range of the same facility and year at any station known here (INV-03).
 */
export function leaseNumbers(
  input: { readonly year: string; readonly first: number; readonly last: number },
  ctx: DecideContext,
): Outcome<{ leaseId: string }> {
  const site = siteOf(ctx.read, ctx.station);
  if (!site) return refused(reason('collection.noSite'));
  if (input.first > input.last) return refused(reason('collection.rangeEmpty'));
  const overlap = ctx.read
    .all('numberLease')
    .filter((lease) => lease.facility === site.facilityCode && lease.year === input.year)
    .find((lease) => lease.first <= input.last && input.first <= lease.last);
  if (overlap)
    return refused(
      reason('collection.rangeOverlaps', { first: overlap.first, last: overlap.last }),
    );
  const leaseId = ctx.newId();
  const { year, first, last } = input;
  const range = { station: ctx.station, facility: site.facilityCode, year, first, last };
  return accepted([event('collection.numbersLeased', { leaseId, ...range })], { leaseId });
}

/** Gives up the numbers of a lease above a sequence, for ever. */
export function burnLease(
  input: { readonly leaseId: string; readonly above: number; readonly why: string },
  ctx: DecideContext,
): Outcome {
  if (!ctx.read.get('numberLease', input.leaseId))
    return refused(reason('collection.leaseUnknown'));
  return accepted([event('collection.leaseBurned', { ...input })], {});
}

export interface AssignInput {
  readonly visitId: string;
  readonly sheet?: string | undefined;
  readonly chairId?: string | undefined;
  readonly gapReason?: string | undefined;
}

/**
 * Gives a visit its donation number, only when every eligibility verdict allows it (INV-07): the next
 * free one of this station's lease, or the sheet that was scanned, in sequence and never used (INV-01).
 */
export function assignNumber(
  input: AssignInput,
  ctx: DecideContext,
): Outcome<{ din: string; check: string; source: 'printed' | 'sheet' }> {
  const visit = ctx.read.get('visit', input.visitId);
  if (!visit) return refused(reason('collection.visitUnknown'));
  const problem = visitProblem(input, ctx) ?? chairProblem(input, ctx);
  if (problem) return refused(problem);
  const gate = mayTakeNumber(ctx, visit.id);
  if (!gate.ok) return refused(gate.error);
  const number = input.sheet === undefined ? printedNumber(ctx) : sheetNumber(input, ctx);
  if (!number.ok) return refused(number.error);
  const { lease, sequence, din } = number.value;
  const source = input.sheet === undefined ? ('printed' as const) : ('sheet' as const);
  const given = { din, leaseId: lease.id, sequence, visitId: visit.id, donorId: visit.donorId };
  return accepted(
    [
      ...skippedNumbers(lease, sequence, input.gapReason),
      event(
        'collection.numberAssigned',
        { ...given, source, chairId: input.chairId ?? null },
        { inputs: { verdicts: gate.value.verdicts }, packs: gate.value.packs },
      ),
    ],
    { din, check: dinCheckCharacter(din) ?? '', source },
  );
}

function visitProblem(input: AssignInput, ctx: DecideContext): Reason | undefined {
  const visit = ctx.read.get('visit', input.visitId);
  if (visit?.state !== 'open') return reason('collection.visitClosed');
  const held = ctx.read
    .by('donationNumber', 'visitId', input.visitId)
    .find((row) => row.state !== 'void');
  return held && reason('collection.visitHasNumber', { number: spokenNumber(held.id) });
}

/** One donor's sheet at a chair at a time. */
function chairProblem({ chairId }: AssignInput, ctx: DecideContext): Reason | undefined {
  if (chairId === undefined) return undefined;
  if (!ctx.read.get('chair', chairId)?.active) return reason('collection.chairUnknown');
  const lying = ctx.read
    .by('donationNumber', 'chairId', chairId)
    .find((row) => row.state === 'assigned');
  return lying && reason('collection.chairHasSheet', { number: spokenNumber(lying.id) });
}

interface Chosen {
  readonly lease: NumberLeaseRow;
  readonly sequence: number;
  readonly din: string;
}

function leasesNow(ctx: DecideContext): readonly NumberLeaseRow[] {
  const facility = siteOf(ctx.read, ctx.station)?.facilityCode ?? '';
  return openLeases(ctx.read, ctx.station, facility, ctx.today.slice(2, 4));
}

function printedNumber(ctx: DecideContext): Result<Chosen, Reason> {
  for (const lease of leasesNow(ctx)) {
    const chosen = firstUnknown(ctx.read, lease);
    if (chosen) return ok(chosen);
  }
  return err(reason('collection.numbersExhausted', { year: ctx.today.slice(0, 4) }));
}

/** The next number of a lease under which no donation from paper is known (INV-01). */
function firstUnknown(read: StateReader, lease: NumberLeaseRow): Chosen | undefined {
  for (let sequence = lease.nextFree; sequence <= lastUsable(lease); sequence += 1) {
    const din = composeDin(lease.facility, lease.year, sequence);
    if (din !== undefined && !isOnPaper(read, din)) return { lease, sequence, din };
  }
  return undefined;
}

function isOnPaper(read: StateReader, din: string): boolean {
  return read.by('pastDonation', 'din', din).length > 0;
}

function sheetNumber(input: AssignInput, ctx: DecideContext): Result<Chosen, Reason> {
  const scanned = readNumber(input.sheet ?? '');
  if (!scanned.ok) return scanned;
  const { din } = scanned.value;
  const expected = printedNumber(ctx);
  const shown = { expected: expected.ok ? expected.value.din : '', scanned: din };
  const taken = ctx.read.get('donationNumber', din);
  if (taken)
    return err(
      reason(taken.state === 'void' ? 'collection.numberVoid' : 'collection.numberUsed', shown),
    );
  if (isOnPaper(ctx.read, din)) return err(reason('collection.numberUsed', shown));
  const sequence = Number(scanned.value.sequence);
  const lease = leasesNow(ctx).find(
    (row) =>
      din === composeDin(row.facility, row.year, sequence) &&
      sequence >= row.first &&
      sequence <= lastUsable(row),
  );
  if (!lease) return err(reason('collection.numberOutsideLease', shown));
  const skipped = sequence - lease.nextFree;
  if (skipped > MOST_SKIPPED) return err(reason('collection.gapTooWide', { ...shown, skipped }));
  if (skipped > 0 && input.gapReason === undefined)
    return err(reason('collection.numberGap', { ...shown, skipped }));
  return ok({ lease, sequence, din });
}

/** Numbers before the scanned sheet's are void with the reason that was given. */
function skippedNumbers(
  lease: NumberLeaseRow,
  sequence: number,
  gapReason: string | undefined,
): NewEvent[] {
  const events: NewEvent[] = [];
  for (let skipped = lease.nextFree; skipped < sequence; skipped += 1) {
    const din = composeDin(lease.facility, lease.year, skipped);
    if (din === undefined) continue;
    const body = { din, leaseId: lease.id, sequence: skipped, visitId: null, code: 'sheetSkipped' };
    events.push(
      event('collection.numberVoided', body, gapReason === undefined ? {} : { reason: gapReason }),
    );
  }
  return events;
}

/** Voids a spoilt or abandoned number; one that is in use or void already stays as it is (INV-01). */
export function voidNumber(
  input: { readonly number: string; readonly code: string; readonly note: string },
  ctx: DecideContext,
): Outcome {
  const scanned = readNumber(input.number);
  if (!scanned.ok) return refused(scanned.error);
  const { din } = scanned.value;
  const row = ctx.read.get('donationNumber', din);
  const extra = input.note === '' ? {} : { reason: input.note };
  if (row?.state === 'used')
    return refused(reason('collection.numberInUse', { number: spokenNumber(din) }));
  if (row?.state === 'void')
    return refused(reason('collection.numberVoid', { expected: '', scanned: din }));
  const sequence = Number(scanned.value.sequence);
  const lease = row
    ? ctx.read.get('numberLease', row.leaseId)
    : leasesNow(ctx).find(
        (each) =>
          din === composeDin(each.facility, each.year, sequence) &&
          sequence >= each.first &&
          sequence <= lastUsable(each),
      );
  if (!lease)
    return refused(reason('collection.numberOutsideLease', { expected: '', scanned: din }));
  const visitId = row?.visitId ?? null;
  const body = { din, leaseId: lease.id, sequence, visitId, code: input.code };
  return accepted([event('collection.numberVoided', body, extra)], {});
}

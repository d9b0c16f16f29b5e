import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { readNumber } from './reading.ts';

export interface HistoryInput {
  readonly donorId: string;
  readonly donationType: string;
  readonly number?: string | undefined;
  readonly collectedOn: string;
  readonly volumeMl: number;
  readonly completed: boolean;
  readonly redCellsReturned: boolean;
}

/** A past donation taken over from paper or another system; it counts for every interval (INV-08). */
export function recordHistory(
  input: HistoryInput,
  ctx: DecideContext,
): Decision<NewEvent, { recordId: string }> {
  const donor = ctx.read.get('donor', input.donorId);
  if (!donor) return refused(reason('collection.donorUnknown'));
  const date = dateProblem(input.collectedOn, donor.birthDate, ctx.today);
  if (date) return refused(date);
  const number = input.number === undefined ? undefined : readNumber(input.number);
  if (number && !number.ok) return refused(number.error);
  const din = number?.ok ? number.value.din : null;
  const known =
    din !== null &&
    (ctx.read.get('donationNumber', din) !== undefined ||
      ctx.read.get('donation', din) !== undefined ||
      ctx.read.by('pastDonation', 'din', din).length > 0);
  if (known) return refused(reason('collection.historyKnown', { scanned: din ?? '' }));
  const recordId = ctx.newId();
  const { donorId, donationType, collectedOn, volumeMl, completed, redCellsReturned } = input;
  const body = { recordId, donorId, donationType, din, collectedOn, volumeMl, completed };
  return accepted([event('collection.historyRecorded', { ...body, redCellsReturned })], {
    recordId,
  });
}

/** Facts of a past donation that its paper tells; `counts` is false for one that never was. */
export interface HistoryCorrection {
  readonly recordId: string;
  readonly donationType: string;
  readonly collectedOn: string;
  readonly volumeMl: number;
  readonly completed: boolean;
  readonly redCellsReturned: boolean;
  readonly counts: boolean;
  readonly code: string;
}

/**
 * A past donation that was mistyped, or was never given, put right before a second person who reads the
 * paper: every interval and sum of the person follows at once (INV-08). Refused for an unknown record,
 * an impossible date, and where nothing changes.
 */
export function correctHistory(
  input: HistoryCorrection,
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const row = ctx.read.get('pastDonation', input.recordId);
  const donor = row && ctx.read.get('donor', row.donorId);
  if (!row || !donor) return refused(reason('collection.historyUnknown'));
  const date = dateProblem(input.collectedOn, donor.birthDate, ctx.today);
  if (date) return refused(date);
  const same = FACTS.every((field) => input[field] === row[field]);
  if (same) return refused(reason('collection.nothingCorrected'));
  const body = { ...input, donorId: row.donorId };
  return accepted([event('collection.historyCorrected', body, { reason: input.code })], {});
}

const FACTS = [
  'donationType',
  'collectedOn',
  'volumeMl',
  'completed',
  'redCellsReturned',
  'counts',
] as const;

function dateProblem(date: string, birthDate: string, today: string): Reason | undefined {
  const on = parseCivilDate(date);
  return !on || on > today || on < birthDate
    ? reason('collection.historyDate', { date })
    : undefined;
}

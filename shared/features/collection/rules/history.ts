import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
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
  const on = parseCivilDate(input.collectedOn);
  if (!on || on > ctx.today || on < donor.birthDate)
    return refused(reason('collection.historyDate', { date: input.collectedOn }));
  const number = input.number === undefined ? undefined : readNumber(input.number);
  if (number && !number.ok) return refused(number.error);
  const din = number?.ok ? number.value.din : null;
  const known =
    din !== null &&
    (ctx.read.get('donation', din) !== undefined ||
      ctx.read.by('pastDonation', 'din', din).length > 0);
  if (known) return refused(reason('collection.historyKnown', { scanned: din ?? '' }));
  const recordId = ctx.newId();
  const { donorId, donationType, collectedOn, volumeMl, completed, redCellsReturned } = input;
  const body = { recordId, donorId, donationType, din, collectedOn, volumeMl, completed };
  return accepted([event('collection.historyRecorded', { ...body, redCellsReturned })], {
    recordId,
  });
}

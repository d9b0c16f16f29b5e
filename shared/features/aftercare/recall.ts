import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { UnitRow } from '../components/model.ts';
import { personsRecords } from '../laboratory/group.ts';
import type { RecallCallRow } from './model.ts';

/** What the consignee answered; the last three say where the unit ended. */
export const RECALL_ANSWERS = [
  'notReached',
  'setAside',
  'returned',
  'destroyed',
  'transfused',
] as const;
export type RecallAnswer = (typeof RECALL_ANSWERS)[number];

const ENDS: ReadonlySet<string> = new Set(['returned', 'destroyed', 'transfused']);

/** One recall for each unit and cause, the same at every station. */
export const recallIdOf = (informationId: string, unitId: string) =>
  `recall:${unitId}:${informationId}`.slice(0, 120);

/**
 * Units that are out of the house and that information about a donation concerns: every one of that
 * donation, and those of the person’s other donations that have not expired.
 */
export function issuedUnits(
  read: StateReader,
  { donorId, din }: { readonly donorId: string; readonly din: string },
  at: string,
): readonly UnitRow[] {
  return personsRecords(read, donorId)
    .flatMap((record) => read.by('donation', 'donorId', record))
    .flatMap((donation) => read.by('unit', 'din', donation.id))
    .filter((unit) => unit.state === 'issued' && (unit.din === din || unit.expiresAt > at));
}

/** Recalls for those of the units that are out of the house and stand under a hold (INV-21). */
export function recallsUnder(
  read: StateReader,
  hold: { readonly source: string },
  units: readonly UnitRow[],
): readonly NewEvent[] {
  const { source: informationId } = hold;
  return units
    .filter((unit) => unit.state === 'issued')
    .map((unit) => ({ recallId: recallIdOf(informationId, unit.id), unit }))
    .filter(({ recallId }) => !read.get('recall', recallId))
    .map(({ recallId, unit: { id: unitId, din } }) =>
      event('aftercare.recallOpened', { recallId, informationId, unitId, din }),
    );
}

export interface RecallCallInput {
  readonly recallId: string;
  readonly consignee: string;
  readonly person: string;
  readonly answer: RecallAnswer;
  /** The patient’s doctor who was told; empty while nobody was. */
  readonly doctor: string;
  readonly note: string;
}

/** Notes one call about a unit that was issued: who was reached where, and what she answered. */
export function recordRecallCall(
  input: RecallCallInput,
  ctx: DecideContext,
): Decision<NewEvent, { callId: string }> {
  const recall = ctx.read.get('recall', input.recallId);
  if (!recall) return refused(reason('aftercare.recallUnknown'));
  if (recall.closedAt !== null) return refused(reason('aftercare.recallClosed'));
  if (input.answer !== 'notReached' && input.person.trim() === '')
    return refused(reason('aftercare.recallPerson'));
  const { note, ...call } = input;
  const callId = ctx.newId();
  return accepted(
    [event('aftercare.recallCalled', { ...call, callId }, note === '' ? {} : { reason: note })],
    { callId },
  );
}

/** What a recall still waits for: its end, and the doctor of whoever received the unit. */
export function recallOpen(
  calls: readonly Pick<RecallCallRow, 'answer' | 'doctor'>[],
): 'recallNoEnd' | 'recallDoctor' | undefined {
  if (!calls.some(({ answer }) => ENDS.has(answer))) return 'recallNoEnd';
  const isTransfused = calls.some(({ answer }) => answer === 'transfused');
  const isDoctorTold = calls.some(({ doctor }) => doctor.trim() !== '');
  return isTransfused && !isDoctorTold ? 'recallDoctor' : undefined;
}

/**
 * Closes a recall with what came of it. Refused until a call told where the unit ended and, when it was
 * transfused, until the patient’s doctor was told.
 */
export function closeRecall(
  input: { readonly recallId: string; readonly conclusion: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const recall = ctx.read.get('recall', input.recallId);
  if (!recall) return refused(reason('aftercare.recallUnknown'));
  if (recall.closedAt !== null) return refused(reason('aftercare.recallClosed'));
  const open = recallOpen(ctx.read.by('recallCall', 'recallId', recall.id));
  if (open !== undefined) return refused(reason(`aftercare.${open}`));
  return accepted([event('aftercare.recallClosed', input)], {});
}

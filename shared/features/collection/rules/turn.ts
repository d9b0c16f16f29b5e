import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { WasteBagRow } from '../../waste/model.ts';
import { isToClean } from '../facts.ts';
import type { SpentSetRow } from '../model.ts';
import { kitProblem } from './chair.ts';
import { readLot } from './reading.ts';

type Outcome<O = Record<string, never>> = Decision<NewEvent, O>;

/** Sets of a chair that lie in no waste bag yet. */
export function setsAt(read: StateReader, chairId: string): readonly SpentSetRow[] {
  return read.by('spentSet', 'state', 'waiting').filter((set) => set.chairId === chairId);
}

/**
 * Says that a chair is clean: its donor has left it, and every set used there goes into an open bag of
 * infectious waste (single-use sets are destroyed after use, Blood Donation Law art. 10).
 */
export function cleanChair(
  input: { readonly chairId: string; readonly bagId: string | null },
  { read }: DecideContext,
): Outcome<{ sets: number }> {
  const { chairId, bagId } = input;
  if (!read.get('chair', chairId)) return refused(reason('collection.chairUnknown'));
  if (isTaken(read, chairId)) return refused(reason('collection.chairTaken'));
  const sets = setsAt(read, chairId);
  if (!isToClean(read, chairId) && sets.length === 0)
    return refused(reason('collection.chairIsClean'));
  if (sets.length > 0 && bagId === null) return refused(reason('collection.setNoBag'));
  const problem = sets.length > 0 ? bagProblem(read.get('wasteBag', bagId ?? '')) : undefined;
  if (problem) return refused(problem);
  const discards = sets.map(({ id }) =>
    event('collection.setDiscarded', { setId: id, bagId: bagId ?? '' }),
  );
  return accepted([...discards, event('collection.chairCleaned', { chairId })], {
    sets: sets.length,
  });
}

/** Whether the donor of the newest run still sits in the chair. */
export function isTaken(read: StateReader, chairId: string): boolean {
  const din = read.get('chairTurn', chairId)?.din ?? '';
  const state = read.get('donation', din)?.state;
  return state === 'running' || state === 'ended' || state === 'matched';
}

/** Why nothing used may go into a bag, or undefined. */
function bagProblem(bag: WasteBagRow | undefined): Reason | undefined {
  if (!bag) return reason('waste.bagUnknown');
  if (bag.state !== 'open') return reason('waste.bagSealed', { number: bag.number });
  return bag.kind === 'infectious' ? undefined : reason('collection.bagKind');
}

/** A kit opened and spoilt in the hand: counted as spoilt, never used, and thrown away like a used one. */
export function spoilKit(
  input: { readonly kit: string; readonly kitSerial?: string | undefined; readonly code: string },
  { read }: DecideContext,
): Outcome<{ setId: string }> {
  const scanned = readLot(read, 'kit', input.kit);
  if (!scanned.ok) return refused(scanned.error);
  const { lot } = scanned.value;
  const kitSerial = scanned.value.serial ?? input.kitSerial ?? '';
  const problem = kitProblem(read, lot, kitSerial);
  if (problem) return refused(problem);
  const setId = `${lot.id}:${kitSerial}`;
  const body = { setId, lotId: lot.id, kitSerial, code: input.code };
  return accepted([event('collection.kitSpoiled', body)], { setId });
}

/** Throws one set into a bag, where its chair is not cleaned at the same time. */
export function discardSet(
  input: { readonly setId: string; readonly bagId: string },
  { read }: DecideContext,
): Outcome {
  const set = read.get('spentSet', input.setId);
  if (set?.state !== 'waiting') return refused(reason('collection.setNotWaiting'));
  const problem = bagProblem(read.get('wasteBag', input.bagId));
  if (problem) return refused(problem);
  return accepted([event('collection.setDiscarded', { ...input })], {});
}

import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { pairIdOf } from './duplicates.ts';
import { personRecords } from './facts.ts';
import type { DonorRow, DuplicatePairRow } from './model.ts';
import { standingDecisions } from './pairs.ts';
import { joinedWith } from './persons.ts';
import { writtenSince } from './together.ts';

export interface UnmergeInput {
  readonly donorId: string;
  readonly rulings: readonly { readonly itemId: string; readonly concerns: 'own' | 'both' }[];
  readonly why: string;
}

/**
 * Takes one record out of a person: every decision that joined it is taken back, the other records stay
 * one. Refused while something that was written in between has no ruling whose it is. Nothing gets
 * more permissive by itself: what concerns both counts on both sides, and a deferral that belongs to
 * the other human alone is ended by its own procedure (INV-05, INV-06).
 */
export function unmergeDonor(
  input: UnmergeInput,
  ctx: DecideContext,
): Decision<NewEvent, { splitId: string }> {
  const { read } = ctx;
  const donor = read.get('donor', input.donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const rest = restOf(read, donor);
  const [representative] = rest;
  if (representative === undefined) return refused(reason('donors.notMerged'));
  const pairs = joiningPairs(read, donor.id);
  const since = joinedSince(pairs, ctx.zone) ?? ctx.today;
  const items = writtenSince(read, [donor.id, ...rest], since);
  const open = items.filter(({ itemId }) => !input.rulings.some((each) => each.itemId === itemId));
  if (open.length > 0) return refused(reason('donors.rulingMissing', { count: open.length }));
  const splitId = ctx.newId();
  const undoes = pairs.map((pair) => ({
    pairId: pair.id,
    a: pair.a,
    b: pair.b,
    decisions: standingDecisions(pair)
      .filter(({ verdict }) => verdict === 'same')
      .map(({ eventId }) => eventId),
  }));
  const rulings = input.rulings.map(({ itemId, concerns }) => ({ itemId, concerns }));
  const extra = { reason: input.why };
  return accepted(
    [
      event('donors.unmerged', { splitId, donorId: donor.id, rest, since, undoes, rulings }, extra),
      ...apartForGood(read, donor.id, rest, undoes, extra),
      ...keptOne(read, donor.id, rest, extra),
    ],
    { splitId },
  );
}

const restOf = (read: StateReader, donor: DonorRow) =>
  personRecords(read, donor.id)
    .map(({ id }) => id)
    .filter((id) => id !== donor.id);

/** The pairs whose decision “same” holds this record. */
export function joiningPairs(read: StateReader, donorId: string): readonly DuplicatePairRow[] {
  return [
    ...read.by('duplicatePair', 'a', donorId),
    ...read.by('duplicatePair', 'b', donorId),
  ].filter((pair) => pair.verdict === 'same');
}

/** Day of the first decision that joined the record and still stands. */
export function joinedSince(pairs: readonly DuplicatePairRow[], zone: string): string | undefined {
  const [first] = pairs
    .flatMap(standingDecisions)
    .filter(({ verdict }) => verdict === 'same')
    .map(({ at }) => at)
    .toSorted();
  return first === undefined ? undefined : localDateOf(first, zone);
}

type Undone = readonly { readonly pairId: string }[];
type Extra = { readonly reason: string };

/** Look-alikes of the record among the rest that nobody decided: they are two humans now. */
function apartForGood(
  read: StateReader,
  donorId: string,
  rest: readonly string[],
  undoes: Undone,
  extra: Extra,
): readonly NewEvent[] {
  return rest.flatMap((other) => {
    const pairId = pairIdOf(donorId, other);
    const pair = read.get('duplicatePair', pairId);
    if (pair?.verdict !== 'undecided' || undoes.some((each) => each.pairId === pairId)) return [];
    const { a, b } = pair;
    return [event('donors.duplicateDecided', { pairId, a, b, verdict: 'different' }, extra)];
  });
}

/** The rest may have hung together by the record alone: it stays one person. */
function keptOne(
  read: StateReader,
  donorId: string,
  rest: readonly string[],
  extra: Extra,
): readonly NewEvent[] {
  const without = new Map(
    joiningPairs(read, donorId).map((pair) => [
      pair.id,
      { ...pair, verdict: 'different' as const },
    ]),
  );
  const [first = ''] = rest;
  const linked = new Set(joinedWith(read, first, without));
  return rest.flatMap((other) => {
    if (linked.has(other)) return [];
    for (const id of joinedWith(read, other, without)) linked.add(id);
    const [a = first, b = other] = [first, other].toSorted();
    const body = { pairId: pairIdOf(a, b), a, b, verdict: 'same' as const };
    return [event('donors.duplicateDecided', body, extra)];
  });
}

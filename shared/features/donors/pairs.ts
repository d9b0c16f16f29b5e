import type { DuplicatePairRow, PairDecision } from './model.ts';

/** A pair as nobody has looked at it yet. */
export function freshPair({
  id,
  a,
  b,
}: Pick<DuplicatePairRow, 'id' | 'a' | 'b'>): DuplicatePairRow {
  return {
    id,
    a,
    b,
    grounds: [],
    verdict: 'undecided',
    twins: false,
    decidedAt: null,
    decidedBy: null,
    decisions: [],
    undone: [],
  };
}

/** The pair with one more decision; the same decision twice is one. */
export function withDecision(pair: DuplicatePairRow, decision: PairDecision): DuplicatePairRow {
  const others = pair.decisions.filter(({ eventId }) => eventId !== decision.eventId);
  return judged({ ...pair, decisions: [...others, decision].toSorted(inOrder) });
}

/** The pair with decisions taken back by name; one that arrives later than its end is over too. */
export function withUndone(pair: DuplicatePairRow, eventIds: readonly string[]): DuplicatePairRow {
  return judged({ ...pair, undone: [...new Set([...pair.undone, ...eventIds])].toSorted() });
}

/** Decisions that nobody took back. */
export function standingDecisions(pair: DuplicatePairRow): readonly PairDecision[] {
  return pair.decisions.filter(({ eventId }) => !pair.undone.includes(eventId));
}

/**
 * “Same” outweighs “different” and of two alike the earlier stands, so that every order of arrival
 * ends alike and the stricter answer wins (INV-05, INV-38).
 */
function judged(pair: DuplicatePairRow): DuplicatePairRow {
  const standing = standingDecisions(pair);
  const counts = standing.find(({ verdict }) => verdict === 'same') ?? standing[0];
  return {
    ...pair,
    verdict: counts?.verdict ?? 'undecided',
    twins: counts?.verdict === 'different' && standing.some((each) => each.twins),
    decidedAt: counts?.at ?? null,
    decidedBy: counts?.by ?? null,
  };
}

const keyOf = ({ at, by, eventId }: PairDecision) => `${at}|${by}|${eventId}`;
const inOrder = (a: PairDecision, b: PairDecision) => (keyOf(a) < keyOf(b) ? -1 : 1);

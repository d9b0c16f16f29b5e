import type { StateReader } from '../../contract/rows.ts';
import { type Change, put } from '../../kernel/rows.ts';
import type { DonorsRows, DuplicatePairRow } from './model.ts';

/** Pairs as they shall stand after the event at hand, by id. */
export type NewPairs = ReadonlyMap<string, DuplicatePairRow>;

const NONE: NewPairs = new Map();

/**
 * Ids of all records that decisions “same” join with one, itself among them, in order. Also those that
 * another station registered and this one has not heard of.
 */
export function joinedWith(
  read: StateReader,
  donorId: string,
  pairs: NewPairs = NONE,
): readonly string[] {
  const found = new Set([donorId]);
  const queue = [donorId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const pair of pairsOf(read, id, pairs)) {
      const other = pair.a === id ? pair.b : pair.a;
      if (pair.verdict !== 'same' || found.has(other)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return [...found].toSorted();
}

function pairsOf(read: StateReader, id: string, pairs: NewPairs): readonly DuplicatePairRow[] {
  const known = [...read.by('duplicatePair', 'a', id), ...read.by('duplicatePair', 'b', id)];
  const changed = [...pairs.values()].filter(({ a, b }) => a === id || b === id);
  return [...known.filter((pair) => !pairs.has(pair.id)), ...changed];
}

/** The key of a person: the smallest id of her records, so that every order of merges ends alike. */
export function personKeyOf(read: StateReader, donorId: string): string {
  return joinedWith(read, donorId)[0] ?? donorId;
}

/** The rows of everybody whom changed pairs join or part, under the key of the person they are now. */
export function regrouped(read: StateReader, pairs: NewPairs): readonly Change<DonorsRows>[] {
  const seen = new Set<string>();
  const changes: Change<DonorsRows>[] = [];
  for (const id of [...pairs.values()].flatMap(({ a, b }) => [a, b])) {
    if (seen.has(id)) continue;
    const members = joinedWith(read, id, pairs);
    const personKey = members[0] ?? id;
    for (const member of members) {
      seen.add(member);
      const row = read.get('donor', member);
      if (row && row.personKey !== personKey)
        changes.push(put<DonorsRows, 'donor'>('donor', { ...row, personKey }));
    }
  }
  return changes;
}

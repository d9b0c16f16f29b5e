import type { EntryOf } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import { pastOf } from './figures.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';

type Ruled = EntryOf<'donors.givingsRuled'>;

const rank = ({ at, station, seq }: Ruled) => `${at} ${station} ${String(seq).padStart(12, '0')}`;

/**
 * For every entry of a donation that was ruled one with others before a moment, the entry that stands
 * for all of them: the smallest id. Entries that nobody ruled about are not in the answer.
 */
export function standsFor(history: History, until: Moment): ReadonlyMap<string, string> {
  const last = new Map<string, Ruled>();
  for (const entry of history.upTo('donors.givingsRuled', until)) {
    const key = `${entry.body.a}=${entry.body.b}`;
    const known = last.get(key);
    if (!known || rank(known) < rank(entry)) last.set(key, entry);
  }
  const groups = new Map<string, Set<string>>();
  for (const { body } of last.values()) {
    if (!body.same) continue;
    const all = new Set([
      body.a,
      body.b,
      ...(groups.get(body.a) ?? []),
      ...(groups.get(body.b) ?? []),
    ]);
    for (const id of all) groups.set(id, all);
  }
  return new Map([...groups].map(([id, all]) => [id, [...all].toSorted()[0] ?? id]));
}

interface Held {
  readonly donorId: string;
  readonly on: string;
  readonly type: string;
  readonly isPaper: boolean;
}

/** INV-05, INV-08: only entries of one person, day and kind count once, never two donations taken here. */
export const givingsAreOneKnowingly: Examination = (history) =>
  history.of('donors.givingsRuled').flatMap((entry) => {
    const { a, b, same } = entry.body;
    const until = history.position(entry);
    const bad = (text: string) => [violation('INV-08', `${a}=${b}`, entry, text)];
    if (entry.second === null || entry.reason === null || entry.causedBy !== null)
      return bad('a donation was ruled about without two persons and a reason');
    if (!same) return [];
    const [one, other] = [heldAs(history, a, until), heldAs(history, b, until)];
    if (!one || !other || !mergeClass(history, one.donorId, until).has(other.donorId))
      return bad('donations of two people became one');
    const isAlike = one.on === other.on && one.type === other.type;
    return isAlike && (one.isPaper || other.isPaper) ? [] : bad('two donations became one');
  });

function heldAs(history: History, id: string, until: Moment): Held | undefined {
  const taken = history.naming('collection.started', 'din', id, until)[0]?.body;
  if (taken) {
    const { donorId, localDate: on, donationType: type } = taken;
    return { donorId, on, type, isPaper: false };
  }
  const paper = history.naming('collection.historyRecorded', 'recordId', id, until)[0]?.body;
  if (!paper) return undefined;
  const { collectedOn: on, donationType: type } = pastOf(history, paper, until);
  return { donorId: paper.donorId, on, type, isPaper: true };
}

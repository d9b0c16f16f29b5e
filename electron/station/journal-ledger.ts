import type { AnyEntry } from '#shared/contract/events.ts';
import type { Ledger } from '#shared/judge/ledger.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { appliedRuns } from '../journal/replay.ts';
import { upcast } from '../journal/upcast.ts';
import type { Store } from './store.ts';

/** Entries read at once where somebody reads on, and how far ahead still counts as reading on. */
const BLOCK = 512;
/** Single entries that are kept because they may be asked for again. */
const KEPT = 4096;

/**
 * The journal of a folder in the order in which it was applied here, in the shapes of this release, read
 * from its file as it is asked for: a block where somebody reads on, one entry where not. So a look at
 * ten million entries needs little more memory than their places.
 */
export function journalLedger(store: Store): Ledger {
  const runs = appliedRuns(store);
  const length = runs.at(-1)?.end ?? 0;
  const single = new Map<number, AnyEntry>();
  let block: readonly AnyEntry[] = [];
  let start = 0;

  const read = (place: number, count: number): AnyEntry[] => {
    const run = runs.find(({ end }) => place < end);
    if (!run) throw new Error(`no entry at ${place}`);
    const { station, from, begin, end } = run;
    const first = from + place - begin;
    const last = Math.min(first + count, from + end - begin) - 1;
    return [...store.journal.chain(station, first, last)].map(
      (entry: Entry) => upcast(entry) as AnyEntry,
    );
  };

  const alone = (place: number): AnyEntry => {
    const known = single.get(place);
    if (known) return known;
    if (single.size >= KEPT) single.clear();
    const [entry] = read(place, 1);
    if (!entry) throw new Error(`no entry at ${place}`);
    single.set(place, entry);
    return entry;
  };

  const at = (place: number): AnyEntry => {
    const inBlock = block[place - start];
    if (inBlock) return inBlock;
    const end = start + block.length;
    if (place !== 0 && (place < end || place > end + BLOCK)) return alone(place);
    block = read(place, BLOCK);
    start = place;
    return block[0] ?? alone(place);
  };

  return { length, at };
}

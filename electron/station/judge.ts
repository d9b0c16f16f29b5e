import type { AnyEntry } from '#shared/contract/events.ts';
import { History } from '#shared/judge/history.ts';
import { tableViolationsIn } from '#shared/judge/tables.ts';
import type { Violation } from '#shared/judge/violation.ts';
import { violationsIn } from '#shared/judge/violations.ts';
import { appliedOrder } from '../journal/replay.ts';
import { upcast } from '../journal/upcast.ts';
import { journalLedger } from './journal-ledger.ts';
import type { Store } from './store.ts';

/** Entries that are read into memory at once, at most: about half a gigabyte. */
const MOST_IN_MEMORY = 200_000;

/**
 * Lets the independent judge look at every record of a folder, in the order in which it was applied
 * here and in the shapes of this release, and at the tables beside them. Reads only; empty when nothing
 * is false. Long journals are read from the file as the judge asks for entries.
 */
export function judgeRecords(store: Store, mostInMemory = MOST_IN_MEMORY): readonly Violation[] {
  const history = historyOf(store, mostInMemory);
  return [...violationsIn(history), ...tableViolationsIn(history, store.reader)];
}

function historyOf(store: Store, mostInMemory: number): History {
  const ledger = journalLedger(store);
  if (ledger.length > mostInMemory) return new History(ledger);
  return new History([...appliedOrder(store)].map((entry) => upcast(entry)) as AnyEntry[]);
}

import type { AnyEntry } from '#shared/contract/events.ts';
import { tableViolations } from '#shared/judge/tables.ts';
import type { Violation } from '#shared/judge/violation.ts';
import { violations } from '#shared/judge/violations.ts';
import { appliedOrder } from '../journal/replay.ts';
import { upcast } from '../journal/upcast.ts';
import type { Store } from './store.ts';

/**
 * Lets the independent judge look at every record of a folder, in the order in which it was applied
 * here and in the shapes of this release, and at the tables beside them. Reads only; empty when nothing
 * is false.
 */
export function judgeRecords(store: Store): readonly Violation[] {
  const entries = [...appliedOrder(store)].map((entry) => upcast(entry)) as AnyEntry[];
  return [...violations(entries), ...tableViolations(entries, store.reader)];
}

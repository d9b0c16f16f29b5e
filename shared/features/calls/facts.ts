import type { StateReader } from '../../contract/rows.ts';
import type { CallRow } from './model.ts';

/** By when somebody must say whose press it was. */
export const ATTRIBUTE_MINUTES = 30;

/** Presses that are nobody's yet, oldest first. */
export function openCalls(read: StateReader): readonly CallRow[] {
  return read
    .all('call')
    .filter((row) => !read.get('callOwner', row.id))
    .toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1));
}

/** Whether the time to say whose press it was is over. */
export function isOverdue(row: CallRow, now: string): boolean {
  return Date.parse(now) - Date.parse(row.raisedAt) >= ATTRIBUTE_MINUTES * 60_000;
}

/** Presses past their time that are nobody's and of which no incident speaks yet. */
export function unnoted(read: StateReader, now: string): readonly CallRow[] {
  return openCalls(read).filter((row) => isOverdue(row, now) && !read.get('incident', row.id));
}

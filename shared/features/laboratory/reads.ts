import type { StateReader } from '../../contract/rows.ts';

/** How long results stay open to the person who opened them. */
export const OPEN_MS = 30 * 60_000;

/** For how many milliseconds more a donation's infection results are open to a member of staff. */
export function openForMs(read: StateReader, din: string, staffId: string, now: string): number {
  const left = read
    .by('resultRead', 'din', din)
    .filter((row) => row.staffId === staffId && row.readAt <= now)
    .map((row) => Date.parse(row.readAt) + OPEN_MS - Date.parse(now));
  return Math.max(0, ...left);
}

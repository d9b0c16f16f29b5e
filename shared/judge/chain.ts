import { type Examination, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** INV-35: per station the sequence is 1..n without a gap and each entry names the hash before. */
export const chainsAreUnbroken: Examination = (history) => {
  const found: Violation[] = [];
  const last = new Map<string, { seq: number; hash: string }>();
  for (const entry of history.entries) {
    const before = last.get(entry.station) ?? { seq: 0, hash: '0'.repeat(64) };
    if (entry.seq !== before.seq + 1) {
      found.push(
        violation('INV-35', entry.station, entry, `sequence ${entry.seq} after ${before.seq}`),
      );
    } else if (entry.prev !== before.hash) {
      found.push(violation('INV-35', entry.station, entry, 'chain broken'));
    }
    last.set(entry.station, { seq: entry.seq, hash: entry.hash });
  }
  return found;
};

/** INV-34: within a station, time of entries never runs backwards. */
export const timeNeverRunsBack: Examination = (history) => {
  const found: Violation[] = [];
  const last = new Map<string, string>();
  for (const entry of history.entries) {
    const before = last.get(entry.station);
    if (before !== undefined && entry.at < before) {
      found.push(
        violation('INV-34', entry.station, entry, 'an entry is older than the one before'),
      );
    }
    last.set(entry.station, before !== undefined && before > entry.at ? before : entry.at);
  }
  return found;
};

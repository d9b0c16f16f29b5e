import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** INV-35: per station the sequence is 1..n without a gap and each entry names the hash before. */
export const chainsAreUnbroken: Examination = (history) => {
  const found: Violation[] = [];
  const last = new Map<string, { seq: number; hash: string }>();
  const ids = new Set<string>();
  for (const entry of history.entries) {
    const before = last.get(entry.station) ?? { seq: 0, hash: '0'.repeat(64) };
    if (entry.seq !== before.seq + 1)
      found.push(violation('INV-35', entry.station, entry, `${entry.seq} after ${before.seq}`));
    else if (entry.prev !== before.hash)
      found.push(violation('INV-35', entry.station, entry, 'chain broken'));
    if (ids.has(entry.eventId))
      found.push(violation('INV-35', entry.station, entry, 'an event id came twice'));
    ids.add(entry.eventId);
    last.set(entry.station, { seq: entry.seq, hash: entry.hash });
  }
  return found;
};

/** INV-34: within a station, time of entries never runs backwards. */
export const timeNeverRunsBack: Examination = (history) => {
  const found: Violation[] = [];
  const last = new Map<string, string>();
  for (const entry of history.entries) {
    const before = last.get(entry.station) ?? '';
    if (entry.at < before)
      found.push(violation('INV-34', entry.station, entry, 'older than the entry before'));
    if (entry.at > before) last.set(entry.station, entry.at);
  }
  return found;
};

/** INV-38: batches of another station follow each other without a gap and end in the head they name. */
export const batchesFollowEachOther: Examination = (history) => {
  const found: Violation[] = [];
  const reached = new Map<string, number>();
  const hashes = headsOf(history);
  for (const entry of history.of('exchange.batchReceived')) {
    const { station, from, to, head } = entry.body;
    const key = `${entry.station}<${station}`;
    const before = reached.get(key) ?? 0;
    const known = hashes.get(`${station}:${to}`);
    const isWhole = to >= from && (before === 0 || from === before + 1);
    if (!isWhole || (known !== undefined && known !== head))
      found.push(violation('INV-38', station, entry, 'a batch with a gap or of another chain'));
    reached.set(key, to);
  }
  return found;
};

/** Hashes of the entries in which batches say that they end, by `station:seq`. */
function headsOf(history: History): ReadonlyMap<string, string> {
  const named = history
    .of('exchange.batchReceived')
    .map(({ body }) => `${body.station}:${body.to}`);
  const wanted = new Set(named);
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  for (const { station, seq, hash } of history.entries) {
    const key = `${station}:${seq}`;
    if (wanted.has(key)) found.set(key, hash);
  }
  return found;
}

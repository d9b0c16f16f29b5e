import type { Entry } from '#shared/kernel/entry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { entryHash, hashedFields, NO_ENTRY } from './hash.ts';
import type { Head, Journal } from './journal.ts';

/** The first place where a chain does not hold. */
export interface ChainFault {
  readonly code: 'journal.gap' | 'journal.broken' | 'journal.altered' | 'journal.behindAnchor';
  readonly station: string;
  readonly seq: number;
}

/** A head that was kept outside the data folder. */
export interface Anchor {
  readonly station: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * Checks entries that follow `from` (the first entry when omitted): sequence without a gap, each
 * holding the hash before and matching its own. Names the first bad position (INV-35).
 */
export function verifyChain(
  station: string,
  entries: Iterable<Entry>,
  from: { readonly seq: number; readonly hash: string } = { seq: 0, hash: NO_ENTRY },
): Result<Head, ChainFault> {
  let head: Head = { station, seq: from.seq, hash: from.hash, at: null };
  for (const entry of entries) {
    const seq = head.seq + 1;
    if (entry.seq !== seq || entry.station !== station)
      return err({ code: 'journal.gap', station, seq });
    if (entry.prev !== head.hash) return err({ code: 'journal.broken', station, seq });
    if (entryHash(entry.prev, hashedFields(entry)) !== entry.hash)
      return err({ code: 'journal.altered', station, seq });
    head = { station, seq, hash: entry.hash, at: entry.at };
  }
  return ok(head);
}

/** Verifies every chain of a journal whole; answers the heads or the first fault. */
export function verifyJournal(journal: Journal): Result<readonly Head[], ChainFault> {
  const heads: Head[] = [];
  for (const station of journal.stations()) {
    const verified = verifyChain(station, journal.chain(station));
    if (!verified.ok) return verified;
    heads.push(verified.value);
  }
  return ok(heads);
}

/**
 * Compares a chain with a head kept elsewhere: a shorter or another chain means that the store was
 * rolled back or rewritten. Then verifies the tail after it.
 */
export function verifyFromAnchor(journal: Journal, anchor: Anchor): Result<Head, ChainFault> {
  const { station, seq } = anchor;
  if (seq > 0) {
    const entry = journal.at(station, seq);
    if (!entry) {
      return err({ code: 'journal.behindAnchor', station, seq: journal.head(station).seq + 1 });
    }
    const intact = entryHash(entry.prev, hashedFields(entry)) === entry.hash;
    if (entry.hash !== anchor.hash || !intact)
      return err({ code: 'journal.altered', station, seq });
  }
  return verifyChain(station, journal.chain(station, seq + 1), { seq, hash: anchor.hash });
}

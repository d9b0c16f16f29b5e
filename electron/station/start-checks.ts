import type { Head } from '../journal/journal.ts';
import { type Anchor, type ChainFault, verifyChain, verifyFromAnchor } from '../journal/verify.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from './store.ts';

/** How many of the newest entries are verified when no anchor says where to begin. */
const TAIL = 1000;

/** What the checks at start found. */
export interface StoreChecks {
  readonly head: Head;
  readonly fault: ChainFault | { readonly code: 'db.damaged' } | undefined;
  readonly anchorMissing: boolean;
  readonly clockBehind: boolean;
}

/**
 * Checks at start: the file's pages, the newest head kept outside the folder (a store rolled back, a
 * write-ahead file removed, a chain rewritten), the chain after it, the clock against the last entry.
 */
export function checkStore(
  store: Store,
  station: string,
  anchor: Anchor | undefined,
  clock: Clock,
): StoreChecks {
  const { db, journal } = store;
  const head = journal.head(station);
  const lastAt = journal.lastAt();
  return {
    head,
    fault: isSound(db) ? chainFault(store, station, anchor) : { code: 'db.damaged' },
    anchorMissing: anchor === undefined && head.seq > 0,
    clockBehind: lastAt !== null && clock.now() < lastAt,
  };
}

function isSound(db: Store['db']): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

function chainFault(
  { journal }: Store,
  station: string,
  anchor: Anchor | undefined,
): ChainFault | undefined {
  if (anchor) {
    const verified = verifyFromAnchor(journal, anchor);
    return verified.ok ? undefined : verified.error;
  }
  const from = Math.max(0, journal.head(station).seq - TAIL);
  const start = from === 0 ? undefined : { seq: from, hash: journal.at(station, from)?.hash ?? '' };
  const verified = verifyChain(station, journal.chain(station, from + 1), start);
  return verified.ok ? undefined : verified.error;
}

import { diskProblemOf } from '../db/disk-problem.ts';
import type { Head } from '../journal/journal.ts';
import { type Anchor, type ChainFault, verifyChain, verifyFromAnchor } from '../journal/verify.ts';
import type { Clock } from '../ports/clock.ts';
import { contradictoryUnits } from './open-units.ts';
import type { Store } from './store.ts';

/** How many of the newest entries are verified when no anchor says where to begin. */
const TAIL = 1000;

/** What closes commands and leaves reading. */
export type StoreFault =
  | ChainFault
  | { readonly code: 'db.damaged' }
  | { readonly code: 'station.unitsContradict' };

/** What the checks at start found. */
export interface StoreChecks {
  readonly head: Head;
  readonly fault: StoreFault | undefined;
  /** The head kept outside the folder is gone: roll-back could not be ruled out. */
  readonly anchorMissing: boolean;
  /** The clock is behind the newest entry: effectiveNow stands still until it has caught up. */
  readonly clockBehind: boolean;
}

/**
 * Checks at start: the newest head kept outside the folder (a store rolled back, a write-ahead file
 * removed, a chain rewritten), the chain after it, units in hand, the clock against the last entry;
 * and the file's pages, unless they are looked at beside the work.
 */
export function checkStore(
  store: Store,
  station: string,
  anchor: Anchor | undefined,
  clock: Clock,
  pages: 'now' | 'beside',
): StoreChecks {
  const { journal } = store;
  const head = journal.head(station);
  const lastAt = journal.lastAt();
  return {
    head,
    fault: faultOf(store, station, anchor, pages),
    anchorMissing: anchor === undefined && head.seq > 0,
    clockBehind: lastAt !== null && clock.now() < lastAt,
  };
}

/**
 * Whether the pages of the file are sound and its rows point at rows that are there. Throws where the
 * disk does not let them be read: that is not damage, and must not be told as such.
 */
export function pagesAreSound(db: Store['db'], depth: 'quick' | 'full'): boolean {
  try {
    const check = depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)';
    if (db.pragma(check, { simple: true }) !== 'ok') return false;
    return (db.pragma('foreign_key_check') as unknown[]).length === 0;
  } catch (error) {
    if (diskProblemOf(error) === 'db.damaged') return false;
    throw error;
  }
}

function faultOf(
  store: Store,
  station: string,
  anchor: Anchor | undefined,
  pages: 'now' | 'beside',
): StoreFault | undefined {
  if (pages === 'now' && !pagesAreSound(store.db, 'quick')) return { code: 'db.damaged' };
  const broken = chainFault(store, station, anchor);
  if (broken) return broken;
  const isHarmful = contradictoryUnits(store.reader).length > 0;
  return isHarmful ? { code: 'station.unitsContradict' } : undefined;
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

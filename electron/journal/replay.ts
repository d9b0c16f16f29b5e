import type { StateReader } from '#shared/contract/rows.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { WriteHandle } from '../db/handles.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openMemoryDatabase } from '../db/open.ts';
import { scratchBeside } from '../db/scratch.ts';
import { applyEntry } from '../station/apply.ts';
import type { Slice } from '../station/slice.ts';
import { allTables, identities, type Store, storeOf } from '../station/store.ts';
import { stateHash, tableHashes, versionsHash } from './state-hash.ts';

/** What a replay found: the tables that differ from what the journal says. */
export interface ReplayReport {
  readonly entries: number;
  readonly differing: readonly string[];
  readonly stateHash: string;
}

/**
 * Entries in the order in which they were applied here: this folder's own chains, other stations'
 * entries where `exchange.batchReceived` names them.
 */
export function* appliedOrder(store: Store): Generator<Entry> {
  for (const station of identities(store)) {
    for (const entry of store.journal.chain(station)) {
      yield entry;
      if (entry.type !== 'exchange.batchReceived') continue;
      const {
        station: other,
        from,
        to,
      } = entry.body as { station: string; from: number; to: number };
      yield* store.journal.chain(other, from, to);
    }
  }
}

/** Entries of one chain that follow each other in the order of `appliedOrder`. */
export interface AppliedRun {
  readonly station: string;
  /** Sequence of the first. */
  readonly from: number;
  /** Places of the first, and after the last. */
  readonly begin: number;
  readonly end: number;
}

/** `appliedOrder` without reading the entries, but for those that tell of batches. */
export function appliedRuns(store: Store): readonly AppliedRun[] {
  const runs: AppliedRun[] = [];
  const add = (station: string, from: number, to: number) => {
    const begin = runs.at(-1)?.end ?? 0;
    if (to >= from) runs.push({ station, from, begin, end: begin + to - from + 1 });
  };
  for (const station of identities(store)) {
    let next = 1;
    for (const { seq, body } of store.journal.ofType(station, 'exchange.batchReceived')) {
      const batch = body as { station: string; from: number; to: number };
      add(station, next, seq);
      add(batch.station, batch.from, Math.min(batch.to, store.journal.head(batch.station).seq));
      next = seq + 1;
    }
    add(station, next, store.journal.head(station).seq);
  }
  return runs;
}

/** Entries whose state is rebuilt in memory, at most: about a gigabyte. */
const MOST_IN_MEMORY = 1_000_000;

/**
 * Rebuilds every state table from the journal in an empty database, in memory or, for long journals, in
 * a sealed file beside, and compares (INV-37). Reactions do not run: what they gave is in the journal.
 */
export function replay(
  store: Store,
  slices: readonly Slice[],
  mostInMemory = MOST_IN_MEMORY,
): ReplayReport {
  const scratch = store.journal.size() > mostInMemory ? scratchBeside(store.db.name) : undefined;
  const db = scratch?.db ?? openMemoryDatabase();
  try {
    return comparison(store, rebuild(appliedOrder(store), slices, undefined, db), slices);
  } finally {
    if (scratch) scratch.remove();
    else db.close();
  }
}

function comparison(store: Store, rebuilt: Rebuilt, slices: readonly Slice[]): ReplayReport {
  const tables = allTables(slices);
  const wanted = tableHashes(rebuilt.store.db, tables);
  const found = tableHashes(store.db, tables);
  const differing = [...wanted.keys()].filter((name) => wanted.get(name) !== found.get(name));
  if (versionsHash(rebuilt.store.db) !== versionsHash(store.db)) differing.push('record_version');
  return {
    entries: rebuilt.entries,
    differing,
    stateHash: stateHash(rebuilt.store.db, tables),
  };
}

/** A store that entries were applied to, and how many. */
export interface Rebuilt {
  readonly store: Store;
  readonly entries: number;
}

/** Applies entries to an empty database, each heard before it is applied; the caller closes it. */
export function rebuild(
  entries: Iterable<Entry>,
  slices: readonly Slice[],
  before: (entry: Entry, read: StateReader) => void = () => {},
  db: WriteHandle = openMemoryDatabase(),
): Rebuilt {
  migrate(db, migrations);
  const store = storeOf(db, slices);
  let count = 0;
  db.exec('BEGIN');
  for (const entry of entries) {
    before(entry, store.reader);
    applyEntry(entry, slices, store.reader, store.writer, db);
    store.reader.trim();
    count += 1;
  }
  db.exec('COMMIT');
  return { store, entries: count };
}

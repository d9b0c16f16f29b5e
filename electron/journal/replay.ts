import type { StateReader } from '#shared/contract/rows.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openMemoryDatabase } from '../db/open.ts';
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

/**
 * Rebuilds every state table from the journal in an empty database in memory and compares (INV-37).
 * Reactions do not run: what they gave is in the journal.
 */
export function replay(store: Store, slices: readonly Slice[]): ReplayReport {
  const rebuilt = rebuild(appliedOrder(store), slices);
  const tables = allTables(slices);
  const wanted = tableHashes(rebuilt.store.db, tables);
  const found = tableHashes(store.db, tables);
  const differing = [...wanted.keys()].filter((name) => wanted.get(name) !== found.get(name));
  if (versionsHash(rebuilt.store.db) !== versionsHash(store.db)) differing.push('record_version');
  const report = {
    entries: rebuilt.entries,
    differing,
    stateHash: stateHash(rebuilt.store.db, tables),
  };
  rebuilt.store.db.close();
  return report;
}

/** Applies entries to an empty database in memory, each heard before it is applied; the caller closes it. */
export function rebuild(
  entries: Iterable<Entry>,
  slices: readonly Slice[],
  before: (entry: Entry, read: StateReader) => void = () => {},
): { readonly store: Store; readonly entries: number } {
  const db = openMemoryDatabase();
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

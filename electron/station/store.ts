import { type ReadHandle, readable, type WriteHandle } from '../db/handles.ts';
import { SqlReader, SqlWriter, StatementCache } from '../db/sql-rows.ts';
import type { StateTables } from '../db/tables.ts';
import { Journal } from '../journal/journal.ts';
import type { Slice } from './slice.ts';

/** Everything that hangs on one open connection; replaced whole when the database is reopened. */
export interface Store {
  readonly db: WriteHandle;
  readonly readHandle: ReadHandle;
  readonly statements: StatementCache;
  readonly reader: SqlReader;
  readonly writer: SqlWriter;
  readonly journal: Journal;
}

/** The state tables of all slices; a name is owned once. */
export function allTables(slices: readonly Slice[]): StateTables {
  const tables: Record<string, StateTables[string]> = {};
  for (const slice of slices) {
    for (const [name, table] of Object.entries(slice.tables)) {
      if (tables[name]) throw new TypeError(`two slices define ${name}`);
      tables[name] = table;
    }
  }
  return tables;
}

/** Readers, writers and journal of a connection. */
export function storeOf(db: WriteHandle, slices: readonly Slice[]): Store {
  const tables = allTables(slices);
  const statements = new StatementCache(readable(db));
  return {
    db,
    readHandle: readable(db),
    statements,
    reader: new SqlReader(tables, statements),
    writer: new SqlWriter(tables, db, statements),
    journal: new Journal(statements),
  };
}

/** Which station this folder speaks as; undefined in an empty database. */
export function identityOf(store: Store): string | undefined {
  const row = store.statements
    .get('SELECT station FROM identity ORDER BY number DESC LIMIT 1')
    .get();
  return (row as { station: string } | undefined)?.station;
}

/** Every station that this folder was, oldest first. */
export function identities(store: Store): readonly string[] {
  const rows = store.statements.get('SELECT station FROM identity ORDER BY number').all();
  return (rows as { station: string }[]).map((row) => row.station);
}

/** Makes this folder speak as a station from now on. */
export function becomeStation(store: Store, station: string, since: string): void {
  store.statements
    .get(
      'INSERT INTO identity (number, station, since) SELECT coalesce(max(number), 0) + 1, ?, ? FROM identity',
    )
    .run(station, since);
}

/** A record's version; 0 where there is no such record. */
export function versionOf(store: Store, id: string): number {
  const row = store.statements.get('SELECT version FROM record_version WHERE id = ?').get(id);
  return (row as { version: number } | undefined)?.version ?? 0;
}

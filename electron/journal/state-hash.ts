import { createHash } from 'node:crypto';
import { canonicalText } from '../db/canonical.ts';
import type { WriteHandle } from '../db/handles.ts';
import type { StateTable, StateTables } from '../db/tables.ts';

/** SHA-256 of one table's rows in order of id, in canonical form. */
export function tableHash(db: WriteHandle, table: StateTable): string {
  const hash = createHash('sha256');
  for (const row of db.prepare(table.selectAll).iterate()) {
    hash.update(canonicalText(table.decode(row as Record<string, unknown>))).update('\n');
  }
  return hash.digest('hex');
}

/** Hash of every state table by name. */
export function tableHashes(db: WriteHandle, tables: StateTables): ReadonlyMap<string, string> {
  const names = Object.keys(tables).sort();
  return new Map(names.map((name) => [name, tableHash(db, tables[name] as StateTable)]));
}

/** One hash over all state tables: equal states have equal hashes on every station. */
export function stateHash(db: WriteHandle, tables: StateTables): string {
  const text = canonicalText([...tableHashes(db, tables)]);
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of the records' versions: what `expects` is compared with (INV-24). */
export function versionsHash(db: WriteHandle): string {
  const hash = createHash('sha256');
  for (const row of db.prepare('SELECT * FROM record_version ORDER BY id').iterate()) {
    hash.update(canonicalText(row)).update('\n');
  }
  return hash.digest('hex');
}

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { entryHash, hashedFields, NO_ENTRY } from '../journal/hash.ts';
import { appliedOrder } from '../journal/replay.ts';
import { makeFolder } from '../ports/files.ts';
import { applyEntry } from '../station/apply.ts';
import type { Slice } from '../station/slice.ts';
import { type Store, storeOf } from '../station/store.ts';
import { type BackupProblem, backup } from './backup.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase, removeSidecars } from './open.ts';

/** What could be read of a damaged database. */
export interface SalvageReport {
  readonly file: string;
  readonly entries: number;
  /** Entries that the newest anchor or the damaged file itself tells of. */
  readonly expected: number;
}

/** Tables besides the journal and what follows from it; each is read as far as it can be. */
const KEPT_TABLES = [
  'identity',
  'command_outcome',
  'device_frame',
  'attachment',
  'pin_failure',
  'carried',
] as const;

/**
 * Reads the journal of a damaged database as far as its chain holds, rebuilds every table from it, and
 * writes a proved copy from which a station can be restored. The damaged file is only read.
 */
export function salvage(
  damaged: Store,
  key: Buffer,
  slices: readonly Slice[],
  file: string,
): Result<SalvageReport, BackupProblem> {
  const part = `${file}.rebuilt`;
  makeFolder(dirname(file));
  rmSync(part, { force: true });
  const made = openDatabase({ file: part, key, create: true });
  if (!made.ok) return err('backup.unreadable');
  const db = made.value;
  try {
    migrate(db, migrations);
    const rebuilt = storeOf(db, slices);
    db.exec('BEGIN');
    for (const table of KEPT_TABLES) copyRows(damaged, rebuilt, table);
    const entries = copyJournal(damaged, rebuilt, slices);
    db.exec('COMMIT');
    const copied = backup(rebuilt, key, slices, file);
    return copied.ok ? ok({ file, entries, expected: expectedOf(damaged) }) : copied;
  } finally {
    db.close();
    rmSync(part, { force: true });
    removeSidecars(part);
  }
}

function copyJournal(damaged: Store, rebuilt: Store, slices: readonly Slice[]): number {
  const heads = new Map<string, { seq: number; hash: string }>();
  let count = 0;
  try {
    for (const entry of appliedOrder(damaged)) {
      const head = heads.get(entry.station) ?? { seq: 0, hash: NO_ENTRY };
      const follows = entry.seq === head.seq + 1 && entry.prev === head.hash;
      if (!follows || entryHash(entry.prev, hashedFields(entry)) !== entry.hash) break;
      rebuilt.journal.store(entry);
      applyEntry(entry, slices, rebuilt.reader, rebuilt.writer, rebuilt.db);
      rebuilt.reader.trim();
      heads.set(entry.station, { seq: entry.seq, hash: entry.hash });
      count += 1;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return count;
}

function copyRows(damaged: Store, rebuilt: Store, table: string): void {
  try {
    for (const row of damaged.db.prepare(`SELECT * FROM ${table}`).iterate()) {
      const values = Object.values(row as object);
      const places = values.map(() => '?').join(', ');
      rebuilt.statements.get(`INSERT OR IGNORE INTO ${table} VALUES (${places})`).run(...values);
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

function expectedOf(damaged: Store): number {
  try {
    const row = damaged.db.prepare('SELECT max(position) AS last FROM journal').get();
    return (row as { last: number | null }).last ?? 0;
  } catch {
    return 0;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

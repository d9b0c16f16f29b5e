import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { makeFolder, syncPath } from '../ports/files.ts';
import type { WriteHandle } from './handles.ts';
import type { Migration } from './migrations/migration.ts';

/** The schema version of a database: the number of its newest migration, 0 when empty. */
export function schemaVersion(db: WriteHandle): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to the newest schema: a `VACUUM INTO` copy first when there are data, then all
 * pending steps in one transaction, so that a cut leaves the old schema or the new one. Refuses a file
 * of a newer program and touches nothing.
 */
export function migrate(
  db: WriteHandle,
  migrations: readonly Migration[],
  backupFolder?: string,
): Result<{ readonly from: number; readonly to: number }, 'db.futureVersion'> {
  const from = schemaVersion(db);
  const to = migrations.at(-1)?.number ?? 0;
  if (from > to) return err('db.futureVersion');
  const pending = migrations.filter((step) => step.number > from);
  if (pending.length === 0) return ok({ from, to });
  if (from > 0 && backupFolder) copyBefore(db, backupFolder, from, to);
  // Foreign keys cannot be switched inside a transaction; checked at the end instead of per step.
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of pending) db.exec(step.sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error('migration broke a foreign key');
    db.pragma(`user_version=${to}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  return ok({ from, to });
}

function copyBefore(db: WriteHandle, folder: string, from: number, to: number): void {
  makeFolder(folder);
  let file = join(folder, `before-${to}-from-${from}.db`);
  for (let n = 2; existsSync(file); n += 1)
    file = join(folder, `before-${to}-from-${from}-${n}.db`);
  db.prepare('VACUUM INTO ?').run(file);
  syncPath(file);
  syncPath(folder);
}

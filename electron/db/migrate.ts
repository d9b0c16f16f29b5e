import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type CopyBefore, copyBefore, headsIn } from './copy-before.ts';
import type { WriteHandle } from './handles.ts';
import type { Migration } from './migrations/migration.ts';

/** Why the schema was not changed; the file is as it was. */
export type MigrationProblem = 'db.futureVersion' | 'db.copyFailed' | 'db.migrationFailed';

/** The schema version of a database: the number of its newest migration, 0 when empty. */
function schemaVersion(db: WriteHandle): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to the newest schema: a proved copy first when there are data, then all pending
 * steps in one transaction, so that a cut leaves the old schema or the new one. Refuses a file of a
 * newer program, one that cannot be copied, and steps that fail or touch the journal; then nothing has
 * changed. Throws what the disk does.
 */
export function migrate(
  db: WriteHandle,
  migrations: readonly Migration[],
  copy?: CopyBefore,
): Result<{ readonly from: number; readonly to: number }, MigrationProblem> {
  const from = schemaVersion(db);
  const to = migrations.at(-1)?.number ?? 0;
  if (from > to) return err('db.futureVersion');
  const pending = migrations.filter((step) => step.number > from);
  if (pending.length === 0) return ok({ from, to });
  if (from > 0 && copy && !copyBefore(db, copy, from, to)) return err('db.copyFailed');
  // Foreign keys cannot be switched inside a transaction; checked at the end instead of per step.
  db.exec('BEGIN IMMEDIATE');
  try {
    const heads = from > 0 ? headsIn(db) : undefined;
    for (const step of pending) db.exec(step.sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error('migration broke a foreign key');
    if (heads !== undefined && headsIn(db) !== heads)
      throw new Error('migration touched the journal');
    db.pragma(`user_version=${to}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (isDisk(error)) throw error;
    return err('db.migrationFailed');
  }
  return ok({ from, to });
}

/** An error of the disk, not of the step's own SQL. */
function isDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(IOERR|FULL|READONLY|CORRUPT|NOTADB|CANTOPEN|BUSY)/.test(code);
}

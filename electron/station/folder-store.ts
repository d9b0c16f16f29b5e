import { existsSync, rmSync } from 'node:fs';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { WriteHandle } from '../db/handles.ts';
import { writeKeyCheck } from '../db/key-check.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openDatabase, removeSidecars } from '../db/open.ts';
import { type DataFolder, renameRetrying, syncPath } from '../ports/files.ts';
import type { FolderKeys } from '../ports/key-store.ts';
import type { FolderPlace } from './folder-place.ts';
import type { Slice } from './slice.ts';
import type { StartProblem } from './start-problem.ts';
import { type Store, storeOf } from './store.ts';

/**
 * Opens the records of a folder and brings them to this program's schema. A folder that never held
 * any gets an empty database; one whose database is gone is told so and gets none.
 */
export function openStore(
  folder: DataFolder,
  keys: FolderKeys,
  slices: readonly Slice[],
): Result<Store, StartProblem> {
  if (!existsSync(folder.database)) {
    const made = createDatabase(folder, keys);
    if (!made.ok) return made;
  }
  const db = openDatabase({
    file: folder.database,
    key: keys.database,
    keyCheckFile: folder.keyCheck,
    keyCheckKey: keys.keyCheck,
  });
  if (!db.ok) return db;
  try {
    const migrated = migrate(db.value, migrations, { folder: folder.backups, key: keys.database });
    // The station takes the write-ahead file in itself, so that it knows its own writes from others'.
    db.value.pragma('wal_autocheckpoint=0');
    if (migrated.ok) return ok(storeOf(db.value, slices));
    db.value.close();
    return migrated;
  } catch (error) {
    db.value.close();
    throw error;
  }
}

/**
 * Makes the database beside its place and moves it there whole, so that a start cut short leaves no
 * half database that nothing can tell from a damaged one. The key check comes before the database:
 * alone, without the unfinished one, it means that a database was here and is lost.
 */
function createDatabase(folder: DataFolder, keys: FolderKeys): Result<null, StartProblem> {
  const part = `${folder.database}.new`;
  if (existsSync(folder.keyCheck)) {
    if (!existsSync(part)) return err('db.missing');
    rmSync(folder.keyCheck);
    syncPath(folder.path);
  }
  rmSync(part, { force: true });
  removeSidecars(part);
  const db = openDatabase({ file: part, key: keys.database, create: true });
  if (!db.ok) return db;
  fill(db.value);
  removeSidecars(part);
  syncPath(part);
  writeKeyCheck(folder.keyCheck, keys.keyCheck);
  renameRetrying(part, folder.database);
  syncPath(folder.path);
  return ok(null);
}

function fill(db: WriteHandle): void {
  try {
    migrate(db, migrations);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Whether the last writer closed the database: SQLite then removes the write-ahead file. */
export function wasStoppedCleanly(folder: DataFolder): boolean {
  return !existsSync(`${folder.database}-wal`);
}

/**
 * Opens the database again after an error. What the write-ahead file holds is copied into the database
 * and forced to the disk: after a failed sync the pages in memory may be all that there is of it
 * (PostgreSQL, "Fsync errors"). Undefined when that does not succeed.
 */
export function reopenStore(
  old: Store,
  folder: DataFolder,
  keys: FolderKeys,
  slices: readonly Slice[],
  place: FolderPlace,
): Store | undefined {
  try {
    old.db.close();
    if (!existsSync(folder.database)) return undefined;
    const opened = openStore(folder, keys, slices);
    if (!opened.ok) return undefined;
    const isSafe = isOnDisk(opened.value);
    place.reopened();
    if (isSafe) return opened.value;
    opened.value.db.close();
    return undefined;
  } catch {
    return undefined;
  }
}

function isOnDisk({ db }: Store): boolean {
  const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return row?.busy === 0;
}

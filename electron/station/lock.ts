import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from '../ports/files.ts';

/** Holds a data folder for one writing process. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder by an exclusive transaction on `lock.db`: the hold dies with the process, also after
 * kill -9. Undefined when another process, or another station of this one, holds it; throws where the
 * disk does not let it be asked.
 */
export function lockFolder(file: string): FolderLock | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode=DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return {
    release: () => {
      try {
        if (db.inTransaction) db.exec('ROLLBACK');
      } finally {
        db.close();
      }
    },
  };
}

/**
 * Takes the records by their id too: a copy of the folder elsewhere on this machine must not be worked on
 * at the same time. Where the configuration folder cannot be written, the folder's own hold must do.
 */
export function lockRecords(configFolder: string, folderId: string): FolderLock | undefined {
  try {
    const folder = join(configFolder, 'anchors');
    makeFolder(folder);
    return lockFolder(join(folder, `${folderId}.lock`));
  } catch {
    return { release: () => undefined };
  }
}

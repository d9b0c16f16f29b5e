import Database from 'better-sqlite3';

/** Holds a data folder for one writing process. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder by an exclusive transaction on `lock.db`: the hold dies with the process, also after
 * kill -9. Undefined when another process, or another station of this one, holds it.
 */
export function lockFolder(file: string): FolderLock | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode=DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    return undefined;
  }
  return {
    release: () => {
      if (db.inTransaction) db.exec('ROLLBACK');
      db.close();
    },
  };
}

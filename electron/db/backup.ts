import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { replay } from '../journal/replay.ts';
import { verifyJournal } from '../journal/verify.ts';
import { makeFolder, renameRetrying, syncPath } from '../ports/files.ts';
import type { Slice } from '../station/slice.ts';
import { type Store, storeOf } from '../station/store.ts';
import { openDatabase, removeSidecars } from './open.ts';

/** What a copy was proved to be. */
export interface BackupReport {
  readonly file: string;
  readonly stateHash: string;
  readonly entries: number;
}

export type BackupProblem =
  | 'backup.exists'
  | 'backup.unreadable'
  | 'backup.damaged'
  | 'backup.differs';

/**
 * A proved copy: `VACUUM INTO` a new name (the driver's own backup cannot copy an encrypted file),
 * forced to the disk, opened with the key, pages, chains and tables checked, then renamed. The tables
 * are compared with the copy's own journal, so that the station may go on writing meanwhile.
 */
export function backup(
  store: Store,
  key: Buffer,
  slices: readonly Slice[],
  file: string,
): Result<BackupReport, BackupProblem> {
  if (existsSync(file)) return err('backup.exists');
  const folder = dirname(file);
  makeFolder(folder);
  const part = `${file}.part`;
  const isPast = headsOf(store);
  try {
    rmSync(part, { force: true });
    store.db.prepare('VACUUM INTO ?').run(part);
    syncPath(part);
    const checked = checkCopy(part, key, slices);
    if (!checked.ok) return checked;
    if (checked.value.entries < isPast) return err('backup.differs');
    removeSidecars(part);
    renameRetrying(part, file);
    syncPath(folder);
    return ok({ ...checked.value, file });
  } finally {
    rmSync(part, { force: true });
    removeSidecars(part);
  }
}

/** Entries of all chains. */
function headsOf({ journal }: Store): number {
  return journal.stations().reduce((sum, station) => sum + journal.head(station).seq, 0);
}

/** Opens a copy with its key and checks pages, chains and state. */
export function checkCopy(
  file: string,
  key: Buffer,
  slices: readonly Slice[],
): Result<BackupReport, BackupProblem> {
  const opened = openDatabase({ file, key });
  if (!opened.ok) return err('backup.unreadable');
  const db = opened.value;
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return err('backup.damaged');
    const store = storeOf(db, slices);
    if (!verifyJournal(store.journal).ok) return err('backup.damaged');
    const rebuilt = replay(store, slices);
    if (rebuilt.differing.length > 0) return err('backup.differs');
    return ok({ file, stateHash: rebuilt.stateHash, entries: headsOf(store) });
  } catch {
    return err('backup.damaged');
  } finally {
    db.close();
  }
}

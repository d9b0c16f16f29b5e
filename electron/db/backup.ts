import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { stateHash } from '../journal/state-hash.ts';
import { verifyJournal } from '../journal/verify.ts';
import { makeFolder, renameRetrying, syncPath } from '../ports/files.ts';
import type { Slice } from '../station/slice.ts';
import { allTables, type Store, storeOf } from '../station/store.ts';
import { openDatabase } from './open.ts';

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
 * forced to the disk, opened with the key, pages and chains and state hash checked, then renamed.
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
  rmSync(part, { force: true });
  store.db.prepare('VACUUM INTO ?').run(part);
  syncPath(part);
  const wanted = stateHash(store.db, allTables(slices));
  const checked = checkCopy(part, key, slices);
  removeSidecars(part);
  if (!checked.ok || checked.value.stateHash !== wanted) {
    rmSync(part, { force: true });
    return checked.ok ? err('backup.differs') : checked;
  }
  renameRetrying(part, file);
  syncPath(folder);
  return ok({ ...checked.value, file });
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
    const heads = verifyJournal(storeOf(db, slices).journal);
    if (!heads.ok) return err('backup.damaged');
    const entries = heads.value.reduce((sum, head) => sum + head.seq, 0);
    return ok({ file, stateHash: stateHash(db, allTables(slices)), entries });
  } catch {
    return err('backup.damaged');
  } finally {
    db.close();
  }
}

function removeSidecars(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

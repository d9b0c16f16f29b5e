import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkCopy } from '../db/backup.ts';
import { writeKeyCheck } from '../db/key-check.ts';
import { openDatabase, removeSidecars } from '../db/open.ts';
import { fileAnchorStore } from '../journal/anchors.ts';
import {
  type DataFolder,
  dataFolder,
  renameRetrying,
  syncPath,
  writeWhole,
} from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import { deriveKeys, type KeyStore } from '../ports/key-store.ts';
import { carryKeys, keysWithCarried } from './carried-keys.ts';
import { type FolderFile, readFolderFile, writeFolderFile } from './folder-file.ts';
import { openStore } from './folder-store.ts';
import { Upkeep } from './housekeeping.ts';
import { lockFolder } from './lock.ts';
import { slices } from './slices.ts';
import { type StartProblem, withDiskProblems } from './start-problem.ts';
import { identityOf, type Store, storeOf } from './store.ts';

/** What a rotation of the key needs; the station must not be running. */
export interface RotationPorts {
  readonly folder: string;
  readonly configFolder: string;
  readonly keyStore: KeyStore;
  readonly ids: Ids;
}

export type RotationProblem =
  | StartProblem
  | 'backup.unreadable'
  | 'backup.damaged'
  | 'backup.differs'
  | 'backup.exists';

/**
 * Gives a folder a new master key: a copy under the new key is written beside the database, proved,
 * and put in its place; the live file is never re-keyed (the cipher's makers warn of that in WAL mode).
 * Copies made before open with the old key only. Answers the new folder id.
 */
export function rotateKey(
  ports: RotationPorts,
): Promise<Result<{ readonly folderId: string }, RotationProblem>> {
  const folder = dataFolder(ports.folder);
  return withDiskProblems<{ folderId: string }, RotationProblem>(async () => {
    if (!existsSync(folder.database)) return err('db.missing');
    const lock = lockFolder(folder.lock);
    if (!lock) return err('station.folderInUse');
    try {
      return await rotateLocked(ports, folder);
    } finally {
      lock.release();
    }
  });
}

async function rotateLocked(
  ports: RotationPorts,
  folder: DataFolder,
): Promise<Result<{ folderId: string }, RotationProblem>> {
  const { keyStore, ids } = ports;
  const known = readFolderFile(folder.folderFile);
  if (typeof known !== 'object') return err('station.folderFileDamaged');
  const master = await keyStore.load(known.folderId);
  if (!master) return err('station.keyMissing');
  const opened = openStore(folder, deriveKeys(master), slices);
  if (!opened.ok) return opened;
  const next = ids.randomBytes(32);
  const head = headOf(opened.value);
  const written = writeUnder(opened.value, folder, master, next);
  opened.value.db.close();
  if (!written.ok) return written;
  const folderId = ids.newId();
  await keyStore.save(folderId, next);
  if (head) fileAnchorStore(ports.configFolder).write(folderId, head);
  const fresh = { ...known, folderId };
  // From here on the rotation has happened, whatever is cut short.
  writeWhole(rotationFile(folder), `${JSON.stringify(fresh)}\n`, { durable: true });
  finish(folder, fresh, next);
  new Upkeep(folder.path).change({ keyPrintedAt: null, keyProvedAt: null });
  return ok({ folderId });
}

/** Completes a rotation that was cut short, or clears away one that had not happened yet. */
export async function completeRotation(folder: DataFolder, keyStore: KeyStore): Promise<void> {
  const file = rotationFile(folder);
  if (!existsSync(file)) {
    if (existsSync(folder.path)) removeBeside(folder);
    return;
  }
  const fresh = JSON.parse(readFileSync(file, 'utf8')) as FolderFile;
  const next = await keyStore.load(fresh.folderId);
  if (next) finish(folder, fresh, next);
}

function finish(folder: DataFolder, fresh: FolderFile, next: Buffer): void {
  const beside = besideOf(folder);
  if (existsSync(beside)) {
    removeSidecars(folder.database);
    renameRetrying(beside, folder.database);
    syncPath(folder.path);
  }
  writeKeyCheck(folder.keyCheck, deriveKeys(next).keyCheck);
  writeFolderFile(folder.folderFile, fresh);
  rmSync(rotationFile(folder));
  syncPath(folder.path);
}

function writeUnder(
  store: Store,
  folder: DataFolder,
  master: Buffer,
  next: Buffer,
): Result<null, RotationProblem> {
  const beside = besideOf(folder);
  removeBeside(folder);
  const old = deriveKeys(master).database;
  store.db.prepare('VACUUM INTO ?').run(beside);
  const copy = openDatabase({ file: beside, key: old });
  if (!copy.ok) return err('backup.unreadable');
  const db = copy.value;
  carryKeys(storeOf(db, slices), keysWithCarried(store, master), next);
  db.pragma('journal_mode=DELETE');
  db.pragma(`rekey='raw:${deriveKeys(next).database.toString('hex')}'`);
  db.close();
  const checked = checkCopy(beside, deriveKeys(next).database, slices);
  removeSidecars(beside);
  syncPath(beside);
  return checked.ok ? ok(null) : checked;
}

function headOf(store: Store) {
  const station = identityOf(store);
  return station === undefined ? undefined : store.journal.head(station);
}

function removeBeside(folder: DataFolder): void {
  rmSync(besideOf(folder), { force: true });
  removeSidecars(besideOf(folder));
}

const besideOf = (folder: DataFolder) => `${folder.database}.rotated`;
const rotationFile = (folder: DataFolder) => join(folder.path, 'rotation.json');

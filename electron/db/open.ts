import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type DiskProblem, diskProblemOf } from './disk-problem.ts';
import type { WriteHandle } from './handles.ts';
import { readKeyCheck } from './key-check.ts';

/** `PLPT`: marks a PlasmaPoint database (SQLite `application_id`). */
export const APPLICATION_ID = 0x504c5054;

/** Why a database cannot be used as it is. */
export type OpenProblem =
  | DiskProblem
  | 'db.missing'
  | 'db.wrongKey'
  | 'db.notOurs'
  | 'db.sqliteTooOld'
  | 'db.settingRefused'
  | 'db.unreadable';

export interface OpenOptions {
  readonly file: string;
  /** 32 raw bytes. */
  readonly key: Buffer;
  /** Keyed file that tells a wrong key from a damaged header; made before the database appears. */
  readonly keyCheckFile?: string;
  readonly keyCheckKey?: Buffer;
  readonly readonly?: boolean;
  readonly create?: boolean;
}

/** Settings that every connection must show when read back: docs of each in SQLite's pragma list. */
const SETTINGS: readonly (readonly [string, string | number, string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // The driver is built to reopen WAL files at NORMAL, which loses acknowledged commits on a power cut.
  ['synchronous', 'FULL', 2],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
  // Sorter spill files are not encrypted.
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  // Without it BEFORE DELETE does not fire for rows that REPLACE removes.
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
  // KiB of pages kept decrypted: the upper levels of every index of a large file.
  ['cache_size', -65_536, -65_536],
  ['busy_timeout', 5000, 5000],
  ['secure_delete', 'ON', 1],
];

/**
 * Opens an encrypted database (ChaCha20-Poly1305, parameters named because defaults of cipher libraries
 * change), sets every durability setting and reads it back, and checks that the file is ours.
 */
export function openDatabase(options: OpenOptions): Result<WriteHandle, OpenProblem> {
  const exists = existsSync(options.file);
  if (!exists && !options.create) return err('db.missing');
  const keyState = exists ? checkKey(options) : 'unknown';
  if (keyState === 'wrong') return err('db.wrongKey');
  let db: Database.Database | undefined;
  try {
    db = new Database(options.file, {
      readonly: options.readonly ?? false,
      fileMustExist: !options.create,
    });
    const problem = prepareConnection(db, options, exists);
    if (problem) {
      db.close();
      // The key check says that a database of ours was here.
      return err(problem === 'db.notOurs' && keyState === 'right' ? 'db.damaged' : problem);
    }
    return ok(db as unknown as WriteHandle);
  } catch (error) {
    db?.close();
    return err(openProblemOf(error, keyState === 'right'));
  }
}

/**
 * Closes a database without taking its write-ahead file into it: neither file is changed. A reader keeps
 * the writer from being the last to close; where none can be had, the end of the process closes.
 */
export function closeUntouched(
  db: WriteHandle,
  options: { readonly file: string; readonly key: Buffer },
): void {
  const reader = openDatabase({ ...options, readonly: true });
  if (!reader.ok) return;
  db.close();
  reader.value.close();
}

/** Removes what SQLite keeps beside a database file that is closed and complete. */
export function removeSidecars(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** An empty database in memory with the same settings where they apply: for replay. */
export function openMemoryDatabase(): WriteHandle {
  const db = new Database(':memory:');
  for (const pragma of ['temp_store=MEMORY', 'foreign_keys=ON', 'recursive_triggers=ON'])
    db.pragma(pragma);
  return db as unknown as WriteHandle;
}

function checkKey(options: OpenOptions): 'right' | 'wrong' | 'unknown' {
  if (!options.keyCheckFile || !options.keyCheckKey) return 'unknown';
  return readKeyCheck(options.keyCheckFile, options.keyCheckKey);
}

function prepareConnection(
  db: Database.Database,
  options: OpenOptions,
  exists: boolean,
): OpenProblem | undefined {
  applyKey(db, options.key);
  // The first read proves the key; it throws NOTADB when the key or the header is wrong.
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  if (!versionAtLeast(db, [3, 51, 3])) return 'db.sqliteTooOld';
  if (!exists) db.pragma(`application_id=${APPLICATION_ID}`);
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'db.notOurs';
  return applySettings(db, options.readonly ?? false) ? undefined : 'db.settingRefused';
}

function applyKey(db: Database.Database, key: Buffer): void {
  if (key.length !== 32) throw new RangeError('the key must be 32 bytes');
  db.pragma("cipher='chacha20'");
  db.pragma('legacy=0');
  db.pragma('legacy_page_size=4096');
  db.pragma('kdf_iter=64007');
  db.pragma(`key='raw:${key.toString('hex')}'`);
}

function applySettings(db: Database.Database, isReadonly: boolean): boolean {
  for (const [name, value, expected] of SETTINGS) {
    if (name !== 'journal_mode' || !isReadonly) db.pragma(`${name}=${value}`);
    if (db.pragma(name, { simple: true }) !== expected) return false;
  }
  return true;
}

/** SQLite before 3.51.3 can lose commits of a reset WAL when there are two connections. */
function versionAtLeast(db: Database.Database, least: readonly [number, number, number]): boolean {
  const row = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const have = row.version.split('.').map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = have[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

function openProblemOf(error: unknown, keyIsRight: boolean): OpenProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB')) return keyIsRight ? 'db.damaged' : 'db.wrongKey';
  return diskProblemOf(error) ?? 'db.unreadable';
}

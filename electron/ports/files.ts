import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Forces a file or a folder to the disk; folders cannot be opened on Windows and need no sync there. */
export function syncPath(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a folder with those above it. Where a file system takes no new folders (`/proc`) it throws; the
 * recursive way of `mkdirSync` asks for ever there.
 */
export function makeFolder(path: string): void {
  const whole = resolve(path);
  if (existsSync(whole)) return;
  const above = dirname(whole);
  if (above !== whole) makeFolder(above);
  try {
    mkdirSync(whole, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EEXIST') throw error;
  }
}

/**
 * Writes a whole file so that a reader sees the old or the new content, never a part. `durable` also
 * forces it to the disk before it answers.
 */
export function writeWhole(
  path: string,
  data: string | Uint8Array,
  options: { readonly mode?: number; readonly durable?: boolean } = {},
): void {
  makeFolder(dirname(path));
  const next = `${path}.next`;
  writeFileSync(next, data, { mode: options.mode ?? 0o600, flush: options.durable ?? false });
  renameRetrying(next, path);
  if (options.durable) syncPath(dirname(path));
}

/** Renames; on Windows virus scanners hold files briefly, so a busy file is tried up to ten times. */
export function renameRetrying(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (attempt === 10 || (code !== 'EBUSY' && code !== 'EPERM')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, attempt * 10);
    }
  }
}

/** The names of everything in a data folder. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly lock: string;
  readonly folderFile: string;
  readonly keyCheck: string;
  readonly backups: string;
  /** Stands while a restore is not finished. */
  readonly restoring: string;
}

/** Where things are in a data folder. */
export function dataFolder(path: string): DataFolder {
  return {
    path,
    database: join(path, 'plasmapoint.db'),
    lock: join(path, 'lock.db'),
    folderFile: join(path, 'folder.json'),
    keyCheck: join(path, 'key-check'),
    backups: join(path, 'backups'),
    restoring: join(path, 'restoring'),
  };
}

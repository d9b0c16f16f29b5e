import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, renameRetrying, syncPath } from '../ports/files.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { openDatabase, removeSidecars } from './open.ts';

/** Where the copy before a change of schema goes, and the key that it must open with. */
export interface CopyBefore {
  readonly folder: string;
  readonly key: Buffer;
}

/**
 * Copies a database before its schema is changed, and proves the copy: it opens with the key, its pages
 * are sound, its chains end where the original's do. False when it does not; nothing is left of it then.
 */
export function copyBefore(
  db: WriteHandle,
  { folder, key }: CopyBefore,
  from: number,
  to: number,
): boolean {
  makeFolder(folder);
  const file = freeName(folder, `before-${to}-from-${from}`);
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    db.prepare('VACUUM INTO ?').run(part);
    syncPath(part);
    if (!isTrue(part, key, from, headsIn(db))) return false;
    removeSidecars(part);
    renameRetrying(part, file);
    syncPath(folder);
    return true;
  } finally {
    rmSync(part, { force: true });
    removeSidecars(part);
  }
}

/** Where every chain ends, as text to compare; asked of the journal's table, whatever its version. */
export function headsIn(db: WriteHandle | ReadHandle): string {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal'").get();
  if (table === undefined) return '';
  const heads = 'SELECT station, max(seq), hash FROM journal GROUP BY station ORDER BY station';
  return JSON.stringify(db.prepare(heads).all());
}

function isTrue(file: string, key: Buffer, version: number, heads: string): boolean {
  const opened = openDatabase({ file, key, readonly: false });
  if (!opened.ok) return false;
  const copy = opened.value;
  try {
    const isSound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    const isSame = copy.pragma('user_version', { simple: true }) === version;
    return isSound && isSame && headsIn(copy) === heads;
  } finally {
    copy.close();
  }
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const file = join(folder, n === 1 ? `${name}.db` : `${name}-${n}.db`);
    if (!existsSync(file)) return file;
  }
}

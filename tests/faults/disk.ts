import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileOperation } from './record.ts';

/** What a disk may lose of a file since it was last forced to it. */
type Change =
  | { readonly what: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly size: number };

/** A file by itself; names lie in folders. */
interface Inode {
  safe: Buffer;
  pending: Change[];
}

/** What a disk may lose of a folder: names that came, went or moved. */
type NameChange = (names: Map<string, Inode>) => void;

/** Answers a number from 0 up to below 1; seeded by the caller. */
export type Draw = () => number;

/** How a cut treats what was not forced to the disk. */
export type CutKind = 'kept' | 'lost' | 'some' | 'torn' | 'newest';

export const CUTS: readonly CutKind[] = ['kept', 'lost', 'some', 'torn', 'newest'];

const SECTOR = 512;

/**
 * A disk that keeps what was forced to it and may lose, tear or reorder the rest: file contents by
 * sectors of 512 bytes, names of each folder in the order in which they changed.
 */
export class Disk {
  readonly #folders = new Map<string, { safe: Map<string, Inode>; pending: NameChange[] }>();
  /** Names as the running process sees them. */
  readonly #seen = new Map<string, Inode>();
  readonly #made: string[] = [];

  /** Begins with files that have long been on the disk. */
  static from(root: string): Disk {
    const disk = new Disk();
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = `${join(entry.parentPath, entry.name).slice(root.length)}`;
      if (entry.isDirectory()) disk.#made.push(path);
      if (!entry.isFile()) continue;
      const inode = { safe: readFileSync(join(root, path)), pending: [] };
      disk.#seen.set(path, inode);
      disk.#folder(path).safe.set(path, inode);
    }
    return disk;
  }

  /** Takes one recorded operation. */
  take(operation: FileOperation): void {
    const { path } = operation;
    switch (operation.what) {
      case 'folder':
        // A folder's own name counts as safe: nothing is kept in one before it is there.
        this.#made.push(path);
        return;
      case 'create':
        this.#rename(undefined, path, { safe: Buffer.alloc(0), pending: [] });
        return;
      case 'unlink':
        this.#seen.delete(path);
        this.#folder(path).pending.push((names) => names.delete(path));
        return;
      case 'rename': {
        const moved = this.#seen.get(path);
        if (moved) this.#rename(path, operation.to, moved);
        return;
      }
      case 'sync':
        this.#sync(path);
        return;
      case 'write':
      case 'truncate':
        this.#seen.get(path)?.pending.push(operation);
        return;
    }
  }

  /** The files as a power cut at this moment could have left them. */
  cut(kind: CutKind, draw: Draw): ReadonlyMap<string, Buffer> {
    const files = new Map<string, Buffer>();
    for (const { safe, pending } of this.#folders.values()) {
      const names = new Map(safe);
      const passed = kind === 'kept' ? pending.length : Math.floor(draw() * (pending.length + 1));
      for (const change of pending.slice(0, kind === 'lost' ? 0 : passed)) change(names);
      for (const [path, inode] of names) files.set(path, contentAfter(inode, kind, draw));
    }
    return files;
  }

  /** Folders that were made, in order. */
  get folders(): readonly string[] {
    return this.#made;
  }

  #folder(path: string) {
    const key = dirname(path);
    const known = this.#folders.get(key) ?? { safe: new Map<string, Inode>(), pending: [] };
    this.#folders.set(key, known);
    return known;
  }

  #rename(from: string | undefined, to: string, inode: Inode): void {
    if (from !== undefined) this.#seen.delete(from);
    this.#seen.set(to, inode);
    this.#folder(to).pending.push((names) => {
      if (from !== undefined) names.delete(from);
      names.set(to, inode);
    });
  }

  #sync(path: string): void {
    const inode = this.#seen.get(path);
    if (inode) {
      inode.safe = inode.pending.reduce(applied, inode.safe);
      inode.pending = [];
      return;
    }
    const folder = this.#folders.get(path);
    if (!folder) return;
    for (const change of folder.pending) change(folder.safe);
    folder.pending = [];
  }
}

function contentAfter({ safe, pending }: Inode, kind: CutKind, draw: Draw): Buffer {
  switch (kind) {
    case 'kept':
      return pending.reduce(applied, safe);
    case 'lost':
      return safe;
    case 'some':
      return pending.filter(() => draw() < 0.5).reduce(applied, safe);
    case 'torn':
      return pending
        .filter(() => draw() < 0.8)
        .flatMap((change) => (draw() < 0.5 ? [change] : torn(change, draw)))
        .reduce(applied, safe);
    case 'newest':
      return pending.slice(-1 - Math.floor(draw() * 3)).reduce(applied, safe);
  }
}

/** Some sectors of a write; a cut in power does not know where it began. */
function torn(change: Change, draw: Draw): readonly Change[] {
  if (change.what === 'truncate') return [change];
  const parts: Change[] = [];
  let from = 0;
  while (from < change.bytes.length) {
    const end = from + SECTOR - ((change.at + from) % SECTOR);
    const bytes = change.bytes.subarray(from, end);
    if (draw() < 0.5) parts.push({ what: 'write', at: change.at + from, bytes });
    from = end;
  }
  return parts;
}

function applied(content: Buffer, change: Change): Buffer {
  if (change.what === 'truncate') {
    const next = Buffer.alloc(change.size);
    content.copy(next, 0, 0, change.size);
    return next;
  }
  const end = change.at + change.bytes.length;
  const next = end > content.length ? Buffer.concat([content], end) : Buffer.from(content);
  change.bytes.copy(next, change.at);
  return next;
}

/** Tells images apart. */
export function imageMark(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    hash.update(`${path}\0${files.get(path)?.length}\0`).update(files.get(path) ?? '');
  }
  return hash.digest('hex');
}

/** Lays an image below a root. */
export function layDown(
  root: string,
  folders: readonly string[],
  files: ReadonlyMap<string, Buffer>,
): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

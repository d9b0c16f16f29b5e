import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type DataFolder, dataFolder, writeWhole } from '../ports/files.ts';

const knownFolders = z.record(z.string(), z.string());

/**
 * Data folders that were opened by this user, by path. A path whose records are gone is told so and
 * is not taken for a new station: a disk that is not mounted must not look like a first start.
 */
export class KnownFolders {
  readonly #file: string;

  constructor(configFolder: string) {
    this.#file = join(configFolder, 'folders.json');
  }

  /** Whether records were kept at a place where nothing of them is left. */
  isLost(folder: DataFolder): boolean {
    const isThere = [folder.folderFile, folder.database].some((file) => existsSync(file));
    return !isThere && this.#read()[resolve(folder.path)] !== undefined;
  }

  /** The id under which a path was opened; names its key where the folder itself is gone. */
  idOf(path: string): string | undefined {
    return this.#read()[resolve(path)];
  }

  remember(path: string, folderId: string): void {
    const known = this.#read();
    if (known[resolve(path)] === folderId) return;
    try {
      writeWhole(this.#file, `${JSON.stringify({ ...known, [resolve(path)]: folderId })}\n`);
    } catch {
      // A protection against beginning anew; it must not keep a folder that is there from opening.
    }
  }

  /** Whether the records of a folder lie at another place too: a copy that must not be worked on. */
  hasTwin(folder: DataFolder, folderId: string): boolean {
    const own = inode(folder.database);
    return Object.entries(this.#read()).some(([path, id]) => {
      if (id !== folderId || path === resolve(folder.path)) return false;
      const other = inode(dataFolder(path).database);
      return other !== undefined && other !== own;
    });
  }

  #read(): Readonly<Record<string, string>> {
    if (!existsSync(this.#file)) return {};
    try {
      return knownFolders.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Rebuilt by the next starts; the folders themselves are not in doubt.
      return {};
    }
  }
}

function inode(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

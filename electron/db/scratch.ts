import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { WriteHandle } from './handles.ts';
import { openDatabase, removeSidecars } from './open.ts';

/** Nothing of it is kept: each page is written once, nothing is forced to the disk. */
const SETTINGS = ['journal_mode=MEMORY', 'synchronous=OFF', 'cache_size=-200000'];

/** A database for one reckoning; `remove` closes it and takes its file away. */
export interface Scratch {
  readonly db: WriteHandle;
  readonly remove: () => void;
}

/**
 * An empty database in a file beside another, sealed with a key that nobody keeps: for what would not
 * fit into memory. Undefined where no file can be made there. One that a killed process left is removed.
 */
export function scratchBeside(file: string): Scratch | undefined {
  const path = `${file}.scratch`;
  const remove = () => {
    rmSync(path, { force: true });
    removeSidecars(path);
  };
  try {
    remove();
    const opened = openDatabase({ file: path, key: randomBytes(32), create: true });
    if (!opened.ok) return undefined;
    const db = opened.value;
    for (const setting of SETTINGS) db.pragma(setting);
    return {
      db,
      remove: () => {
        db.close();
        remove();
      },
    };
  } catch {
    return undefined;
  }
}

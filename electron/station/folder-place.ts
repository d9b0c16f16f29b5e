import { type Stats, statSync } from 'node:fs';
import type { DataFolder } from '../ports/files.ts';

/** How the files that a running station writes stand to the names under which they were opened. */
export type Place = 'there' | 'logGone' | 'moved' | 'overwritten';

/**
 * Watches over the names of a running station's files. SQLite goes on writing into a file that was
 * moved, replaced, removed or written over under it, and what it acknowledges then would not be found at
 * the next start (SQLite, "How to corrupt", section 4). Three looks at the folder per command.
 */
export class FolderPlace {
  readonly #folder: DataFolder;
  readonly #database: string | undefined;
  readonly #lock: string | undefined;
  #log: string | undefined;
  #content: string | undefined;

  constructor(folder: DataFolder) {
    this.#folder = folder;
    const database = look(folder.database);
    this.#database = identity(database);
    this.#content = content(database);
    this.#lock = identity(look(folder.lock));
  }

  look(): Place {
    const database = look(this.#folder.database);
    if (identity(database) !== this.#database) return 'moved';
    if (identity(look(this.#folder.lock)) !== this.#lock) return 'moved';
    if (content(database) !== this.#content) return 'overwritten';
    const log = identity(look(`${this.#folder.database}-wal`));
    // The write-ahead file appears with the first write and stays while the station runs.
    this.#log ??= log;
    return this.#log === log ? 'there' : 'logGone';
  }

  /** Bytes of the write-ahead file: what is committed and not yet taken into the database. */
  logBytes(): number {
    return look(`${this.#folder.database}-wal`)?.size ?? 0;
  }

  /** After the station itself wrote the database: its content is this one from now on. */
  settled(): void {
    this.#content = content(look(this.#folder.database));
  }

  /** After the database was opened again: its write-ahead file is a new one. */
  reopened(): void {
    this.#log = undefined;
    this.settled();
  }
}

function look(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function identity(found: Stats | undefined): string | undefined {
  return found && `${found.dev}:${found.ino}`;
}

/** Windows tells the time of the last change late, for what was written through an open file. */
function content(found: Stats | undefined): string | undefined {
  if (!found || process.platform === 'win32') return found && `${found.size}`;
  return `${found.size}:${found.mtimeMs}`;
}

/** The folder's files are gone from their names; a command that meets this was not saved. */
export class FolderMoved extends Error {
  readonly code = 'station.folderMoved';
}

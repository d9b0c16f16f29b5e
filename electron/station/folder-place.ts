import { type Stats, statSync } from 'node:fs';
import type { DataFolder } from '../ports/files.ts';

/** How the files that a running station writes stand to the names under which they were opened. */
export type Place = 'there' | 'logGone' | 'moved';

/**
 * Watches over the names of a running station's files. SQLite goes on writing into a file that was
 * moved, replaced or removed under it, and what it acknowledges then would not be found at the next
 * start (SQLite, "How to corrupt", section 4). Two or three looks at the folder per command.
 */
export class FolderPlace {
  readonly #folder: DataFolder;
  readonly #held: readonly (readonly [string, string | undefined])[];
  #log: string | undefined;

  constructor(folder: DataFolder) {
    this.#folder = folder;
    this.#held = [folder.database, folder.lock].map((file) => [file, identity(file)]);
  }

  look(): Place {
    if (this.#held.some(([file, known]) => identity(file) !== known)) return 'moved';
    const log = identity(`${this.#folder.database}-wal`);
    // The write-ahead file appears with the first write and stays while the station runs.
    this.#log ??= log;
    return this.#log === log ? 'there' : 'logGone';
  }

  /** After the database was opened again: its write-ahead file is a new one. */
  reopened(): void {
    this.#log = undefined;
  }
}

function identity(file: string): string | undefined {
  let found: Stats | undefined;
  try {
    found = statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
  return found && `${found.dev}:${found.ino}`;
}

import type { FolderPlace } from './folder-place.ts';

/** The write-ahead file is taken into the database after so many commits, or once it grew by so much. */
const COMMITS = 200;
const GROWN_BYTES = 4 * 1024 * 1024;

/**
 * Knows when the write-ahead file is due to be taken into the database. SQLite keeps the file at its
 * greatest length and writes over it, which spares the disk a longer file with each commit; so its
 * length alone says nothing, and commits are counted beside it.
 */
export class LogKeeper {
  readonly #place: Pick<FolderPlace, 'logBytes' | 'settled'>;
  #commits = 0;
  #length = 0;

  constructor(place: Pick<FolderPlace, 'logBytes' | 'settled'>) {
    this.#place = place;
  }

  /** Counts a commit and answers whether the file is due. */
  isDue(): boolean {
    this.#commits += 1;
    return this.#commits >= COMMITS || this.#place.logBytes() - this.#length >= GROWN_BYTES;
  }

  /** After the station itself wrote the database: its content is this one from now on. */
  taken(): void {
    this.#commits = 0;
    this.#length = this.#place.logBytes();
    this.#place.settled();
  }
}

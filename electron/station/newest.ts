import type { Entry } from '#shared/kernel/entry.ts';
import type { Head, Journal } from '../journal/journal.ts';

/**
 * The end of a running station's journal, kept in memory: nobody else writes into the file while the
 * station holds it. After a roll-back and on another connection it is looked up again.
 */
export class Newest {
  readonly #journal: () => Journal;
  readonly #station: string;
  #head: Head | undefined;
  #lastAt: string | null;

  /** `journal` answers the journal of the connection in use. */
  constructor(journal: () => Journal, station: string) {
    this.#journal = journal;
    this.#station = station;
    this.#lastAt = journal().lastAt();
  }

  /** The newest entry of the station's own chain. */
  get head(): Head {
    this.#head ??= this.#journal().head(this.#station);
    return this.#head;
  }

  /** Instant of the newest entry of any station. */
  get lastAt(): string | null {
    return this.#lastAt;
  }

  /** Notes an entry that was just stored, the station's own or a received one. */
  took({ station, seq, hash, at }: Entry): void {
    if (station === this.#station) this.#head = { station, seq, hash, at };
    if (this.#lastAt === null || at > this.#lastAt) this.#lastAt = at;
  }

  /** Forgets what was noted; the head is read when it is next asked for, even if the file cannot be read now. */
  lookUp(): void {
    this.#head = undefined;
    this.#lastAt = this.#journal().lastAt();
  }
}

import type { AnchorStore } from '../journal/anchors.ts';
import type { Anchor } from '../journal/verify.ts';
import { describeError, type Log } from '../ports/log.ts';

/** What the keeper was given: whose heads, and where they lie outside the folder. */
export interface AnchorParts {
  readonly folderId: string;
  readonly anchors: AnchorStore;
  readonly log: Log;
}

/**
 * Keeps the newest head of the journal outside the folder. Behind the store is harmless, before it is
 * not: so a head is noted only after COMMIT, and one that could not be written is written later.
 */
export class AnchorKeeper {
  readonly #parts: AnchorParts;
  #unwritten: Anchor | undefined;
  #seen: Anchor | undefined;

  /** `seen`: the head of the store as it was opened; undefined for an empty journal. */
  constructor(parts: AnchorParts, seen: Anchor | undefined) {
    this.#parts = parts;
    this.#seen = seen;
  }

  /** The newest head that this process saw committed. */
  get seen(): Anchor | undefined {
    return this.#seen;
  }

  /** The newest head could not be kept outside the folder. */
  get failing(): boolean {
    return this.#unwritten !== undefined;
  }

  /** Notes a head that is committed, and writes it. */
  note(head: Anchor): void {
    this.#seen = head;
    this.#unwritten = head;
    this.flush();
  }

  /** Writes the newest head, also one that could not be written before. */
  flush(): void {
    if (!this.#unwritten) return;
    const { anchors, folderId, log } = this.#parts;
    try {
      anchors.write(folderId, this.#unwritten);
      this.#unwritten = undefined;
    } catch (error) {
      log.write({ level: 'warn', code: 'station.anchorFailed', error: describeError(error) });
    }
  }
}

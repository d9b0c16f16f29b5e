import { openDatabase, removeSidecars } from '../db/open.ts';
import type { Anchor } from '../journal/verify.ts';
import { copiesIn } from './copies.ts';
import type { Core } from './core.ts';
import { identityOf, storeOf } from './store.ts';

const DAY_MS = 86_400_000;

/** What may be wrong with the copies of a station; sentences in `shared/rescue/trouble-words.ts`. */
export type CopyTrouble =
  | 'copies.gone'
  | 'copies.stale'
  | 'copies.unreadable'
  | 'copies.otherStation'
  | 'copies.diverge'
  | 'copies.ahead';

/**
 * Compares the newest copy in each folder with the running station: a copy on another disk is only a
 * safety while it is there, opens with the key, and has the same chain. A copy that knows more than the
 * station shows that the station was put back to an earlier time, even where every anchor went with it.
 */
export class CopiesCompared {
  readonly #core: Core;
  readonly #own: string;
  readonly #copyFolder: () => string | null;
  #found: readonly CopyTrouble[] = [];

  constructor(core: Core, own: string, copyFolder: () => string | null) {
    this.#core = core;
    this.#own = own;
    this.#copyFolder = copyFolder;
  }

  get found(): readonly CopyTrouble[] {
    return this.#found;
  }

  /** Looks at the newest copies; some milliseconds each. */
  look(): void {
    const second = this.#copyFolder();
    const troubles = [
      this.#troubleIn(this.#own, false),
      second === null ? undefined : this.#troubleIn(second, true),
    ];
    this.#found = [...new Set(troubles.filter((one) => one !== undefined))];
    if (this.#found.includes('copies.ahead')) this.#core.rescue ??= 'copies.ahead';
  }

  #troubleIn(folder: string, isSecond: boolean): CopyTrouble | undefined {
    const [newest] = newestIn(folder) ?? [];
    if (newest === undefined) return isSecond ? 'copies.gone' : undefined;
    const head = this.#headOf(newest.file);
    if (head === undefined) return 'copies.unreadable';
    const { store, station } = this.#core;
    if (head.station !== station) return isSecond ? 'copies.otherStation' : undefined;
    const known = store.journal.head(station).seq;
    if (head.seq > known) return 'copies.ahead';
    if (head.seq > 0 && store.journal.at(station, head.seq)?.hash !== head.hash)
      return 'copies.diverge';
    const age = Date.parse(this.#core.now()) - Date.parse(newest.at);
    return isSecond && head.seq < known && age > DAY_MS ? 'copies.stale' : undefined;
  }

  #headOf(file: string): Anchor | undefined {
    const { keys, slices } = this.#core.parts;
    const opened = openDatabase({ file, key: keys.database, readonly: true });
    if (!opened.ok) return undefined;
    try {
      const store = storeOf(opened.value, slices);
      const station = identityOf(store);
      return station === undefined ? undefined : store.journal.head(station);
    } catch {
      return undefined;
    } finally {
      opened.value.close();
      removeSidecars(file);
    }
  }
}

function newestIn(folder: string) {
  try {
    return copiesIn(folder);
  } catch {
    return undefined;
  }
}

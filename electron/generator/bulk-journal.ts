import type { BodyOf, EventType } from '#shared/contract/events.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { Head } from '../journal/journal.ts';
import { applyEntry, reactionsTo } from '../station/apply.ts';
import { BY_STATION, type Core } from '../station/core.ts';

/**
 * While filling: a page cache that holds the index pages that are hit at random, KiB; each page written
 * once and nothing forced to the disk, because a file whose filling is cut short is thrown away.
 */
const FILLING = ['cache_size=-3000000', 'journal_mode=DELETE', 'synchronous=OFF'];
/** As the product opens its files; the rest of them is as it was. */
const FILLED = ['synchronous=FULL', 'journal_mode=WAL'];

/**
 * Journals many events of the station itself in one transaction each time: sealed and applied by the
 * slices' own transitions as every entry is. What a command asks anew (time, zone, newest entry) is
 * asked once a transaction.
 */
export class BulkJournal {
  readonly #core: Core;
  readonly #newId: () => string;
  #head: Head;
  #when: Pick<Entry, 'at' | 'zone' | 'localDate'>;

  constructor(core: Core, newId: () => string) {
    this.#core = core;
    this.#newId = newId;
    this.#head = core.store.journal.head(core.station);
    this.#when = whenOf(core);
  }

  /** Fills a file that nobody else has open, then leaves it as the product opens its files. */
  filling(work: () => void): void {
    const { db } = this.#core.store;
    for (const setting of FILLING) db.pragma(setting);
    work();
    for (const setting of FILLED) db.pragma(setting);
    // The first read after the change of mode opens the log.
    const { station, seq, hash } = this.#core.store.journal.head(this.#core.station);
    this.#core.parts.anchors.write(this.#core.parts.folderId, { station, seq, hash });
  }

  /** Runs work in one transaction; what is cut short stays unfinished and is thrown away. */
  transaction(work: () => void): void {
    const { db } = this.#core.store;
    this.#when = whenOf(this.#core);
    db.exec('BEGIN IMMEDIATE');
    work();
    db.exec('COMMIT');
  }

  /** Journals and applies one event; answers its entry. */
  record<T extends EventType>(type: T, body: BodyOf<T>, causedBy: string | null = null): Entry {
    const { store, parts, station } = this.#core;
    const entry = store.journal.append(
      {
        station,
        eventId: this.#newId(),
        type,
        v: 1,
        ...this.#when,
        ...BY_STATION,
        reason: null,
        causedBy,
        packs: [],
        inputs: null,
        body,
      },
      this.#head,
    );
    this.#head = { station, seq: entry.seq, hash: entry.hash, at: entry.at };
    applyEntry(entry, parts.slices, store.reader, store.writer, store.db);
    store.reader.trim();
    return entry;
  }

  /** Journals what the slices do because of an entry. */
  react(cause: Entry): void {
    const events = reactionsTo(cause, this.#core.parts.slices, this.#core.store.reader);
    for (const { type, body } of events) this.record(type, body as never, cause.eventId);
  }
}

function whenOf(core: Core): Pick<Entry, 'at' | 'zone' | 'localDate'> {
  const [at, zone] = [core.now(), core.zone()];
  return { at, zone, localDate: localDateOf(at, zone) };
}

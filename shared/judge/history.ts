import type { AnyEntry, EntryOf, EventType } from '../contract/events.ts';
import { type Ledger, listOf, Places } from './ledger.ts';
import type { Violation } from './violation.ts';

/** A place in the history: how many entries stand before it. */
export type Moment = number;

/** What was written in one transaction, and the moment after it. */
export interface Step {
  readonly entries: readonly AnyEntry[];
  readonly end: Moment;
}

/** Of a ledger, entries of one type that are kept in memory, at most: what every act is held against. */
const MOST_KEPT = 2_000;

/** Entries of one kind by place; `items` while they are in memory too. */
interface Shelf {
  readonly places: Places;
  items: AnyEntry[] | undefined;
}

/**
 * The whole history in the order in which it was applied here. Position in the list, not the clock,
 * is order (INV-34). Of a ledger only places are kept, and entries of rare types; the others are read
 * again as an examination asks for them.
 */
export class History {
  readonly entries: readonly AnyEntry[];
  readonly isInMemory: boolean;
  readonly #byType = new Map<string, Shelf>();
  readonly #indexes = new Map<string, Map<unknown, Shelf>>();
  readonly #stepStarts = new Places();
  readonly #stepEnds: Int32Array;
  /** Under which an entry holds its place in this history. */
  readonly #place = Symbol('place');
  readonly #places = new Map<AnyEntry, Moment>();

  constructor(source: readonly AnyEntry[] | Ledger) {
    this.isInMemory = Array.isArray(source);
    this.entries = Array.isArray(source)
      ? source
      : listOf(source.length, (at) => this.#placed(source.at(at) as AnyEntry, at));
    this.#stepEnds = new Int32Array(this.entries.length);
    this.#takeIn();
  }

  /** All entries of a type, in order. */
  of<T extends EventType>(type: T): readonly EntryOf<T>[] {
    return this.upTo(type, this.entries.length);
  }

  /** Entries of a type that stand before a moment. */
  upTo<T extends EventType>(type: T, moment: Moment): readonly EntryOf<T>[] {
    return this.#cut<T>(this.#byType.get(type), moment);
  }

  /** Entries of a type whose body names a value, before a moment. */
  naming<T extends EventType, K extends keyof EntryOf<T>['body'] & string>(
    type: T,
    key: K,
    value: EntryOf<T>['body'][K],
    moment: Moment,
  ): readonly EntryOf<T>[] {
    const name = `${type} ${key}`;
    let index = this.#indexes.get(name);
    if (!index) {
      index = new Map();
      const isKept = this.#byType.get(type)?.items !== undefined;
      for (const entry of this.of(type)) {
        const found = (entry.body as Readonly<Record<string, unknown>>)[key];
        this.#put(index, found, entry as AnyEntry, isKept);
      }
      this.#indexes.set(name, index);
    }
    return this.#cut<T>(index.get(value), moment);
  }

  /** Entries of a type that came before another entry. */
  before<T extends EventType>(type: T, entry: Pick<AnyEntry, 'eventId'>): readonly EntryOf<T>[] {
    return this.upTo(type, this.position(entry));
  }

  /** The moment just before an entry. */
  position(entry: Pick<AnyEntry, 'eventId'>): Moment {
    if (this.isInMemory) return this.#places.get(entry as AnyEntry) ?? -1;
    return (entry as { readonly [key: symbol]: Moment })[this.#place] ?? -1;
  }

  /**
   * The moment after everything that was written in the same transaction: the rest of the command with
   * its reactions, or the rest of a batch of another station with the reactions to it here.
   */
  settled(entry: Pick<AnyEntry, 'eventId'>): Moment {
    return this.#stepEnds[this.position(entry)] ?? this.entries.length;
  }

  /** Every transaction of the history, in order. */
  get steps(): readonly Step[] {
    const step = (index: number): Step => {
      const start = this.#stepStarts.at(index);
      const end = this.#stepEnds[start] ?? start;
      const entries = listOf(end - start, (at) => this.entries[start + at] as AnyEntry);
      return { entries: this.isInMemory ? [...entries] : entries, end };
    };
    return listOf(this.#stepStarts.length, step);
  }

  #takeIn(): void {
    let first: AnyEntry | undefined;
    let start = 0;
    let at = 0;
    for (const entry of this.entries) {
      if (this.isInMemory) this.#places.set(entry, at);
      const shelf = this.#put(this.#byType, entry.type, entry, true);
      if (!this.isInMemory && shelf.places.length > MOST_KEPT) shelf.items = undefined;
      if (!first || !continues(first, entry)) {
        this.#stepEnds.fill(at, start, at);
        this.#stepStarts.add(at);
        first = entry;
        start = at;
      }
      at += 1;
    }
    this.#stepEnds.fill(at, start, at);
  }

  #put<K>(index: Map<K, Shelf>, key: K, entry: AnyEntry, isKept: boolean): Shelf {
    let shelf = index.get(key);
    if (!shelf) {
      shelf = { places: new Places(), items: isKept ? [] : undefined };
      index.set(key, shelf);
    }
    shelf.places.add(this.position(entry));
    shelf.items?.push(entry);
    return shelf;
  }

  #cut<T extends EventType>(shelf: Shelf | undefined, moment: Moment): readonly EntryOf<T>[] {
    if (!shelf) return [];
    const { places, items } = shelf;
    const count = places.before(moment);
    if (!items) return listOf(count, (index) => this.entries[places.at(index)] as EntryOf<T>);
    return (count === items.length ? items : items.slice(0, count)) as unknown as EntryOf<T>[];
  }

  #placed(entry: AnyEntry, at: Moment): AnyEntry {
    (entry as unknown as { [key: symbol]: Moment })[this.#place] = at;
    return entry;
  }
}

/** Whether an entry was written in the transaction that began with another. */
function continues(first: AnyEntry, entry: AnyEntry): boolean {
  if (first.type === 'exchange.batchReceived') {
    const { station, from, to } = first.body;
    const received = entry.station === station && entry.seq >= from && entry.seq <= to;
    const reaction = entry.station === first.station && entry.causedBy !== null;
    return received || (reaction && entry.commandId === first.commandId);
  }
  if (entry.station !== first.station) return false;
  return (
    entry.commandId === first.commandId && (entry.commandId !== null || entry.causedBy !== null)
  );
}

/** Names a violation at an entry. */
export function violation(
  invariant: string,
  subject: string,
  entry: { readonly station: string; readonly seq: number },
  text: string,
): Violation {
  return { invariant, subject, station: entry.station, seq: entry.seq, text };
}

/** One examination: a pure look at the whole history. */
export type Examination = (history: History) => readonly Violation[];

import type { AnyEntry, EntryOf, EventType } from '../contract/events.ts';
import type { Violation } from './violation.ts';

/** A place in the history: how many entries stand before it. */
export type Moment = number;

/** What was written in one transaction, and the moment after it. */
export interface Step {
  readonly entries: readonly AnyEntry[];
  readonly end: Moment;
}

/**
 * The whole history in the order in which it was applied here. Position in the list, not the clock,
 * is order (INV-34).
 */
export class History {
  readonly entries: readonly AnyEntry[];
  readonly #byType = new Map<string, AnyEntry[]>();
  readonly #positions = new Map<AnyEntry, Moment>();
  readonly #stepEnds: Moment[] = [];
  readonly #steps: Step[] = [];
  readonly #indexes = new Map<string, Map<unknown, AnyEntry[]>>();

  constructor(entries: readonly AnyEntry[]) {
    this.entries = entries;
    entries.forEach((entry, at) => {
      this.#positions.set(entry, at);
      const list = this.#byType.get(entry.type);
      if (list) list.push(entry);
      else this.#byType.set(entry.type, [entry]);
    });
    this.#markSteps();
  }

  /** All entries of a type, in order. */
  of<T extends EventType>(type: T): readonly EntryOf<T>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly EntryOf<T>[];
  }

  /** Entries of a type that stand before a moment. */
  upTo<T extends EventType>(type: T, moment: Moment): readonly EntryOf<T>[] {
    return this.#cut(this.of(type), moment);
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
      for (const entry of this.of(type)) {
        const found = (entry.body as Readonly<Record<string, unknown>>)[key];
        const list = index.get(found);
        if (list) list.push(entry as AnyEntry);
        else index.set(found, [entry as AnyEntry]);
      }
      this.#indexes.set(name, index);
    }
    return this.#cut((index.get(value) ?? []) as unknown as readonly EntryOf<T>[], moment);
  }

  #cut<E extends Pick<AnyEntry, 'eventId'>>(list: readonly E[], moment: Moment): readonly E[] {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.position(list[middle] as E) < moment) low = middle + 1;
      else high = middle;
    }
    return list.slice(0, low);
  }

  /** Entries of a type that came before another entry. */
  before<T extends EventType>(type: T, entry: Pick<AnyEntry, 'eventId'>): readonly EntryOf<T>[] {
    return this.upTo(type, this.position(entry));
  }

  /** The moment just before an entry. */
  position(entry: Pick<AnyEntry, 'eventId'>): Moment {
    return this.#positions.get(entry as AnyEntry) ?? -1;
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
    return this.#steps;
  }

  #markSteps(): void {
    let start = 0;
    for (let at = 1; at <= this.entries.length; at += 1) {
      if (at < this.entries.length && this.#continues(start, at)) continue;
      for (let inside = start; inside < at; inside += 1) this.#stepEnds[inside] = at;
      if (at > start) this.#steps.push({ entries: this.entries.slice(start, at), end: at });
      start = at;
    }
  }

  #continues(start: Moment, at: Moment): boolean {
    const first = this.entries[start] as AnyEntry;
    const entry = this.entries[at] as AnyEntry;
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

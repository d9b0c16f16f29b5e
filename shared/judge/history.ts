import type { AnyEntry, EntryOf, EventType } from '../contract/events.ts';
import type { Violation } from './violation.ts';

/**
 * The whole history in the order in which it was applied here. Position in the list, not the clock,
 * is order (INV-34).
 */
export class History {
  readonly entries: readonly AnyEntry[];
  #byType = new Map<EventType, AnyEntry[]>();
  #position = new Map<string, number>();

  constructor(entries: readonly AnyEntry[]) {
    this.entries = entries;
    entries.forEach((entry, at) => {
      this.#position.set(entry.eventId, at);
      const list = this.#byType.get(entry.type);
      if (list) list.push(entry);
      else this.#byType.set(entry.type, [entry]);
    });
  }

  /** All entries of a type, in order. */
  of<T extends EventType>(type: T): readonly EntryOf<T>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly EntryOf<T>[];
  }

  /** Entries of a type that came before another entry. */
  before<T extends EventType>(type: T, entry: AnyEntry): readonly EntryOf<T>[] {
    const at = this.position(entry);
    return this.of(type).filter((other) => this.position(other) < at);
  }

  /** Entries of a type that came after another entry. */
  after<T extends EventType>(type: T, entry: AnyEntry): readonly EntryOf<T>[] {
    const at = this.position(entry);
    return this.of(type).filter((other) => this.position(other) > at);
  }

  position(entry: { readonly eventId: string }): number {
    return this.#position.get(entry.eventId) ?? -1;
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

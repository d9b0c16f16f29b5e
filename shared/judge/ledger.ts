import type { AnyEntry } from '../contract/events.ts';

/** Entries by place, of which only a few are in memory at a time: a journal in its file. */
export interface Ledger {
  readonly length: number;
  /** The entry at a place, 0 to `length` - 1. */
  readonly at: (place: number) => AnyEntry;
}

const NONE = new Int32Array(0);

/** Places in a ledger in ascending order, four bytes each; of most there is one. */
export class Places {
  #first = -1;
  #more = NONE;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(place: number): void {
    if (this.#length === 0) this.#first = place;
    else this.#room()[this.#length - 1] = place;
    this.#length += 1;
  }

  at(index: number): number {
    if (index >= this.#length) return -1;
    return index === 0 ? this.#first : (this.#more[index - 1] ?? -1);
  }

  #room(): Int32Array {
    if (this.#length <= this.#more.length) return this.#more;
    const more = new Int32Array(Math.max(3, this.#more.length * 2));
    more.set(this.#more);
    this.#more = more;
    return more;
  }

  /** How many of the places, which ascend, are below a moment. */
  before(moment: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const INDEX = /^(?:0|[1-9][0-9]*)$/;

/**
 * A list whose items are made when they are asked for and not kept; every method of an array that only
 * reads works on it.
 */
export function listOf<T>(length: number, item: (index: number) => T): readonly T[] {
  return new Proxy<T[]>([], {
    get: (list, key, self) => {
      if (key === 'length') return length;
      const isItem = typeof key === 'string' && INDEX.test(key) && Number(key) < length;
      return isItem ? item(Number(key)) : Reflect.get(list, key, self);
    },
    has: (list, key) =>
      (typeof key === 'string' && INDEX.test(key) && Number(key) < length) ||
      Reflect.has(list, key),
  });
}

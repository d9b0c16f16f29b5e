import { everydaySyllables, soundOf, syllablesOf } from '#shared/features/donors/reading.ts';

/** Bits a kept key: one key in about two hundred is then told wrongly as known, and drawn again. */
const BITS_A_KEY = 12;
const HASHES = 4;
/** Forms that a name of three characters has: its sounds, itself, itself without each character. */
const FORMS_A_NAME = 6;

/**
 * Remembers names by birth date in few bits (a Bloom filter), so that no two invented people look alike
 * by chance: two names one slip apart share a form with a character left out.
 */
export class LookAlikes {
  readonly #bits: Uint8Array;

  constructor(people: number) {
    this.#bits = new Uint8Array(Math.ceil((people * FORMS_A_NAME * BITS_A_KEY) / 8) + 8);
  }

  /** Keeps a name unless somebody of that birth date may sound or look alike; tells whether it did. */
  keep(birthDate: string, name: string): boolean {
    const keys = formsOf(name).map((form) => `${birthDate} ${form}`);
    if (keys.some((key) => this.#places(key).every((place) => this.#has(place)))) return false;
    for (const key of keys) for (const place of this.#places(key)) this.#set(place);
    return true;
  }

  #places(key: string): readonly number[] {
    const size = this.#bits.length * 8;
    const [a, b] = [fnv(key, 0x811c9dc5), fnv(key, 0x01000193) | 1];
    return Array.from({ length: HASHES }, (_, at) => (a + Math.imul(at, b)) >>> 0).map(
      (hash) => hash % size,
    );
  }

  #has(place: number): boolean {
    return ((this.#bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }

  #set(place: number): void {
    this.#bits[place >> 3] = (this.#bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
}

function formsOf(name: string): readonly string[] {
  const characters = [...name.toLowerCase()];
  // Two characters that differ in one are not alike: they would have half of themselves in common.
  const shorter =
    characters.length < 3
      ? []
      : characters.map((_, at) =>
          [...characters.slice(0, at), ...characters.slice(at + 1)].join(''),
        );
  const sounds = [syllablesOf(name), everydaySyllables(name)].map((each) => soundOf(each.join('')));
  const words = name
    .toLowerCase()
    .split(/[\s·]+/u)
    .toSorted()
    .join(' ');
  return [...new Set([...sounds, words, characters.join(''), ...shorter])];
}

/** FNV-1a over UTF-16 units, 32 bits, stirred at the end. */
function fnv(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

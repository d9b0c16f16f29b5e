import { soundOf, syllablesOf } from './reading.ts';

/** How a tail is typed: as it is written, by sound, by a folded sound, by first letters. */
export type TailWay = 'written' | 'pinyin' | 'sound' | 'initials';

const MARKS: Readonly<Record<TailWay, string>> = {
  written: 'w',
  pinyin: 'p',
  sound: 's',
  initials: 'i',
};

/** Selects a shape of the character before, which few keyboards type. */
const VARIANT = /\p{Variation_Selector}/gu;
/** A Chinese character stands alone, letters of an alphabet as a word. */
const PIECES = /\p{Script=Han}|[^\p{Script=Han}·\s]+/gu;
const LATIN = /\p{Script=Latin}/u;

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(VARIANT, '');

/**
 * A name as it is looked up: compatibility characters and full-width letters under the plain ones, with
 * or without the separator of transliterated names, in capitals or not.
 */
export function writtenForm(name: string): string {
  return plain(name).replace(/[·\s]/gu, '');
}

/** The key under which a tail typed in one way stands. */
export function tailKey(way: TailWay, typed: string): string {
  return MARKS[way] + typed;
}

/**
 * Keys under which a name is found by what follows its first character or word: the given name, each
 * part of a transliterated name, the last characters; written, by sound, by first letters.
 */
export function nameTails(name: string): ReadonlySet<string> {
  const written = tailsOf(plain(name).match(PIECES) ?? []).map((pieces) => pieces.join(''));
  const spoken = tailsOf(syllablesOf(name));
  return new Set([
    ...written.map((text) => tailKey('written', text)),
    ...written.filter((text) => LATIN.test(text)).map((text) => tailKey('sound', soundOf(text))),
    ...spoken.flatMap((syllables) => {
      const sound = syllables.join('');
      return [
        tailKey('pinyin', sound),
        tailKey('sound', soundOf(sound)),
        tailKey('initials', initialsOf(syllables)),
      ];
    }),
  ]);
}

/** First letters of syllables. */
export function initialsOf(syllables: readonly string[]): string {
  return syllables.map((each) => [...each][0] ?? '').join('');
}

function tailsOf(pieces: readonly string[]): readonly (readonly string[])[] {
  return pieces.slice(1).map((_, at) => pieces.slice(at + 1));
}

import { pinyin } from 'pinyin-pro';
import { otherReadingOf, surnameOf } from './surnames.ts';

const HAN = /\p{Script=Han}/u;
const TONES = { none: 'none', marks: 'symbol' } as const;

/** Syllables of a name, the surname as surnames are read; what has no reading stands as it is. */
function syllables(name: string, tones: keyof typeof TONES): readonly string[] {
  const plain = pinyin(name, {
    toneType: TONES[tones],
    type: 'array',
    // A transliterated name has no surname at its head.
    surname: name.includes('·') ? 'off' : 'head',
    nonZh: 'consecutive',
    v: tones === 'none',
  });
  const own = name.includes('·') ? undefined : surnameOf(name);
  if (!own) return plain;
  const surname = tones === 'marks' ? own.reading : own.reading.map(withoutTones);
  return [...surname, ...plain.slice(own.characters)];
}

/** `Lǚ` as it is typed: `lv`. */
function withoutTones(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/\p{M}/gu, '');
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

/** How a name sounds: syllables without tones, surname reading first (单 as shan, 曾 as zeng). */
export function syllablesOf(name: string): readonly string[] {
  return syllables(name, 'none')
    .map(lettersOf)
    .filter((each) => each !== '');
}

/**
 * The same as somebody else may read it: the everyday reading of the surname's character, which a
 * stranger types (单 as dan), or the other reading of a surname that has two (覃 as tan).
 */
export function everydaySyllables(name: string): readonly string[] {
  const plain = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map(lettersOf)
    .filter((each) => each !== '');
  const other = name.includes('·') ? undefined : otherReadingOf(name);
  return other === undefined ? plain : [other, ...plain.slice(1)];
}

/**
 * A sound with what many speakers do not tell apart folded: zh z, ch c, sh s, ng n, l n, ü u; tone
 * marks and figures go. Prefixes stay prefixes, so it serves while typing. An accent on a foreign name
 * goes too.
 */
export function soundOf(typed: string): string {
  return withoutTones(typed)
    .replace(/[\s'’0-5·-]/gu, '')
    .replace(/v/gu, 'u')
    .replace(/([zcs])h/gu, '$1')
    .replace(/ng?|l/gu, 'n');
}

/** The reading with tones for people, `Ōuyáng Xiū`; empty where the name has no Chinese characters. */
export function readingOf(name: string): string {
  if (!HAN.test(name)) return '';
  if (name.includes('·'))
    return name
      .split('·')
      .map((part) => capital(syllables(`·${part}`, 'marks').slice(1).join('')))
      .join('·');
  const parts = syllables(name, 'marks').filter((part) => part.trim() !== '');
  const long = Math.min(surnameOf(name)?.characters ?? 1, Math.max(1, parts.length - 1));
  const [surname, given] = [parts.slice(0, long).join(''), parts.slice(long).join('')];
  return [capital(surname), capital(given)].join(' ').trim();
}

const capital = (word: string) => {
  const [first = '', ...rest] = word;
  return `${first.toUpperCase()}${rest.join('')}`;
};

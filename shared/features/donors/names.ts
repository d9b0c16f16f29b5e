import { pinyin } from 'pinyin-pro';

/** Every mark that people and keyboards use for the separator of transliterated names. */
const SEPARATORS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2024\u25cf\ufe52\uff0e]/gu;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const MAX_GRAPHEMES = 100;

/**
 * A name as it is kept: NFC, one kind of separator (· U+00B7, also for a full stop between Chinese
 * characters), single spaces, none around the separator. Rare characters stay as they are.
 */
export function normaliseName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(SEPARATORS, '·')
    .replace(/(?<=\p{Script=Han})\s*[.·]\s*(?=\p{Script=Han})/gu, '·')
    .replace(/\s+/gu, ' ')
    .replace(/ ?· ?/gu, '·')
    .trim();
}

/** Why a normalised name cannot be kept, or undefined. Names have up to a hundred graphemes. */
export function nameProblem(
  name: string,
): 'donors.nameEmpty' | 'donors.nameCharacters' | 'donors.nameLong' | undefined {
  if (!/\p{L}/u.test(name)) return 'donors.nameEmpty';
  if (CONTROL.test(name) || /[\d<>{}|\\/]/u.test(name)) return 'donors.nameCharacters';
  const graphemes = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name)].length;
  return graphemes > MAX_GRAPHEMES ? 'donors.nameLong' : undefined;
}

/** How a name sounds: syllables without tones, surname reading first (单 as shàn, 曾 as zēng). */
export function syllablesOf(name: string): readonly string[] {
  return pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  })
    .map((each) => each.toLowerCase().replace(/[^\p{L}]/gu, ''))
    .filter((each) => each !== '');
}

/** The reading with tones for people, `Wáng Xiǎoyàn`; empty where the name has no Chinese characters. */
export function readingOf(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return '';
  const parts = pinyin(name, { type: 'array', surname: 'head', nonZh: 'removed' });
  const [surname = '', ...given] = parts;
  return [capital(surname), capital(given.join(''))].join(' ').trim();
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Sound alike, or differ in one character of at least three: what a hurried clerk would mix up. */
export function namesAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, two] = [syllablesOf(a).join(''), syllablesOf(b).join('')];
  if (one !== '' && one === two) return true;
  const [x, y] = [[...a.toLowerCase()], [...b.toLowerCase()]];
  if (x.length < 3 || Math.abs(x.length - y.length) > 1) return false;
  return editsAtMostOne(x, y);
}

function editsAtMostOne(x: readonly string[], y: readonly string[]): boolean {
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (
    end < x.length - start &&
    end < y.length - start &&
    x[x.length - 1 - end] === y[y.length - 1 - end]
  )
    end += 1;
  return Math.max(x.length, y.length) - start - end <= 1;
}

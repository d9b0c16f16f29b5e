/** Every mark that people and keyboards use for the separator of transliterated names. */
const SEPARATORS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2024\u25cf\ufe52\uff0e]/gu;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const MAX_GRAPHEMES = 100;

/** Everything but the compatibility ideographs: NFC would write 﨑 or 﨔 as another character. */
const COMPOSABLE = /[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu;

/**
 * A name as it is kept: as on the card, character for character. Only accents are composed, the
 * separator of transliterated names is one (· U+00B7, also for a full stop between Chinese
 * characters), spaces are single and none stand around the separator.
 */
export function normaliseName(typed: string): string {
  return typed
    .replace(COMPOSABLE, (part) => part.normalize('NFC'))
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

import { err, ok, type Result } from '#shared/kernel/result.ts';

/** The 37 characters of ISO/IEC 7064 mod 37-2 in the order of their values 0–36. */
export const MOD37_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** Value 0–36 of one character, or undefined for a character outside the alphabet. */
function mod37Value(character: string): number | undefined {
  const value = MOD37_ALPHABET.indexOf(character);
  return character.length === 1 && value >= 0 ? value : undefined;
}

function values(text: string): number[] | undefined {
  const found: number[] = [];
  for (const character of text) {
    const value = character === '*' ? undefined : mod37Value(character);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found;
}

/**
 * The check value 0–36 of a text of 0–9 and A–Z by the recursive form; undefined for an empty text
 * or another character (`*` stands only as a check character). Source: ISBT 128 ST-001 appendix A.
 */
export function mod37CheckValue(text: string): number | undefined {
  const found = values(text);
  if (!found || found.length === 0) return undefined;
  return (38 - found.reduce((p, value) => ((p + value) * 2) % 37, 0)) % 37;
}

/**
 * The same check value by the weighted form (weight 2^n, n counted from the right, starting at 1).
 * It exists as an independent second way: the two must agree on every text.
 */
export function mod37CheckValueWeighted(text: string): number | undefined {
  const found = values(text);
  if (!found || found.length === 0) return undefined;
  let weight = 2;
  let sum = 0;
  for (const value of found.toReversed()) {
    sum = (sum + value * weight) % 37;
    weight = (weight * 2) % 37;
  }
  return (38 - sum) % 37;
}

/** The check character K of a text of 0–9 and A–Z, or undefined where there is none. */
export function mod37CheckCharacter(text: string): string | undefined {
  const value = mod37CheckValue(text);
  return value === undefined ? undefined : MOD37_ALPHABET[value];
}

/** Takes a text with K as its last character; gives the text without K, or says that K is wrong. */
export function stripMod37Check(checked: string): Result<string, 'checkWrong'> {
  const text = checked.slice(0, -1);
  const expected = mod37CheckCharacter(text);
  return expected !== undefined && expected === checked.at(-1) ? ok(text) : err('checkWrong');
}

import { type CivilDate, civilDate } from '#shared/kernel/civil-date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { foldFullWidth } from './input-faults.ts';
import { type Read, type ResidentIdToken, refused } from './tokens.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** First two digits of the area (GB/T 2260 provinces); 81–83 are residence permits. */
const PROVINCES = new Set(
  `11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54
   61 62 63 64 65 71 81 82 83`.split(/\s+/),
);

/** Check character of the first seventeen digits (GB 11643, ISO 7064 mod 11-2). */
export function residentIdCheck(seventeen: string): string | undefined {
  if (!/^\d{17}$/.test(seventeen)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return CHECK_CHARACTERS[sum % 11];
}

/** The three separate answers about a number of eighteen characters, whatever each other says. */
export interface ResidentIdAnswers {
  readonly checkOk: boolean;
  readonly dateOk: boolean;
  readonly areaOk: boolean;
}

/**
 * Reads a resident identity number: eighteen characters, or fifteen of the old form (upgraded: 19
 * before the year, check added). A small x is accepted for X. Check digit, birth date and area are
 * three answers; the first that fails names the refusal (check, date, area) and all three stand in
 * the details. With `today`, a birth date after it is refused.
 */
export function parseResidentId(typed: string, today?: CivilDate): Read<ResidentIdToken> {
  const text = typed.toUpperCase();
  const refuse = (problem: Parameters<typeof refused>[0], details = {}) =>
    err(refused(problem, 'residentId', details));
  if (text === '') return refuse('codes.empty');
  if (foldFullWidth(typed) !== null) return refuse('codes.imeFullWidth');
  if (!/^[0-9Xx]+$/.test(typed)) return refuse('codes.residentIdCharacters');
  if (text.length !== 15 && text.length !== 18)
    return refuse('codes.residentIdLength', { length: text.length });
  if (!/^(\d{15}|\d{17}[\dX])$/.test(text)) return refuse('codes.residentIdCharacters');
  const upgraded = text.length === 15;
  const number = upgraded ? upgradeResidentId(text) : text;
  const birthDate = birthDateOf(number);
  const answers = answersOf(number, today);
  if (!answers.checkOk) return refuse('codes.residentIdCheck', { ...answers });
  if (!answers.dateOk || !birthDate) return refuse('codes.residentIdDate', { ...answers });
  if (!answers.areaOk) return refuse('codes.residentIdArea', { ...answers });
  return ok(tokenOf(number, upgraded, birthDate));
}

function upgradeResidentId(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return `${seventeen}${residentIdCheck(seventeen) ?? ''}`;
}

function answersOf(number: string, today: CivilDate | undefined): ResidentIdAnswers {
  const birthDate = birthDateOf(number);
  return {
    checkOk: residentIdCheck(number.slice(0, 17)) === number[17],
    dateOk: birthDate !== undefined && (today === undefined || birthDate <= today),
    areaOk: areaIsKnown(number),
  };
}

function birthDateOf(number: string): CivilDate | undefined {
  const year = Number(number.slice(6, 10));
  // The scheme numbers living people: a year before 1800 is a misread, not a birth.
  if (year < 1800) return undefined;
  return civilDate(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/** New permanent-resident cards of foreigners start with 9, then the issuing province. */
function areaIsKnown(number: string): boolean {
  const province = number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2);
  return PROVINCES.has(province) && !(number.startsWith('9') && province >= '71');
}

function holderOf(number: string): ResidentIdToken['holder'] {
  if (number.startsWith('9')) return 'foreign';
  if (number.startsWith('81')) return 'hongKong';
  if (number.startsWith('82')) return 'macao';
  return number.startsWith('83') ? 'taiwan' : 'mainland';
}

function tokenOf(number: string, upgraded: boolean, birthDate: CivilDate): ResidentIdToken {
  return {
    kind: 'residentId',
    number,
    upgraded,
    area: number.slice(0, 6),
    birthDate,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    holder: holderOf(number),
  };
}

/** The masked form for lists: `120***********0034`. */
export function maskResidentId(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(Math.max(0, number.length - 7))}${number.slice(-4)}`;
}

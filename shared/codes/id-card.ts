import { type CivilDate, civilDate } from '#shared/kernel/civil-date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { parseResidentId } from './resident-id.ts';
import { type Read, type ResidentIdToken, refused } from './tokens.ts';

/** What an identity card says beside its number. */
export interface IdCardFacts {
  readonly name: string;
  readonly ethnicity: string;
  readonly issuer: string;
  readonly from: CivilDate | null;
  /** Inclusive last day; null for 长期. */
  readonly until: CivilDate | null;
}

/** A whole card as a reader gives it. */
export interface IdCard extends IdCardFacts {
  readonly number: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: CivilDate;
}

const HEAD = 'IDC1';
const LONG = 'LONG';
const FIELDS = 8;
const SEX = { '1': 'male', '2': 'female' } as const;

export function beginsAsIdCard(text: string): boolean {
  return text.startsWith(`${HEAD};`);
}

/**
 * A card as one line of ASCII (resources/docs/devices/id-card.md), so that no input method and no
 * code page of a serial line can change a name; undefined for text that is no Unicode.
 */
export function encodeIdCard(card: IdCard): string | undefined {
  const day = (date: CivilDate | null) => date?.replaceAll('-', '') ?? '';
  const fields = [
    card.name,
    card.sex === 'male' ? '1' : '2',
    card.ethnicity,
    day(card.birthDate),
    card.number,
    card.issuer,
    day(card.from),
    card.until === null ? LONG : day(card.until),
  ];
  if (!fields.every((field) => field.isWellFormed())) return undefined;
  const body = [HEAD, ...fields.map(encodeURIComponent)].join(';');
  return `${body};${checkOf(body)}`;
}

/**
 * Reads a card's line: check first, then shape, then the number, which must agree with the birth date
 * and the sex that the card prints. Whether the card is out of date is not a fault of the code.
 */
export function parseIdCard(text: string, today?: CivilDate): Read<ResidentIdToken> {
  const refuse = (problem: Parameters<typeof refused>[0]) => err(refused(problem, 'residentId'));
  const at = text.lastIndexOf(';');
  if (text.slice(at + 1).toUpperCase() !== checkOf(text.slice(0, at)))
    return refuse('codes.idCardCheck');
  const [, ...parts] = text.slice(0, at).split(';');
  const fields = parts.map(decoded);
  if (fields.length !== FIELDS) return refuse('codes.idCardShape');
  const [name = '', sexCode = '', ethnicity = '', birth = '', number = '', issuer = ''] = fields;
  const [from, until] = [dayOf(fields[6]), dayOf(fields[7])];
  if (name === '' || from === undefined || until === undefined) return refuse('codes.idCardShape');
  const read = parseResidentId(number, today);
  if (!read.ok) return read;
  const { birthDate, sex } = read.value;
  if (birthDate !== dayOf(birth) || SEX[sexCode as keyof typeof SEX] !== sex)
    return refuse('codes.idCardDiffers');
  return ok({ ...read.value, card: { name, ethnicity, issuer, from, until } });
}

/** A day, null for 长期 and an empty field, undefined for what is none. */
function dayOf(text: string | undefined): CivilDate | null | undefined {
  if (text === '' || text === LONG) return null;
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? '');
  return found ? civilDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

function decoded(field: string): string {
  try {
    return decodeURIComponent(field);
  } catch {
    return '';
  }
}

/** Four hexadecimal digits over the places and values of all characters: a swap or a loss changes them. */
function checkOf(body: string): string {
  let sum = 1;
  for (let at = 0; at < body.length; at += 1) sum = (sum + (at + 1) * body.charCodeAt(at)) % 65_521;
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

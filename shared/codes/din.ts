import { err, ok } from '#shared/kernel/result.ts';
import { foldFullWidth } from './input-faults.ts';
import { mod37CheckCharacter, mod37CheckValue } from './mod37.ts';
import { type DinToken, type Read, refused } from './tokens.ts';

/** Facility identification number: no letter O, the last two are digits (ST-001 2.4.1). */
export const FACILITY = /^[A-NP-Z1-9][A-NP-Z0-9]{2}\d{2}$/;
const NUMBER = /^\d{8}$/;
const FLAGS = /^[0-9A-Z]{2}$/;

const FLAG_MEANINGS: Readonly<Record<string, string>> = {
  '00': 'notUsed',
  '01': 'container1',
  '02': 'container2',
  '03': 'container3',
  '04': 'container4',
  '05': 'demandPrinted',
  '06': 'pilotTube',
  '07': 'testTube',
  '08': 'donorRecord',
  '09': 'natSample',
  '10': 'bacterialSample',
  '11': 'matchWithUnit',
  '12': 'partialLabel',
  '13': 'attachedLabel',
  '15': 'container5',
  '16': 'container6',
  '17': 'container7',
  '18': 'container8',
  '19': 'container9',
};

/**
 * What two flag characters say (ST-001 table 3): a container or process step, `local` (20–59, not to
 * be interpreted by another facility), `checksum` (60–96) or `reserved`.
 */
export function flagMeaning(flags: string): string {
  const known = FLAG_MEANINGS[flags];
  if (known) return known;
  if (!/^\d{2}$/.test(flags)) return 'reserved';
  const value = Number(flags);
  if (value >= 20 && value <= 59) return 'local';
  return value >= 60 && value <= 96 ? 'checksum' : 'reserved';
}

/** Reads the fifteen characters of DS 001 (number and flags, with α, without `=`). */
export function readDinContent(content: string): Read<DinToken> {
  const din = content.slice(0, 13);
  const flags = content.slice(13);
  const details = { din, flags };
  if (content.length < 15) return err(refused('codes.tooShort', 'din', { length: content.length }));
  if (content.length > 15) return err(refused('codes.tooLong', 'din', { length: content.length }));
  if (!/^[0-9A-Z]+$/.test(content)) return err(refused('codes.characters', 'din', details));
  if (!FACILITY.test(din.slice(0, 5))) return err(refused('codes.dinFacility', 'din', details));
  if (!NUMBER.test(din.slice(5)) || !FLAGS.test(flags))
    return err(refused('codes.characters', 'din', details));
  const meaning = flagMeaning(flags);
  // Type 3 flags repeat the check value plus 60 inside the symbol (ST-001 A.2).
  if (meaning === 'checksum' && Number(flags) - 60 !== mod37CheckValue(din))
    return err(refused('codes.dinFlagCheck', 'din', details));
  return ok(dinToken(din, flags, 'scan'));
}

/** Reads a scanned donation number: `=` and fifteen characters, nothing before or after. */
export function parseScannedDin(raw: string): Read<DinToken> {
  if (!raw.startsWith('=')) return err(refused('codes.missingIdentifier', 'din'));
  return readDinContent(raw.slice(1));
}

/**
 * Reads a typed donation number: thirteen characters and the check character K that is printed in
 * the box beside them. Ordinary spaces are accepted and letters are upper-cased; nothing is guessed.
 */
export function parseTypedDin(typed: string): Read<DinToken> {
  const text = typed.replaceAll(' ', '').toUpperCase();
  const din = text.slice(0, 13);
  const details = { din };
  if (text === '') return err(refused('codes.empty', 'din'));
  if (foldFullWidth(typed) !== null) return err(refused('codes.imeFullWidth', 'din'));
  if (!/^[ 0-9A-Za-z*]+$/.test(typed)) return err(refused('codes.characters', 'din'));
  if (text.length < 13) return err(refused('codes.tooShort', 'din', { length: text.length }));
  if (text.length > 14) return err(refused('codes.tooLong', 'din', { length: text.length }));
  if (!FACILITY.test(din.slice(0, 5))) return err(refused('codes.dinFacility', 'din', details));
  if (!NUMBER.test(din.slice(5))) return err(refused('codes.characters', 'din', details));
  if (text.length === 13) return err(refused('codes.dinCheckMissing', 'din', details));
  if (mod37CheckCharacter(din) !== text.at(-1))
    return err(refused('codes.dinCheck', 'din', { ...details, entered: text.slice(13) }));
  return ok(dinToken(din, null, 'typed'));
}

function dinToken(din: string, flags: string | null, entry: 'scan' | 'typed'): DinToken {
  return {
    kind: 'din',
    din,
    facility: din.slice(0, 5),
    year: din.slice(5, 7),
    sequence: din.slice(7),
    check: mod37CheckCharacter(din) ?? '',
    flags,
    flagMeaning: flags === null ? null : flagMeaning(flags),
    entry,
  };
}

/** True for a well-formed thirteen-character donation number (without flags and check character). */
export function isDin(text: string): boolean {
  return text.length === 13 && FACILITY.test(text.slice(0, 5)) && NUMBER.test(text.slice(5));
}

/** Joins facility (5), year (2) and sequence 0–999 999 to a number; undefined where it cannot be. */
export function composeDin(facility: string, year: string, sequence: number): string | undefined {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999_999) return undefined;
  const din = `${facility}${year}${String(sequence).padStart(6, '0')}`;
  return isDin(din) ? din : undefined;
}

/** The check character K printed in a box beside the number; undefined for a malformed number. */
export function dinCheckCharacter(din: string): string | undefined {
  return isDin(din) ? mod37CheckCharacter(din) : undefined;
}

/** Type 3 flags of a number: its check value plus 60. */
export function checksumFlags(din: string): string | undefined {
  const value = isDin(din) ? mod37CheckValue(din) : undefined;
  return value === undefined ? undefined : String(value + 60);
}

/** The symbol's data: `=`, number, flags; undefined for a malformed number or flags. */
export function encodeDin(din: string, flags: string): string | undefined {
  const raw = `=${din}${flags}`;
  return isDin(din) && parseScannedDin(raw).ok ? raw : undefined;
}

/** The eye-readable number in groups, `A9999 26 000001`; K is drawn apart, in its box. */
export function printDin(din: string): string {
  return `${din.slice(0, 5)} ${din.slice(5, 7)} ${din.slice(7)}`;
}

/** Whether a number is of a facility code that no centre holds: A9990 to A9999, for validation and practice (ST-001 5.3). */
export function isPracticeNumber(din: string): boolean {
  return /^A999\d/.test(din);
}

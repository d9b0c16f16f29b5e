import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { announcesGs1, mayCarryIsbt, readAim, type Symbology, tradeNumberLength } from './aim.ts';
import { FACILITY, parseTypedDin } from './din.ts';
import { GS, parseGtin, parseSupply } from './gs1.ts';
import { beginsAsIdCard, parseIdCard } from './id-card.ts';
import { looksLikeBareDin, readIsbt } from './isbt.ts';
import { parseResidentId } from './resident-id.ts';
import { beginsAsStationCode, parseStationCode } from './station-codes.ts';
import { type Read, refused, type Token, type UsableToken } from './tokens.ts';

export interface ReadOptions {
  /** Whether the scanner sends AIM prefixes: `on` demands one, `off` forbids one. */
  readonly aimProfile?: 'auto' | 'on' | 'off';
  /** `scan` where a machine read it: a donation number then needs its identifier. */
  readonly entry?: 'either' | 'scan';
  /** Today's local date, for refusing birth dates in the future. */
  readonly today?: CivilDate;
}

/** A text read exactly as it stands; a faulty token says what is wrong with it. */
export interface PlainRead {
  readonly tokens: readonly Token[];
  readonly symbology: Symbology | null;
}

/** Reads a text without looking for spoilt input: AIM prefix, then the kind of code, then the code. */
export function readScan(text: string, options: ReadOptions = {}): PlainRead {
  const mode = options.aimProfile ?? 'auto';
  const aim = mode === 'off' ? ({ found: 'none', data: text } as const) : readAim(text);
  if (aim.found === 'unknown')
    return { tokens: [refused('codes.aimUnknown', null)], symbology: null };
  const symbology = aim.found === 'known' ? aim.symbology : null;
  if (mode === 'on' && !symbology)
    return { tokens: [refused('codes.aimMissing', null)], symbology };
  return { tokens: readData(aim.data, symbology, options), symbology };
}

function readData(data: string, symbology: Symbology | null, options: ReadOptions): Token[] {
  if (data.trim() === '') return [refused('codes.empty', null)];
  if (/^[=&]/.test(data)) {
    if (mayCarryIsbt(symbology)) return readIsbt(data);
    return [refused('codes.symbologyMismatch', null, { aim: symbology?.aim ?? null })];
  }
  if (announcesGs1(symbology)) return [tokenOf(parseSupply(data))];
  const digits = tradeNumberLength(symbology);
  if (digits !== undefined) return [tokenOf(parseGtin(data, digits))];
  if (data.includes(GS) || /^(01\d{14}|\(\d)/.test(data)) {
    if (symbology === null) return [tokenOf(parseSupply(data))];
    return [refused('codes.gs1WithoutFnc1', 'supply', { aim: symbology.aim })];
  }
  if (beginsAsIdCard(data)) return [tokenOf(parseIdCard(data, options.today))];
  if (beginsAsStationCode(data)) return [tokenOf(parseStationCode(data))];
  return [readNumber(data, symbology, options)];
}

/** Numbers without any prefix: a resident identity number or a typed donation number. */
function readNumber(data: string, symbology: Symbology | null, options: ReadOptions): Token {
  const machineRead = symbology !== null || options.entry === 'scan';
  if (/^\d{15}$/.test(data)) {
    const resident = parseResidentId(data, options.today);
    const bareDin = looksLikeBareDin(data) && (machineRead || !resident.ok);
    return bareDin ? refused('codes.missingIdentifier', 'din') : tokenOf(resident);
  }
  if (/^[0-9Xx]{18}$/.test(data)) return tokenOf(parseResidentId(data, options.today));
  if (isTypedDinShape(data) && !machineRead) return readTypedNumber(data);
  // A typed number's form out of a scanner: the printed text was encoded instead of the structure.
  if (isTypedDinShape(data) && FACILITY.test(data.slice(0, 5)))
    return refused('codes.missingIdentifier', 'din');
  return spoiltDin(data) ?? refused('codes.unknown', null);
}

/** Only the beginning of a donation number, one with too much behind it, or one with hyphens. */
function spoiltDin(data: string): Token | undefined {
  const text = data.replaceAll(/[-./_ ]/g, '').toUpperCase();
  if (isTypedDinShape(text) && FACILITY.test(text.slice(0, 5)))
    return refused('codes.characters', 'din');
  if (!/^[A-NP-Z][A-NP-Z0-9]{2}\d{4,}$/.test(text) || text.length === 15) return undefined;
  const problem = text.length < 14 ? 'codes.tooShort' : 'codes.tooLong';
  return refused(problem, 'din', { length: text.length });
}

/** Thirteen or fourteen characters, spaces aside, of which most are digits, as a typed number has. */
function isTypedDinShape(data: string): boolean {
  const text = data.replaceAll(' ', '');
  if (!/^[0-9A-Za-z*]{13,14}$/.test(text)) return false;
  return text.replace(/\D/g, '').length >= 8;
}

/**
 * A bare number that only an EAN or GTIN could be is not taken for one: a mistyped donation number
 * looks the same, and one in ten would pass the trade number's check digit.
 */
function readTypedNumber(data: string): Token {
  const read = parseTypedDin(data);
  const tradeNumber = /^\d+$/.test(data) && !FACILITY.test(data.slice(0, 5));
  return tradeNumber ? refused('codes.ambiguousNumber', null) : tokenOf(read);
}

function tokenOf(read: Read<UsableToken>): Token {
  return read.ok ? read.value : read.error;
}

import { parseCivilDate } from '#shared/kernel/civil-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readBloodGroupContent } from './blood-group.ts';
import { FACILITY, readDinContent } from './din.ts';
import { readIsbtDate } from './isbt-dates.ts';
import { STRUCTURES, type Structure } from './isbt-structures.ts';
import { isLabelSerial, LABEL_SERIAL_IDENTIFIER } from './label-serial.ts';
import { readProductContent } from './product-code.ts';
import {
  type ContainerToken,
  type Read,
  refused,
  type Token,
  type UnknownToken,
  type UsableKind,
  type UsableToken,
} from './tokens.ts';

const BY_IDENTIFIER = new Map(STRUCTURES.map((structure) => [structure.identifier, structure]));
const LABEL_SERIAL: Structure = {
  ds: 'labelSerial',
  identifier: LABEL_SERIAL_IDENTIFIER,
  name: 'label serial of the station',
  length: 10,
  characters: /^[0-9A-Z]+$/,
};

/** One data structure cut out of a scan. */
export interface Part {
  readonly structure: Structure;
  readonly content: string;
}

/** The kind of token that a structure becomes. */
export function kindOf(structure: Structure): UsableKind {
  switch (structure.ds) {
    case '001':
      return 'din';
    case '002':
      return 'bloodGroup';
    case '003':
      return 'product';
    case '004':
    case '005':
      return 'expiry';
    case '006':
    case '007':
      return 'collection';
    case '008':
    case '009':
      return 'production';
    case '017':
      return 'containerCatalogue';
    case '018':
      return 'containerLot';
    case '021':
      return 'itemCatalogue';
    case '022':
      return 'itemLot';
    case '023':
      return 'compound';
    case 'labelSerial':
      return 'labelSerial';
    default:
      return 'structure';
  }
}

function structureAt(text: string): Result<Structure, UnknownToken> {
  const second = text.charAt(1);
  if (text.startsWith('=') && /[0-9A-Z]/.test(second)) return ok(BY_IDENTIFIER.get('=')!);
  if (text.startsWith(LABEL_SERIAL_IDENTIFIER)) return ok(LABEL_SERIAL);
  const found = BY_IDENTIFIER.get(text.slice(0, 2)) ?? BY_IDENTIFIER.get(text.slice(0, 3));
  if (found && found.identifier.length > 1) return ok(found);
  if (text.length < 2) return err(refused('codes.tooShort', null));
  // `&b`–`&z` and the national `&;` `&!` mean something only to whoever made them (ST-001 2.5).
  if (/^&[a-z;!]/.test(text))
    return err(refused('codes.localUnknown', 'structure', { identifier: text.slice(0, 2) }));
  return err(refused('codes.identifierUnknown', null, { identifier: text.slice(0, 2) }));
}

/** Cuts the structure at the start of `text`; gives it and the text after it. */
export function cutStructure(text: string): Result<Part & { rest: string }, UnknownToken> {
  const found = structureAt(text);
  if (!found.ok) return found;
  const structure = found.value;
  const tail = text.slice(structure.identifier.length);
  const length = typeof structure.length === 'number' ? structure.length : structure.length(tail);
  const kind = kindOf(structure);
  const details = { structure: structure.ds, expected: length ?? null, found: tail.length };
  if (length === undefined || tail.length < length)
    return err(refused('codes.tooShort', kind, details));
  return ok({ structure, content: tail.slice(0, length), rest: tail.slice(length) });
}

/** Gives one structure its meaning; characters are checked before anything is interpreted. */
export function readPart(part: Part): Read<UsableToken> {
  const { structure, content } = part;
  const kind = kindOf(structure);
  // An identifier inside a fixed-length content: the structure before it ended too early.
  if (/[=&]/.test(content) && structure.ds !== '025')
    return err(refused('codes.tooShort', kind, { structure: structure.ds }));
  if (!structure.characters.test(content))
    return err(refused('codes.characters', kind, { structure: structure.ds, content }));
  switch (kind) {
    case 'din':
      return readDinContent(content);
    case 'bloodGroup':
      return readBloodGroupContent(content);
    case 'product':
      return readProductContent(content);
    case 'expiry':
    case 'collection':
    case 'production':
      return readIsbtDate(kind, content);
    case 'containerCatalogue':
    case 'containerLot':
    case 'itemCatalogue':
    case 'itemLot':
      return ok(containerToken(kind, content));
    case 'labelSerial':
      return isLabelSerial(content)
        ? ok({ kind, serial: content })
        : err(refused('codes.localUnknown', kind, { content }));
    default:
      return readOther(structure, content);
  }
}

function readOther(structure: Structure, content: string): Read<UsableToken> {
  const { ds, name } = structure;
  const birth = `${content.slice(2, 6)}-${content.slice(6, 8)}-${content.slice(8)}`;
  if (ds === '024' && !parseCivilDate(birth))
    return err(refused('codes.dateDay', 'structure', { structure: ds }));
  return ok({ kind: 'structure', structure: ds, name, content });
}

function containerToken(kind: ContainerToken['kind'], content: string): ContainerToken {
  const hasLot = kind === 'containerLot' || kind === 'itemLot';
  return { kind, content, lot: hasLot ? content.replace(/^0+/, '') : null };
}

/** Text that begins with an ISBT 128 identifier: one structure, a compound, or a linear pair. */
export function readIsbt(text: string): Token[] {
  const first = cutStructure(text);
  if (!first.ok) return [first.error];
  const { structure, content, rest } = first.value;
  if (structure.ds === '023') return [readCompound(content, rest)];
  const token = tokenOf(readPart(first.value));
  if (rest === '') return [token];
  if (token.kind === 'unknown' && token.problem === 'codes.tooShort') return [token];
  if (!/^[=&]/.test(rest)) {
    const excess = { structure: structure.ds, excess: rest.length };
    return [refused('codes.tooLong', kindOf(structure), excess)];
  }
  return readPair(first.value, token, rest);
}

function tokenOf(read: Read<UsableToken>): Token {
  return read.ok ? read.value : read.error;
}

/**
 * Linear concatenation (ST-001 10.1): two neighbouring symbols, both identifiers, nothing between.
 * The same structure twice, or a third one, is two scans run together, not a pair.
 */
function readPair(first: Part, token: Token, rest: string): Token[] {
  const second = cutStructure(rest);
  if (!second.ok) return [token, second.error];
  const glued = refused('codes.gluedScans', kindOf(first.structure));
  if (second.value.structure.ds === '023') return [glued];
  if (second.value.structure.ds === first.structure.ds || /^[=&]/.test(second.value.rest))
    return [glued];
  if (second.value.rest !== '') {
    const excess = { structure: second.value.structure.ds, excess: second.value.rest.length };
    return [token, refused('codes.tooLong', kindOf(second.value.structure), excess)];
  }
  return [token, tokenOf(readPart(second.value))];
}

/** DS 023: `aa` structures follow, in any order for `bbb` 000; all or nothing (ST-001 2.4.23). */
function readCompound(header: string, body: string): Token {
  if (!/^\d{5}$/.test(header)) return refused('codes.characters', 'compound', { header });
  const count = Number(header.slice(0, 2));
  const sequence = header.slice(2);
  const parts: UsableToken[] = [];
  const seen = new Set<string>();
  let rest = body;
  while (rest !== '') {
    if (parts.length > 0 && !/^[=&]/.test(rest))
      return refused('codes.tooLong', 'compound', { excess: rest.length });
    const cut = cutStructure(rest);
    if (!cut.ok) return inCompound(cut.error, parts.length + 1);
    const ds = cut.value.structure.ds;
    if (ds === '023') return refused('codes.compoundNested', 'compound');
    if (ds === 'labelSerial') return refused('codes.compoundLocal', 'compound');
    if (seen.has(ds)) return refused('codes.compoundRepeated', 'compound', { structure: ds });
    const read = readPart(cut.value);
    if (!read.ok) return inCompound(read.error, parts.length + 1);
    seen.add(ds);
    parts.push(read.value);
    rest = cut.value.rest;
  }
  if (count === 0 || count !== parts.length)
    return refused('codes.compoundCount', 'compound', { count, found: parts.length });
  return { kind: 'compound', count, sequence, parts };
}

function inCompound(fault: UnknownToken, position: number): UnknownToken {
  const local = fault.problem === 'codes.localUnknown';
  const problem = local ? 'codes.compoundLocal' : fault.problem;
  return refused(problem, 'compound', { ...fault.details, position });
}

/**
 * The data of a compound message of the given structures (each with its identifier), sequence 000;
 * undefined where the result would not read back as that many parts.
 */
export function encodeCompound(structures: readonly string[]): string | undefined {
  const raw = `=+${String(structures.length).padStart(2, '0')}000${structures.join('')}`;
  const [token, ...more] = readIsbt(raw);
  return token?.kind === 'compound' && more.length === 0 ? raw : undefined;
}

/** True where fifteen characters without `=` look like a donation number that lost it. */
export function looksLikeBareDin(text: string): boolean {
  return (
    text.length === 15 &&
    FACILITY.test(text.slice(0, 5)) &&
    /^\d{8}[0-9A-Z]{2}$/.test(text.slice(5))
  );
}

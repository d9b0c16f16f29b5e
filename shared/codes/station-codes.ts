import { err, ok } from '#shared/kernel/result.ts';
import { mod37CheckCharacter } from './mod37.ts';
import { type Read, refused, type StationCodeKind, type StationCodeToken } from './tokens.ts';

/**
 * The station's own codes: two letters, hyphen, 1–24 characters of 0–9 and A–Z, hyphen, check
 * character. The check (mod 37-2) covers the two letters and the payload, so a badge misread as a
 * chair is refused as surely as a wrong digit. Nothing in ISBT 128 or GS1 has this shape.
 */
const KINDS: Readonly<Record<StationCodeKind, string>> = {
  staffBadge: 'SB',
  donorCard: 'DC',
  donorSlip: 'DQ',
  chair: 'CH',
  place: 'PL',
  box: 'BX',
  device: 'DV',
  document: 'DS',
  lotSticker: 'LS',
  testSample: 'TS',
  seal: 'SL',
  logger: 'LG',
  order: 'OR',
  command: 'CM',
};
const BY_PREFIX = new Map(
  Object.entries(KINDS).map(([kind, prefix]) => [prefix, kind as StationCodeKind]),
);
const SHAPE = /^([A-Z]{2})-([0-9A-Z]{1,24})-([0-9A-Z*])$/;
const BEGINNING = /^([A-Z]{2})-/;

export const STATION_CODE_PREFIXES: ReadonlyMap<string, StationCodeKind> = BY_PREFIX;

/** The code of a thing, e.g. `('staffBadge', '0017')` → `SB-0017-…`; undefined for a bad payload. */
export function encodeStationCode(kind: StationCodeKind, id: string): string | undefined {
  const check = mod37CheckCharacter(`${KINDS[kind]}${id}`);
  return check !== undefined && /^[0-9A-Z]{1,24}$/.test(id)
    ? `${KINDS[kind]}-${id}-${check}`
    : undefined;
}

/** True where a text begins as a station code does: two letters of ours and a hyphen. */
export function beginsAsStationCode(text: string): boolean {
  return BEGINNING.test(text);
}

/** Reads one of the station's own codes, exactly; case matters and nothing is guessed. */
export function parseStationCode(raw: string): Read<StationCodeToken> {
  const prefix = BEGINNING.exec(raw)?.[1] ?? '';
  const kind = BY_PREFIX.get(prefix);
  if (!kind) return err(refused('codes.stationCodeKind', null, { prefix }));
  const match = SHAPE.exec(raw);
  if (!match) return err(refused(shapeProblem(raw), kind));
  const id = match[2] ?? '';
  if (encodeStationCode(kind, id) !== raw) return err(refused('codes.stationCodeCheck', kind));
  return ok({ kind, id, code: raw });
}

function shapeProblem(raw: string) {
  if (!/^[0-9A-Z*-]*$/.test(raw)) return 'codes.characters';
  const parts = raw.split('-');
  return parts.length < 3 || parts.includes('') ? 'codes.tooShort' : 'codes.tooLong';
}

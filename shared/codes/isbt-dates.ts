import { type CivilDate, dayOfYear, fromDayOfYear } from '#shared/kernel/civil-date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { type DatedKind, type DatedToken, type Read, refused } from './tokens.ts';

/**
 * Reads `cyyjjj` or `cyyjjjhhmm` (ST-001 2.4.4–2.4.9). Only century 0 (20xx) is accepted: other
 * readers disagree about the digit, and nothing the station handles is older. Day 000, day 366 of a
 * common year and times past 23:59 are refused.
 */
export function readIsbtDate(kind: DatedKind, content: string): Read<DatedToken> {
  const details = { content };
  if (!/^\d{6}(\d{4})?$/.test(content)) return err(refused('codes.characters', kind, details));
  if (content[0] !== '0') return err(refused('codes.dateCentury', kind, details));
  const date = fromDayOfYear(2000 + Number(content.slice(1, 3)), Number(content.slice(3, 6)));
  if (!date) return err(refused('codes.dateDay', kind, details));
  const hhmm = content.slice(6);
  if (hhmm !== '' && (hhmm.slice(0, 2) > '23' || hhmm.slice(2) > '59'))
    return err(refused('codes.dateTime', kind, details));
  const time = hhmm === '' ? null : `${hhmm.slice(0, 2)}:${hhmm.slice(2)}`;
  return ok({ kind, code: content, date, time });
}

const IDENTIFIERS: Readonly<Record<DatedKind, readonly [dateOnly: string, withTime: string]>> = {
  expiry: ['=>', '&>'],
  collection: ['=*', '&*'],
  production: ['=}', '&}'],
};

/**
 * The symbol's data of a local civil date and, unless null, time `HH:mm`; undefined for a year
 * outside 2000–2099 or a malformed time. An unspecified time of day is written 23:59.
 */
export function encodeIsbtDate(
  kind: DatedKind,
  date: CivilDate,
  time: string | null,
): string | undefined {
  const day = String(dayOfYear(date)).padStart(3, '0');
  const [dateOnly, withTime] = IDENTIFIERS[kind];
  const content = `0${date.slice(2, 4)}${day}${time?.replace(':', '') ?? ''}`;
  const read = readIsbtDate(kind, content);
  if (!date.startsWith('20') || !read.ok || read.value.time !== time) return undefined;
  return `${time === null ? dateOnly : withTime}${content}`;
}

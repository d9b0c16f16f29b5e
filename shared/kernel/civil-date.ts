import type { Brand } from './brand.ts';

/** A calendar date `YYYY-MM-DD`, without time or zone. */
export type CivilDate = Brand<string, 'CivilDate'>;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Gregorian leap-year rule. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Builds a date, or undefined where there is no such day (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return format(year, month, day);
}

/** Reads `YYYY-MM-DD`; undefined for any other shape or for a day that does not exist. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later, clamped to the month end (31 Aug + 6 months = 28 Feb). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = parts(date);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Completed years 周岁 on a day: one born on 29 February completes a year on 1 March. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const [by, bm, bd] = parts(birth);
  const [y, m, d] = parts(on);
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0);
}

/** Day of the year, 1–366. */
export function dayOfYear(date: CivilDate): number {
  const [year] = parts(date);
  return dayNumber(date) - dayNumber(format(year, 1, 1)) + 1;
}

/** The n-th day of a year, or undefined when the year has no such day. */
export function fromDayOfYear(year: number, n: number): CivilDate | undefined {
  const first = civilDate(year, 1, 1);
  if (!first || !Number.isInteger(n) || n < 1 || n > (isLeapYear(year) ? 366 : 365))
    return undefined;
  return addDays(first, n - 1);
}

/** The calendar date at an instant (UTC text) in an IANA zone. */
export function localDateOf(utc: string, zone: string): CivilDate {
  const p = zoned(utc, zone);
  return `${p.year}-${p.month}-${p.day}` as CivilDate;
}

/** `HH:mm` at an instant (UTC text) in an IANA zone, 00:00–23:59. */
export function localTimeOf(utc: string, zone: string): string {
  const p = zoned(utc, zone);
  return `${p.hour}:${p.minute}`;
}

interface ZonedParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The newest answer: most questions of one act are about its own minute. */
let newest: { readonly minute: string; readonly zone: string; readonly parts: ZonedParts } | null =
  null;

/** Zones changed by whole minutes since 1972 (tz database); older instants are always asked anew. */
const WHOLE_MINUTES_SINCE = '1973';

function zoned(utc: string, zone: string): ZonedParts {
  const minute = utc.endsWith('Z') ? utc.slice(0, 16) : utc;
  if (newest?.minute === minute && newest.zone === zone) return newest.parts;
  const parts = zonedAnew(utc, zone);
  if (utc >= WHOLE_MINUTES_SINCE) newest = { minute, zone, parts };
  return parts;
}

function zonedAnew(utc: string, zone: string): ZonedParts {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  const found: Record<string, string> = {};
  for (const part of formatter.formatToParts(new Date(utc))) found[part.type] = part.value;
  return {
    year: (found['year'] ?? '').padStart(4, '0'),
    month: found['month'] ?? '',
    day: found['day'] ?? '',
    hour: found['hour'] ?? '',
    minute: found['minute'] ?? '',
  };
}

function format(year: number, month: number, day: number): CivilDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

function parts(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** Days since 1970-01-01, by the civil-from-days arithmetic of the proleptic Gregorian calendar. */
function dayNumber(date: CivilDate): number {
  const [year, month, day] = parts(date);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function fromDayNumber(n: number): CivilDate {
  return new Date(n * 86_400_000).toISOString().slice(0, 10) as CivilDate;
}

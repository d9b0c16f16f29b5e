import type { CivilDate } from '#shared/kernel/civil-date.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a civil date. */
export function dayNumberOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
}

const written = new Map<number, CivilDate>();

/** The civil date of a day number; millions are asked for, few are different. */
export function dateOfDay(day: number): CivilDate {
  let date = written.get(day);
  if (date === undefined) {
    date = new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
    written.set(day, date);
  }
  return date;
}

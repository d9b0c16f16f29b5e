import { addDays, addMonths, type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { RuleRow } from '../model.ts';
import type { PastGiving } from '../subject.ts';
import { num } from './judged.ts';

/*
 * Rules on group drives and their indicators (regulations, section 8). They judge plans and counts,
 * never a donor, so the screening leaves them out. Undefined: the row or the input is unusable.
 */

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

/** Donors that a unit of `people` must bring in a year; fractions go up (0.9 % of 30 050 is 271). */
export function shareTarget(row: RuleRow, people: number): number | undefined {
  const perMille = num(row, 'perMille');
  if (perMille === undefined || !isCount(people)) return undefined;
  return Math.ceil((people * perMille) / 1000);
}

/** Whether `part` of `whole` reaches the share; of nobody nothing can be said. */
export function shareReached(row: RuleRow, part: number, whole: number): boolean | undefined {
  const least = num(row, 'minPerMille');
  if (least === undefined || !isCount(part) || !isCount(whole)) return undefined;
  if (whole === 0 || part > whole) return undefined;
  return part * 1000 >= whole * least;
}

/** Whether details were settled early enough before the session. */
export function leadDays(
  row: RuleRow,
  settledOn: CivilDate,
  session: CivilDate,
): boolean | undefined {
  const least = num(row, 'minDays');
  return least === undefined ? undefined : daysBetween(settledOn, session) >= least;
}

/**
 * First and last day of “month, week N”: weeks of seven days from the month's first weekday `firstDay`
 * (1 Monday … 7 Sunday). A week beyond `weeks` does not exist.
 */
export function weekOfMonth(
  row: RuleRow,
  year: number,
  month: number,
  week: number,
): { readonly from: CivilDate; readonly to: CivilDate } | undefined {
  const firstDay = num(row, 'firstDay');
  const weeks = num(row, 'weeks');
  if (firstDay === undefined || weeks === undefined) return undefined;
  if (!Number.isInteger(week) || week < 1 || week > weeks) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  const first = `${year}-${String(month).padStart(2, '0')}-01` as CivilDate;
  const begins = (firstDay - weekdayOf(first) + 7) % 7;
  const from = addDays(first, begins + 7 * (week - 1));
  return { from, to: addDays(from, 6) };
}

/** 1 Monday … 7 Sunday; 2020-03-09 was a Monday. */
function weekdayOf(date: CivilDate): number {
  const days = daysBetween('2020-03-09' as CivilDate, date);
  return (((days % 7) + 7) % 7) + 1;
}

/** Whether a place may have a further session on a day: no more than `max` in each half of the year. */
export function sessionsPerHalfYear(
  row: RuleRow,
  held: readonly CivilDate[],
  on: CivilDate,
): boolean | undefined {
  const max = num(row, 'max');
  if (max === undefined) return undefined;
  const half = (date: string) => `${date.slice(0, 4)} ${date.slice(5, 7) <= '06' ? 1 : 2}`;
  return held.filter((each) => half(each) === half(on)).length < max;
}

/** A regular donor: enough donations, at least one of them within the months before the day. */
export function regularDonor(
  row: RuleRow,
  givings: readonly Pick<PastGiving, 'startedOn'>[],
  on: CivilDate,
): boolean | undefined {
  const least = num(row, 'minDonations');
  const months = num(row, 'months');
  if (least === undefined || months === undefined) return undefined;
  const before = givings.filter((each) => each.startedOn <= on);
  const since = addMonths(on, -months);
  return before.length >= least && before.some((each) => each.startedOn > since);
}

/** Every rule on drives by the name that a pack row uses. */
export const driveCriteria = {
  leadDays,
  regularDonor,
  sessionsPerHalfYear,
  shareReached,
  shareTarget,
  weekOfMonth,
} as const;

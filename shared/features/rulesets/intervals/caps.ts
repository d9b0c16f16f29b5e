import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { num, text, texts } from '../criteria/judged.ts';
import type { RuleRow } from '../model.ts';
import type { PastGiving } from '../subject.ts';

/** Over which days a yearly cap counts: the months before a day, or the calendar year of that day. */
export type CapWindow =
  | { readonly kind: 'rolling'; readonly months: number }
  | { readonly kind: 'calendarYear' };

/**
 * The window that a cap row names; undefined for a row without one. The standard does not say which
 * year is meant: rolling months, the stricter reading, is what the packs ship.
 */
export function windowOf(row: RuleRow): CapWindow | undefined {
  if (text(row, 'window') === 'calendarYear') return { kind: 'calendarYear' };
  const months = num(row, 'months');
  return months === undefined ? undefined : { kind: 'rolling', months };
}

/** Donations of the row's types that count on a day; one N months before to the day no longer does. */
export function counted(
  row: RuleRow,
  window: CapWindow,
  givings: readonly PastGiving[],
  on: CivilDate,
): readonly PastGiving[] {
  const types = texts(row, 'types');
  return givings.filter(
    (each) => types.includes(each.donationType) && counts(window, each.startedOn, on),
  );
}

function counts(window: CapWindow, startedOn: CivilDate, on: CivilDate): boolean {
  switch (window.kind) {
    case 'rolling':
      return startedOn > addMonths(on, -window.months);
    case 'calendarYear':
      return startedOn.slice(0, 4) >= on.slice(0, 4);
  }
}

/** First day on which a donation no longer counts. */
function leavesOn(window: CapWindow, startedOn: CivilDate): CivilDate {
  if (window.kind === 'calendarYear')
    return `${String(Number(startedOn.slice(0, 4)) + 1).padStart(4, '0')}-01-01` as CivilDate;
  // 29 February + 12 months clamps to the 28th, from which twelve months back is still before it.
  let day = addMonths(startedOn, window.months);
  while (counts(window, startedOn, day)) day = addDays(day, 1);
  return day;
}

/** First day on which enough donations have left the window for `fits`; undefined if none ever does. */
export function firstFit(
  row: RuleRow,
  window: CapWindow,
  givings: readonly PastGiving[],
  fits: (left: readonly PastGiving[]) => boolean,
): CivilDate | undefined {
  const days = givings.map((each) => leavesOn(window, each.startedOn)).sort();
  return days.find((day) => fits(counted(row, window, givings, day)));
}

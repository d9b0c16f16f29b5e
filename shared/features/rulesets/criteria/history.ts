import { addDays, type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import { counted, firstFit, windowOf } from '../intervals/caps.ts';
import { allowedAfter, latestOf } from '../intervals/spacing.ts';
import type { RuleRow } from '../model.ts';
import type { ScreeningSubject } from '../subject.ts';
import {
  both,
  type Criterion,
  found,
  MISSING,
  notApplicable,
  num,
  texts,
  UNUSABLE,
} from './judged.ts';

/**
 * Days or calendar months since the last donation of the types `from`, for a donation of the types
 * `to`. Days: accepted on day N. Months: clamped to the month end. A date in the future is not met.
 * With `approvedMinDays` a physician may approve from that day on (INT-3, special matching).
 */
export const intervalSinceLast: Criterion = (row, subject) => {
  const from = texts(row, 'from');
  const to = texts(row, 'to');
  // A row that names no types would bind nobody, and nobody would see it (INV-07).
  if (from.length === 0 || to.length === 0) return UNUSABLE;
  if (subject.donationType === undefined) return MISSING;
  if (!to.includes(subject.donationType)) return ANOTHER_TYPE;
  const last = latestOf(subject.history.filter((each) => from.includes(each.donationType)));
  if (last === undefined) return notApplicable('无此类记录', 'no such donation');
  const allowed = allowedAfter(row, last.startedOn);
  return allowed === undefined ? UNUSABLE : since(row, subject, last.startedOn, allowed);
};

function since(row: RuleRow, subject: ScreeningSubject, last: CivilDate, allowed: CivilDate) {
  const days = daysBetween(last, subject.today);
  const met = days >= 0 && subject.today >= allowed;
  const approved = num(row, 'approvedMinDays');
  return found(met, both(`${last} → 第 ${days} 天`, `${last} → day ${days}`), {
    retryOn: allowed,
    hard: days < 0 || (approved !== undefined && days < approved),
  });
}

/** After red cells that did not all come back the body needs the longer interval. */
export const redCellsReturned: Criterion = (row, subject) => {
  const min = num(row, 'minDays');
  if (min === undefined) return UNUSABLE;
  const last = latestOf(
    subject.history.filter(
      (each) => each.redCellsReturned !== 'yes' && each.donationType !== 'wholeBlood',
    ),
  );
  return last === undefined
    ? notApplicable('全部回输', 'all returned')
    : since(row, subject, last.startedOn, addDays(last.startedOn, min));
};

/** A cap on other types does not bind a donation of this one; an unknown type is bound. */
function isBound(types: readonly string[], subject: ScreeningSubject): boolean {
  return subject.donationType === undefined || types.includes(subject.donationType);
}

const ANOTHER_TYPE = notApplicable('不是这一类', 'another donation type');

/** Volume of the window with today's target inside the yearly limit (VOL-3). */
export const volumePerYear: Criterion = (row, subject) => {
  const max = num(row, 'maxMl');
  const window = windowOf(row);
  const types = texts(row, 'types');
  if (max === undefined || window === undefined || types.length === 0) return UNUSABLE;
  if (!isBound(types, subject)) return ANOTHER_TYPE;
  const givings = counted(row, window, subject.history, subject.today);
  const before = givings.reduce((sum, each) => sum + each.plasmaMl, 0);
  const target = subject.targetMl ?? 0;
  const fits = (left: typeof givings) =>
    left.reduce((sum, each) => sum + each.plasmaMl, target) <= max;
  const met = fits(givings);
  const retryOn = met ? undefined : firstFit(row, window, givings, fits);
  return found(met, both(`已采 ${before} mL`, `${before} mL so far`), {
    ...(retryOn === undefined ? {} : { retryOn }),
  });
};

/** Number of donations of the window, today's included, inside the limit. */
export const countPerYear: Criterion = (row, subject) => {
  const max = num(row, 'max');
  const window = windowOf(row);
  const types = texts(row, 'types');
  if (max === undefined || window === undefined || types.length === 0) return UNUSABLE;
  if (!isBound(types, subject)) return ANOTHER_TYPE;
  const givings = counted(row, window, subject.history, subject.today);
  const fits = (left: typeof givings) => left.length + 1 <= max;
  const met = fits(givings);
  const retryOn = met ? undefined : firstFit(row, window, givings, fits);
  return found(met, both(`已 ${givings.length} 次`, `${givings.length} so far`), {
    ...(retryOn === undefined ? {} : { retryOn }),
  });
};

/** No deferral in force on any record of the person; what it is stays with the physician. */
export const noActiveDeferral: Criterion = (_row, subject) => {
  if (subject.activeDeferrals.length === 0) return found(true, both('无', 'none'));
  if (subject.activeDeferrals.some((each) => each.hidden))
    return found(false, both('请转医生', 'please ask the physician'));
  const ends = subject.activeDeferrals.map((each) => each.until);
  if (ends.includes(null)) return found(false, both('屏蔽', 'deferred without end'));
  const until =
    ends
      .filter((each) => each !== null)
      .sort()
      .at(-1) ?? '';
  return found(false, both(`暂缓至 ${until}`, `deferred up to ${until}`), {
    retryOn: addDays(until as CivilDate, 1),
  });
};

/** The outside register was asked for this visit and answered “clear”. */
export const registerClear: Criterion = (_row, subject) => {
  switch (subject.register) {
    case undefined:
      return MISSING;
    case 'clear':
      return found(true, both('未列入', 'not listed'));
    case 'listed':
      return found(false, both('请转医生', 'please ask the physician'));
    case 'unanswered':
      return { verdict: 'missing', input: both('未答复', 'no answer yet') };
  }
};

/** Confirmed groups on all records of the person agree (INV-05). */
export const groupsAgree: Criterion = (_row, subject) => {
  const groups = [...new Set(subject.groupsOnRecord)].sort();
  if (groups.length === 0) return notApplicable('无既往血型', 'no group on record');
  return found(groups.length === 1, both(groups.join(' / '), groups.join(' / ')));
};

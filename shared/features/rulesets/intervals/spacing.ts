import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { num } from '../criteria/judged.ts';
import type { RuleRow } from '../model.ts';
import type { PastGiving } from '../subject.ts';

/*
 * Days are whole days, accepted on day N; months are calendar months, clamped to the month's end
 * (regulations, “date arithmetic”): 2020-08-31 + 6 months = 2021-02-28.
 */

/** First day that a spacing row allows after a donation; undefined where the row names no span. */
export function allowedAfter(row: RuleRow, startedOn: CivilDate): CivilDate | undefined {
  const days = num(row, 'minDays');
  if (days !== undefined) return addDays(startedOn, days);
  const months = num(row, 'minMonths');
  return months === undefined ? undefined : addMonths(startedOn, months);
}

/** The giving that started last; of equal days any. Incomplete runs count from their start. */
export function latestOf(givings: readonly PastGiving[]): PastGiving | undefined {
  return givings.reduce<PastGiving | undefined>(
    (last, each) => (last === undefined || each.startedOn > last.startedOn ? each : last),
    undefined,
  );
}

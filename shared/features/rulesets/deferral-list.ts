import { addDays, addMonths, type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import { num, text } from './criteria/judged.ts';
import type { RuleRow } from './model.ts';

/**
 * What a listed reason says of a donor whose reason began or ended on a day: for ever, as long as it
 * is present, or until a first day on which she may give again. `dayNeeded`: the anchor is missing,
 * not a date, or in the future.
 */
export type ListedSpan =
  | { readonly kind: 'permanent' }
  | { readonly kind: 'whilePresent' }
  | { readonly kind: 'dayNeeded' }
  | { readonly kind: 'until'; readonly on: CivilDate };

/** Reads a row of the deferral lists for an anchor's day; days and months as the regulations count. */
export function spanOf(row: RuleRow, anchorOn: string | null, today: CivilDate): ListedSpan {
  if (text(row, 'kind') === 'permanent') return { kind: 'permanent' };
  const days = num(row, 'days');
  const months = num(row, 'months');
  if (days === undefined && months === undefined) return { kind: 'whilePresent' };
  const anchor = anchorOn === null ? undefined : parseCivilDate(anchorOn);
  if (!anchor || anchor > today) return { kind: 'dayNeeded' };
  const on = days === undefined ? addMonths(anchor, months ?? 0) : addDays(anchor, days);
  return { kind: 'until', on };
}

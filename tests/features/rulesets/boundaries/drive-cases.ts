import {
  leadDays,
  regularDonor,
  sessionsPerHalfYear,
  shareReached,
  shareTarget,
  weekOfMonth,
} from '#shared/features/rulesets/criteria/drives.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { TODAY } from '../good-subject.ts';
import { param } from './case.ts';
import type { Checked } from './list-cases.ts';

/** The row without a parameter: it says nothing of anything. */
const lacking = (row: RuleRow, name: string): RuleRow => {
  const { [name]: _, ...params } = row.params;
  return { ...row, params };
};

/** Plans and indicators of group drives; expected values are those of the regulations, by hand. */
export function driveCases(row: RuleRow): readonly Checked[] {
  return BY_CRITERION[row.criterion]?.(row) ?? [];
}

const day = (text: string) => text as CivilDate;

const BY_CRITERION: Readonly<Record<string, (row: RuleRow) => readonly Checked[]>> = {
  shareTarget: (row) =>
    param(row, 'perMille') === 9
      ? [
          ['30 000 residents', shareTarget(row, 30_000), 270],
          ['30 050 residents: fractions go up', shareTarget(row, 30_050), 271],
          ['nobody', shareTarget(row, 0), 0],
          ['no share', shareTarget(lacking(row, 'perMille'), 100), undefined],
          ['impossible', shareTarget(row, -1), undefined],
        ]
      : [
          ['45 on duty', shareTarget(row, 45), 5],
          ['40 on duty', shareTarget(row, 40), 4],
          ['half a person', shareTarget(row, 4.5), undefined],
        ],
  shareReached: (row) => {
    const least = param(row, 'minPerMille');
    return [
      ['at', shareReached(row, least, 1000), true],
      ['just below', shareReached(row, least - 1, 1000), false],
      ['just above', shareReached(row, least + 1, 1000), true],
      ['just below, of a million', shareReached(row, least * 1000 - 1, 1_000_000), false],
      ['all', shareReached(row, 10, 10), true],
      ['of nobody', shareReached(row, 0, 0), undefined],
      ['more than all', shareReached(row, 11, 10), undefined],
      ['a half of ten', shareReached(row, 9.5, 10), undefined],
      ['ten of half a person more', shareReached(row, 10, 10.5), undefined],
      ['fewer than none', shareReached(row, -1, 10), undefined],
      ['no share', shareReached(lacking(row, 'minPerMille'), 10, 10), undefined],
    ];
  },
  leadDays: (row) => {
    const settled = (before: number) => leadDays(row, addDays(TODAY, -before), TODAY);
    return [
      ['a day more', settled(param(row, 'minDays') + 1), true],
      ['a week ahead', settled(param(row, 'minDays')), true],
      ['a day late', settled(param(row, 'minDays') - 1), false],
      ['after the session', settled(-1), false],
      ['no days', leadDays(lacking(row, 'minDays'), TODAY, TODAY), undefined],
    ];
  },
  weekOfMonth: (row) => {
    const week = (month: number, n: number) => weekOfMonth(row, 2025, month, n);
    return [
      ['2025-01 week 1', week(1, 1), { from: '2025-01-06', to: '2025-01-12' }],
      [
        '2025-03 week 3, as the plan prints it',
        week(3, 3),
        { from: '2025-03-17', to: '2025-03-23' },
      ],
      ['2025-09 begins on a Monday', week(9, 1), { from: '2025-09-01', to: '2025-09-07' }],
      ['2025-12 week 4', week(12, 4), { from: '2025-12-22', to: '2025-12-28' }],
      ['week 5', week(3, 5), undefined],
      ['week 0', week(3, 0), undefined],
      ['week 1 and a half', week(3, 1.5), undefined],
      ['month 13', week(13, 1), undefined],
      ['month 0', week(0, 1), undefined],
      ['month 1 and a half', week(1.5, 1), undefined],
      ['no first day', weekOfMonth(lacking(row, 'firstDay'), 2025, 3, 1), undefined],
      ['no number of weeks', weekOfMonth(lacking(row, 'weeks'), 2025, 3, 1), undefined],
      [
        'first Sunday, 2024',
        weekOfMonth({ ...row, params: { ...row.params, firstDay: 7 } }, 2024, 3, 3),
        { from: '2024-03-17', to: '2024-03-23' },
      ],
    ];
  },
  sessionsPerHalfYear: (row) => [
    ['first', sessionsPerHalfYear(row, [], day('2025-03-17')), true],
    ['second in the half', sessionsPerHalfYear(row, [day('2025-01-06')], day('2025-06-30')), false],
    ['next half', sessionsPerHalfYear(row, [day('2025-06-30')], day('2025-07-01')), true],
    ['no limit', sessionsPerHalfYear(lacking(row, 'max'), [], day('2025-03-17')), undefined],
    ['last year', sessionsPerHalfYear(row, [day('2024-03-17')], day('2025-03-17')), true],
  ],
  regularDonor: (row) => {
    const edge = addMonths(TODAY, -param(row, 'months'));
    const gave = (...days: CivilDate[]) =>
      regularDonor(
        row,
        days.map((startedOn) => ({ startedOn })),
        TODAY,
      );
    const [old, older] = [addMonths(TODAY, -30), addMonths(TODAY, -40)];
    return [
      ['three, the last a day inside', gave(addDays(edge, 1), old, older), true],
      ['three, the last at the edge', gave(edge, old, older), false],
      ['three, the last on the day itself', gave(TODAY, old, older), true],
      ['no number', regularDonor(lacking(row, 'minDonations'), [], TODAY), undefined],
      ['no months', regularDonor(lacking(row, 'months'), [], TODAY), undefined],
      ['two', gave(TODAY, old), false],
      ['none', gave(), false],
      ['one in the future', gave(addDays(TODAY, 1), old, older), false],
    ];
  },
};

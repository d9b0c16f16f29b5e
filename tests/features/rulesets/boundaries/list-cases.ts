import { countsAsOwn } from '#shared/features/laboratory/beforehand.ts';
import { isConfidential } from '#shared/features/rulesets/confidential.ts';
import { spanOf } from '#shared/features/rulesets/deferral-list.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { isPlausible, PLAUSIBLE } from '#shared/features/rulesets/plausible.ts';
import { boundsBroken, type Figure, isPossible } from '#shared/features/rulesets/possible.ts';
import { plateletsAllowed, wholeBloodAllowed } from '#shared/features/rulesets/volumes.ts';
import { documentWays, isDocumentValid } from '#shared/features/visits/document.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { packs, TODAY } from '../good-subject.ts';
import { list, param } from './case.ts';

/** A case with what was found and what must be found. */
export type Checked = readonly [name: string, found: unknown, expected: unknown];

/** A line of the deferral lists: on day N she may give, the day before not. */
export function deferralCases(row: RuleRow): readonly Checked[] {
  const says = (anchor: string | null) => spanOf(row, anchor, TODAY);
  if (row.params['kind'] === 'permanent')
    return [
      ['no anchor', says(null), { kind: 'permanent' }],
      ['long ago', says('1990-01-01'), { kind: 'permanent' }],
    ];
  if (row.params['days'] === undefined && row.params['months'] === undefined)
    return [['while present', says(null), { kind: 'whilePresent' }]];
  const back = (anchor: CivilDate) =>
    row.params['days'] === undefined
      ? addMonths(anchor, param(row, 'months'))
      : addDays(anchor, param(row, 'days'));
  const mayGive = (anchor: CivilDate, on: CivilDate) => {
    const span = spanOf(row, anchor, on);
    return span.kind === 'until' && span.on <= on;
  };
  const anchor = '2019-08-31' as CivilDate;
  return [
    ['on day N', mayGive(anchor, back(anchor)), true],
    ['the day before', mayGive(anchor, addDays(back(anchor), -1)), false],
    ['a day later', mayGive(anchor, addDays(back(anchor), 1)), true],
    ['missing', says(null), { kind: 'dayNeeded' }],
    ['no such day', says('2019-02-29'), { kind: 'dayNeeded' }],
    ['in the future', says(addDays(TODAY, 1)), { kind: 'dayNeeded' }],
  ];
}

/** Values for later gates: inside the plausible, at its ends, outside, missing, of another kind. */
export function parameterCases(row: RuleRow): readonly Checked[] {
  const own = Object.entries(row.params).flatMap(([name, value]): Checked[] => {
    const shipped: Checked = [`${name} as shipped`, isPlausible(name, value), true];
    const bounds = PLAUSIBLE[name];
    if (bounds === undefined) return [shipped, [`${name} a number`, isPlausible(name, 1), false]];
    const [low, high] = bounds;
    return [
      shipped,
      [`${name} at the lower end`, isPlausible(name, low), true],
      [`${name} below`, isPlausible(name, low - 1), false],
      [`${name} at the upper end`, isPlausible(name, high), true],
      [`${name} above`, isPlausible(name, high + 1), false],
      [`${name} a half`, isPlausible(name, low + 0.5), false],
      [`${name} missing`, isPlausible(name, null), false],
    ];
  });
  return [...own, ...(JUDGED[row.id]?.(row) ?? []), ...NOTHING];
}

/** Rows without any parameter still are rows: PREP-7 says that release is signed. */
const NOTHING: readonly Checked[] = [['an unknown number', isPlausible('noSuchName', 1), false]];

/** Rows of values with a judge of their own. */
const JUDGED: Readonly<Record<string, (row: RuleRow) => readonly Checked[]>> = {
  'SITE-HIDDEN': (row) => {
    const [pack] = packs();
    const told = { ...pack, rules: [row] };
    const silent = { ...pack, rules: [] };
    return [
      ...list(row, 'rules').map((id): Checked => [id, isConfidential(['T02', id], [told]), true]),
      ['an open one', isConfidential(['T02'], [told]), false],
      ['no pack tells', isConfidential(['T02'], [silent]), true],
      ['one pack does not tell', isConfidential(['T02'], [told, silent]), true],
    ];
  },
  'SITE-DOCUMENT': (row) => {
    const [pack] = packs();
    const told = { ...pack, rules: [row] };
    const silent = { ...pack, rules: [] };
    const [at, before] = [addDays(TODAY, -param(row, 'days')), addDays(TODAY, -1)];
    return [
      ['its last day', isDocumentValid(told, at, TODAY), true],
      ['the day after', isDocumentValid(told, addDays(at, -1), TODAY), false],
      ['a day left', isDocumentValid(told, addDays(at, 1), TODAY), true],
      ['no last day', isDocumentValid(told, null, TODAY), true],
      ['what stands for it', documentWays(told), list(row, 'instead')],
      ['no pack tells', isDocumentValid(silent, before, TODAY), false],
      ['nothing stands for it then', documentWays(silent), []],
    ];
  },
  'SITE-OWNTEST': (row) => {
    const [pack] = packs();
    const counts = (params: RuleRow['params'], test: string, daysBefore: number) =>
      countsAsOwn({ ...pack, rules: [{ ...row, params }] }, test, daysBefore);
    const allowed = { days: 28, tests: ['AB'] };
    const ownDays = list(row, 'tests').flatMap((test): Checked[] => {
      const days = param(row, 'days');
      return [
        [`${test} on the row’s last day`, counts(row.params, test, days), true],
        [`${test} the day after`, counts(row.params, test, days + 1), false],
      ];
    });
    return [
      ...['AB', 'HIV', 'ABO'].map(
        (test): Checked => [
          `${test} as shipped`,
          counts(row.params, test, 0),
          list(row, 'tests').includes(test),
        ],
      ),
      ...ownDays,
      ['the same day', counts(allowed, 'AB', 0), true],
      ['day N', counts(allowed, 'AB', 28), true],
      ['the day after', counts(allowed, 'AB', 29), false],
      ['taken after the donation', counts(allowed, 'AB', -1), false],
      ['a test that is not named', counts(allowed, 'HIV', 0), false],
      ['no days', counts({ tests: ['AB'] }, 'AB', 0), false],
      ['no tests', counts({ days: 28 }, 'AB', 0), false],
      ['no row', countsAsOwn({ ...pack, rules: [] }, 'AB', 0), false],
    ];
  },
  'SITE-POSSIBLE': (row) =>
    Object.entries(row.params).flatMap(([name, value]) => {
      const [figure, bounds] = [name as Figure, value as [number, number]];
      const [least, most] = bounds;
      const judged = (each: number) => [
        isPossible({ [figure]: bounds }, figure, each),
        boundsBroken({ [figure]: bounds }, figure, each),
      ];
      return [
        [`${name} least`, judged(least), [true, undefined]],
        [`${name} below`, judged(least - 1), [false, bounds]],
        [`${name} most`, judged(most), [true, undefined]],
        [`${name} above`, judged(most + 1), [false, bounds]],
        [`${name} a half`, isPossible({ [figure]: bounds }, figure, least + 0.5), false],
        [`${name} without bounds passes no gate`, isPossible({}, figure, least), false],
        [`${name} without bounds is recorded`, boundsBroken({}, figure, most + 1), undefined],
      ] satisfies Checked[];
    }),
  'VOL-1': (row) =>
    ([200, 300, 400] as const)
      .map((ml): Checked => [`${ml} mL`, wholeBloodAllowed(row, ml), true])
      .concat(
        [199, 201, 350, 401, 0, -200].map((ml) => [`${ml} mL`, wholeBloodAllowed(row, ml), false]),
      ),
  'VOL-2': (row) =>
    (
      [
        [1, 0, true],
        [1, 200, true],
        [1, 201, false],
        [2, 0, true],
        [2, 1, false],
        [3, 0, false],
        [0, 200, false],
        [1.5, 0, false],
        [1, -1, false],
      ] as const
    ).map(([units, plasmaMl, may]) => [
      `${units} + ${plasmaMl} mL`,
      plateletsAllowed(row, units, plasmaMl),
      may,
    ]),
};

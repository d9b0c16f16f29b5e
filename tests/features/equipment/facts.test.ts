import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows } from '#shared/contract/rows.ts';
import {
  deviceByCode,
  isCheckedToday,
  isQualified,
  isWithinLimits,
  lotProblem,
  offsetOf,
  usableLots,
} from '#shared/features/equipment/facts.ts';
import { Rows } from '#tests/properties/worlds/rows.ts';

const TODAY = '2020-03-10';

const rowsOf = (...list: readonly (readonly [table: string, row: object])[]) =>
  new Rows().with(list.map(([table, row]) => ({ table, row })) as never);

const lot = (more: Partial<AllRows['lot']> = {}) =>
  ({
    id: 'l',
    kind: 'kit',
    expires: TODAY,
    withdrawn: false,
    serves: [],
    ...more,
  }) as AllRows['lot'];

test('INV-07 a lot may be used up to its last day, not withdrawn, for what it serves', () => {
  assert.equal(lotProblem(undefined, TODAY), 'equipment.lotUnknown');
  assert.equal(
    lotProblem(lot({ withdrawn: true, expires: '2020-03-09' }), TODAY),
    'equipment.lotWithdrawn',
  );
  assert.equal(lotProblem(lot(), TODAY), undefined);
  assert.equal(lotProblem(lot({ expires: '2020-03-09' }), TODAY), 'equipment.lotExpired');
  const serves = ['plasma', 'platelets'];
  assert.equal(lotProblem(lot({ serves }), TODAY), undefined);
  assert.equal(lotProblem(lot({ serves }), TODAY, 'platelets'), undefined);
  assert.equal(lotProblem(lot({ serves }), TODAY, 'wholeBlood'), 'equipment.lotServes');
  assert.equal(lotProblem(lot(), TODAY, 'wholeBlood'), undefined);
});

test('lots that may be used stand in the order in which they expire, then of their ids', () => {
  const rows = rowsOf(
    ['lot', lot({ id: 'late', expires: '2020-05-01' })],
    ['lot', lot({ id: 'b', expires: '2020-04-01' })],
    ['lot', lot({ id: 'a', expires: '2020-04-01' })],
    ['lot', lot({ id: 'over', expires: '2020-03-09' })],
    ['lot', lot({ id: 'other', kind: 'saline' })],
    ['lot', lot({ id: 'only', expires: '2020-03-10', serves: ['platelets'] })],
  );
  const ids = (serves?: string) => usableLots(rows, 'kit', TODAY, serves).map(({ id }) => id);
  assert.deepEqual(ids(), ['only', 'a', 'b', 'late']);
  assert.deepEqual(ids('plasma'), ['a', 'b', 'late']);
});

test('INV-30 a qualification is the person’s, on whichever account, up to its last day', () => {
  const staff = (id: string, personId: string) => ['staff', { id, personId }] as const;
  const until = (id: string, day: string, skill = 'labeling') =>
    ['qualification', { id: `${id}:${skill}`, until: day }] as const;
  const is = (...facts: readonly (readonly [string, object])[]) =>
    isQualified(
      rowsOf(staff('one', 'p'), staff('two', 'p'), staff('x', 'q'), ...facts),
      'one',
      'labeling',
      TODAY,
    );
  assert.equal(is(), false);
  assert.equal(is(until('one', TODAY)), true);
  assert.equal(is(until('one', '2020-03-09')), false);
  assert.equal(is(until('one', '2020-03-09'), until('two', TODAY)), true);
  assert.equal(is(until('one', TODAY), until('two', '2020-03-09')), true);
  assert.equal(is(until('x', TODAY)), false);
  assert.equal(is(until('one', TODAY, 'release')), false);
  const stranger = rowsOf(until('gone', TODAY));
  assert.equal(isQualified(stranger, 'gone', 'labeling', TODAY), true, 'by her own badge at least');
  assert.equal(isQualified(stranger, 'nobody', 'labeling', TODAY), false);
});

test('the device of a code is the one in use; its check counts on its day', () => {
  const device = (id: string, active: boolean, code = 'APH1') =>
    ['device', { id, code, active }] as const;
  const rows = rowsOf(device('a', false), device('b', true), device('c', true, 'APH2'));
  assert.equal(deviceByCode(rows, 'APH1')?.id, 'b');
  assert.equal(deviceByCode(rows, 'APH3'), undefined);
  assert.equal(deviceByCode(rowsOf(device('a', false)), 'APH1'), undefined);
  const checked = (checkedOk: boolean, checkedOn: string | null) =>
    isCheckedToday({ checkedOk, checkedOn } as AllRows['device'], TODAY);
  assert.equal(checked(true, TODAY), true);
  assert.equal(checked(false, TODAY), false);
  assert.equal(checked(true, '2020-03-09'), false);
  assert.equal(checked(true, null), false);
});

test('a printer’s offset is that of the stock in it, nought where nobody measured', () => {
  const rows = rowsOf(['printerOffset', { id: 'p:s', xTenthsMm: -3, yTenthsMm: 12 }]);
  assert.deepEqual(offsetOf(rows, 'p', 's'), { xTenthsMm: -3, yTenthsMm: 12 });
  assert.deepEqual(offsetOf(rows, 'p', 'other'), { xTenthsMm: 0, yTenthsMm: 0 });
});

test('a place is within its limits at either of them; without a reading nobody knows', () => {
  const within = (
    lastTenthsC: number | null,
    minTenthsC: number | null,
    maxTenthsC: number | null,
  ) => isWithinLimits({ lastTenthsC, minTenthsC, maxTenthsC } as AllRows['place']);
  assert.equal(within(null, -400, -200), undefined);
  assert.equal(within(-200, -400, -200), true);
  assert.equal(within(-400, -400, -200), true);
  assert.equal(within(-199, -400, -200), false);
  assert.equal(within(-401, -400, -200), false);
  assert.equal(within(-401, null, -200), true);
  assert.equal(within(-199, -400, null), true);
  assert.equal(within(5, null, null), true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earliestAfter } from '#shared/features/rulesets/interval.ts';
import type { RulePack, RulePackRow, RuleRow } from '#shared/features/rulesets/model.ts';
import {
  donationTypeOf,
  numberParam,
  packInForce,
  productOf,
  rowsInForce,
  ruleParam,
} from '#shared/features/rulesets/params.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { gave } from './boundaries/case.ts';
import { packs, TODAY } from './good-subject.ts';

const [own, general] = packs();
const day = (days: number) => addDays(TODAY, days);

/** An adopted pack of the programme, in force from today on. */
const adopted = (id: string, more: Partial<RulePackRow> = {}, content: Partial<RulePack> = {}) =>
  ({
    id,
    packId: own.packId,
    programme: own.programme,
    revision: 1,
    demo: true,
    inForceFrom: TODAY,
    inForceTo: null,
    adoptedAt: '',
    adoptedBy: '',
    adoptedSecond: '',
    ...more,
    content: { ...own, ...content },
  }) as RulePackRow;

/** Which of some packs is in force, asked in both orders. */
function inForce(rows: readonly RulePackRow[], on: string = TODAY): string | undefined {
  const found = packInForce(rows, own.programme, on)?.id;
  assert.equal(packInForce(rows.toReversed(), own.programme, on)?.id, found, 'in either order');
  return found;
}

test('INV-07 a pack is in force on its first day, on its last, between them, and in its own programme', () => {
  const open = [adopted('a')];
  assert.equal(inForce(open), 'a');
  assert.equal(inForce(open, day(-1)), undefined);
  assert.equal(inForce(open, day(999)), 'a');
  const ended = [adopted('a', { inForceTo: day(5) })];
  assert.equal(inForce(ended, day(5)), 'a');
  assert.equal(inForce(ended, day(6)), undefined);
  assert.equal(inForce(ended, day(-1)), undefined);
  assert.equal(inForce([adopted('a', { programme: 'generalDonor' })]), undefined);
  assert.equal(inForce([adopted('a', {}, { kind: 'contrast' })]), undefined);
  assert.equal(inForce([adopted('a', {}, { kind: 'alternative' })]), 'a');
  assert.equal(inForce([]), undefined);
});

test('INV-38 of several packs in force every station picks one: day, edition, revision, hash', () => {
  const at = (id: string, from: string, edition: string, revision: number) =>
    adopted(id, { inForceFrom: from, revision }, { inForceFrom: edition });
  const oldest = at('z', day(-9), '2020-03-01', 9);
  assert.equal(inForce([oldest, at('a', day(-1), '2020-01-01', 1)]), 'a', 'begun later');
  assert.equal(inForce([oldest, at('a', day(-9), '2020-03-02', 1)]), 'a', 'a later edition');
  assert.equal(inForce([oldest, at('a', day(-9), '2020-03-01', 10)]), 'a', 'a later revision');
  assert.equal(inForce([oldest, at('a', day(-9), '2020-03-01', 9)]), 'z', 'the greater hash');
  const three = [oldest, at('m', day(-5), '2020-01-01', 1), at('a', day(1), '2020-03-02', 1)];
  assert.equal(inForce(three), 'm', 'what begins tomorrow does not count');
});

test('a row counts on its own days, first and last included, or as long as its pack', () => {
  const count = (more: Partial<RuleRow>, on: string = TODAY) =>
    rowsInForce({ ...own, rules: [{ ...(own.rules[0] as RuleRow), ...more }] }, on).length;
  assert.equal(count({}), 1);
  assert.equal(count({ inForceFrom: TODAY }), 1);
  assert.equal(count({ inForceFrom: day(1) }), 0);
  assert.equal(count({ inForceFrom: undefined, inForceTo: undefined }), 1);
  assert.equal(count({ inForceFrom: day(-1), inForceTo: null }), 1);
  assert.equal(count({ inForceTo: TODAY }), 1);
  assert.equal(count({ inForceTo: day(-1) }), 0);
  assert.equal(count({ inForceFrom: undefined, inForceTo: day(-1) }), 0);
});

test('INV-07 a figure of a pack is a finite number of its own, never an inherited name', () => {
  const pack = (params: RuleRow['params']) => ({
    ...own,
    rules: [{ ...(own.rules[0] as RuleRow), id: 'R', params }],
  });
  const figure = (value: RuleRow['params'][string]) => numberParam(pack({ n: value }), 'R', 'n');
  assert.equal(figure(7), 7);
  assert.equal(figure(0), 0);
  for (const value of ['7', null, true, [7], Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(figure(value), undefined, String(value));
  assert.equal(ruleParam(pack({}), 'R', 'toString'), undefined);
  assert.equal(ruleParam(pack({ n: 7 }), 'other', 'n'), undefined);
  assert.equal(ruleParam(undefined, 'R', 'n'), undefined);
});

test('types and products are found by their own names only', () => {
  assert.equal(donationTypeOf(own, own.programme)?.id, own.programme);
  assert.equal(donationTypeOf(own, 'other'), undefined);
  assert.equal(donationTypeOf(undefined, own.programme), undefined);
  const codes = own.donationTypes.flatMap(({ products }) => products.map((one) => one.productCode));
  for (const code of codes) assert.equal(productOf(own, code)?.productCode, code);
  assert.equal(productOf(own, 'X'), undefined);
  assert.equal(productOf(undefined, codes[0] ?? ''), undefined);
});

test('INV-08 what a donor is told after giving: the latest day of all rows for this type', () => {
  const after = (donationType: string, ...givings: readonly [string, string][]) =>
    earliestAfter(
      [own, general],
      givings.map(([on, type]) => gave(on as CivilDate, type)),
      donationType,
    );
  assert.equal(after('wholeBlood', ['2020-03-01', 'wholeBlood']), '2020-09-01');
  assert.equal(after('wholeBlood', ['2020-03-01', 'platelets']), '2020-03-29');
  assert.equal(
    after('wholeBlood', ['2020-03-01', 'wholeBlood'], ['2020-08-20', 'platelets']),
    '2020-09-17',
  );
  assert.equal(
    after('wholeBlood', ['2020-08-20', 'platelets'], ['2020-03-01', 'wholeBlood']),
    '2020-09-17',
  );
  assert.equal(after('wholeBlood', ['2020-03-01', 'somethingElse']), undefined);
  assert.equal(after('somethingElse', ['2020-03-01', 'wholeBlood']), undefined);
  assert.equal(after('convalescentPlasma', ['2020-03-01', 'convalescentPlasma']), '2020-03-15');
  const [row] = own.rules.filter(({ id }) => id === 'CCP-12');
  assert.ok(row);
  const other = { ...row, criterion: 'parameter', params: { ...row.params, minDays: 99 } };
  const history = [gave('2020-03-01' as CivilDate, 'plasma')];
  const both = [{ ...own, rules: [row, other] }];
  assert.equal(earliestAfter(both, history, 'convalescentPlasma'), '2020-03-15');
});

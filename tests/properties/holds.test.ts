import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeHolds, donationHolds, holdIdOf } from '#shared/features/components/holds.ts';
import { bagLimits, expiryOf, productOf, productsOf } from '#shared/features/components/product.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { adopted, told } from './worlds/cast.ts';
import { collected, DIN } from './worlds/collected.ts';
import { ZONE } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { PRODUCT, rule, smallPack } from './worlds/small-pack.ts';

const BASE = collected();
const CHAIN = ['mother', 'part', 'crumb'] as const;

const unit = (id: string, parentUnitId: string | null) =>
  ({ table: 'unit', row: { id, din: DIN, parentUnitId } }) as never;

const hold = (id: string, target: string, scope: 'unit' | 'donation', liftedAt: string | null) =>
  ({ table: 'hold', row: { id, target, scope, din: DIN, code: 'x', liftedAt } }) as never;

const FAMILY = BASE.with([
  unit('mother', null),
  unit('part', 'mother'),
  unit('crumb', 'part'),
  unit('stranger', null),
]);

const ids = (rows: Rows, unitId: string) => activeHolds(rows, unitId).map(({ id }) => id);

test('INV-21 exhaustive: a hold at any depth reaches everything below it and nothing above or beside it', () => {
  for (const [depth, target] of CHAIN.entries())
    for (const liftedAt of [null, '2020-03-10T05:00:00.000Z']) {
      const rows = FAMILY.with([hold('h', target, 'unit', liftedAt)]);
      const reached = CHAIN.filter((id) => ids(rows, id).length > 0);
      assert.deepEqual(reached, liftedAt === null ? CHAIN.slice(depth) : [], target);
      assert.deepEqual(ids(rows, 'stranger'), []);
    }
  const whole = FAMILY.with([hold('w', DIN, 'donation', null)]);
  for (const id of [...CHAIN, 'stranger']) assert.deepEqual(ids(whole, id), ['w'], id);
  assert.deepEqual(
    donationHolds(whole, DIN).map(({ id }) => id),
    ['w'],
  );
  for (const rows of [
    FAMILY.with([hold('w', DIN, 'donation', 'x')]),
    FAMILY.with([hold('w', DIN, 'unit', null)]),
    FAMILY.with([hold('w', 'A999920000009', 'donation', null)]),
  ])
    assert.deepEqual([donationHolds(rows, DIN).length, ids(rows, 'part').length], [0, 0]);
});

test('INV-21 INV-23 two causes are two holds in one order; units that name each other end', () => {
  const rows = FAMILY.with([
    hold('b', 'part', 'unit', null),
    hold('a', 'mother', 'unit', null),
    hold('c', DIN, 'donation', null),
    hold('x', 'part', 'donation', null),
  ]);
  assert.deepEqual(ids(rows, 'crumb'), ['a', 'b', 'c']);
  const ring = rows.with([unit('mother', 'crumb')]);
  assert.deepEqual(ids(ring, 'mother'), ['a', 'b', 'c']);
  assert.deepEqual(ids(rows, 'nobody'), []);
  const orphan = rows.with([hold('o', 'nobody', 'unit', null)]);
  assert.deepEqual(ids(orphan, 'nobody'), ['o'], 'a hold on what nobody knows is a hold');
  assert.equal(holdIdOf('bagUnfit', 't', 's'), 'bagUnfit:t:s');
  assert.equal(holdIdOf('bagUnfit', 't'.repeat(200), 's').length, 120);
});

test('INV-22 exhaustive: expiry is the same minute of the site’s clock, clamped to the month’s end', () => {
  const cases: readonly (readonly [string, number, string, string])[] = [
    ['2020-03-10T02:00:00.000Z', 12, ZONE, '2021-03-10T02:00:00.000Z'],
    ['2026-09-08T03:36:00.000Z', 12, ZONE, '2027-09-08T03:36:00.000Z'],
    // 29 February at the site, though Greenwich still has the 28th.
    ['2020-02-28T16:30:00.000Z', 12, ZONE, '2021-02-27T16:30:00.000Z'],
    ['2020-02-29T02:00:00.000Z', 12, ZONE, '2021-02-28T02:00:00.000Z'],
    ['2020-02-29T02:00:00.000Z', 48, ZONE, '2024-02-29T02:00:00.000Z'],
    ['2020-08-31T02:00:00.000Z', 6, ZONE, '2021-02-28T02:00:00.000Z'],
    ['2020-01-31T02:00:00.000Z', 1, ZONE, '2020-02-29T02:00:00.000Z'],
    // Summer time between: the clock on the wall decides, in both directions.
    ['2020-03-10T10:00:00.000Z', 1, 'Europe/Berlin', '2020-04-10T09:00:00.000Z'],
    ['2020-10-10T09:00:00.000Z', 1, 'Europe/Berlin', '2020-11-10T10:00:00.000Z'],
    // An island whose summer is half an hour.
    ['2020-03-10T01:00:00.000Z', 1, 'Australia/Lord_Howe', '2020-04-10T01:30:00.000Z'],
    // Half past midnight: moved by so many days the instant falls on the day before or after.
    ['2020-10-24T22:30:00.000Z', 1, 'Europe/Berlin', '2020-11-24T23:30:00.000Z'],
    ['2020-02-29T22:30:00.000Z', 1, 'Europe/Berlin', '2020-03-29T21:30:00.000Z'],
  ];
  for (const [from, months, zone, to] of cases) {
    assert.equal(expiryOf(from, months, zone), to, `${from} + ${months} in ${zone}`);
    assert.equal(localTimeOf(from, zone), localTimeOf(to, zone));
  }
});

test('INV-15 INV-22 a product is the donation’s own, by the pack of its day, whatever the division', () => {
  assert.equal(productOf(BASE, DIN, PRODUCT)?.productCode, PRODUCT);
  assert.equal(productOf(BASE, DIN, `${PRODUCT.slice(0, 6)}A0`)?.productCode, PRODUCT);
  assert.equal(productOf(BASE, DIN, 'E4694V00'), undefined);
  assert.equal(productOf(BASE, DIN, 'E4693X00'), undefined);
  assert.equal(productOf(BASE, 'A999920000009', PRODUCT), undefined);
  assert.deepEqual(productsOf(BASE, 'A999920000009'), []);
});

test('INV-10 INV-27 exhaustive: limits of a bag are the strictest of the packs then and now, and unknown where one is silent', () => {
  const limits = (params: Parameters<typeof rule>[1]) => {
    const rules = [rule('PREP-2', params)];
    const adoption = adopted(smallPack({ revision: 2, rules }), '9'.repeat(64));
    const body = { ...adoption.body, inForceFrom: '2020-03-11' };
    const rows = told([{ ...adoption, body } as typeof adoption], '2020-03-11T02:00:00.000Z', BASE);
    return bagLimits(rows, DIN, '2020-03-11');
  };
  assert.deepEqual(bagLimits(BASE, DIN, '2020-03-10'), { minMl: 100, maxMl: 300 });
  assert.deepEqual(limits({ minMl: 150, maxMl: 400 }), { minMl: 150, maxMl: 300 });
  assert.deepEqual(limits({ minMl: 50, maxMl: 200 }), { minMl: 100, maxMl: 200 });
  assert.equal(limits({ minMl: 150 }), undefined);
  assert.equal(limits({ maxMl: 200 }), undefined);
  assert.equal(limits({}), undefined);
  assert.equal(bagLimits(BASE, 'A999920000009', '2020-03-10'), undefined);
});

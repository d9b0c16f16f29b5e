import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { criteria } from '#shared/features/rulesets/criteria/registry.ts';
import { boundary, CASES } from './boundary.ts';

const rows = offeredPacks().flatMap(({ pack }) => pack.rules.map((row) => ({ pack, row })));

for (const { pack, row } of rows) {
  test(`INV-07 boundary of ${pack.packId} ${row.id}`, () => {
    boundary(pack, row);
  });
}

test('every evaluator is named by a row on offer and has its cases', () => {
  const named = new Set(rows.map(({ row }) => row.criterion));
  for (const name of Object.keys(criteria)) {
    assert.ok(named.has(name), `${name} judges no row`);
    assert.ok(CASES[name], `${name} has no cases`);
  }
});

test('the check is real: a row that nobody wrote a case for, or that is judged otherwise, fails', () => {
  const found = rows.find(({ row }) => row.id === 'BP-1');
  assert.ok(found);
  const { pack, row } = found;
  assert.ok(boundary(pack, row) >= 5);
  const spoilt = [
    { ...row, criterion: 'noSuchCriterion' },
    { ...row, params: { ...row.params, maxExclusive: false } },
    { ...row, params: { input: 'systolic', min: 90 } },
    { ...row, criterion: 'weekOfNothing' },
    { ...row, criterion: 'parameter', params: { noSuchFigure: 7 } },
  ];
  for (const each of spoilt) assert.throws(() => boundary(pack, each), JSON.stringify(each.params));
});

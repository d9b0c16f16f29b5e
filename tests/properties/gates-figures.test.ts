import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective, plainNumber, titreOf } from '#shared/features/laboratory/effective.ts';
import { independent } from '#shared/features/laboratory/group.ts';
import type { TestRules } from '#shared/features/laboratory/panel.ts';
import { conflictsIn } from '#shared/features/laboratory/readings.ts';
import { RULES, reading, required } from './reading-lists.ts';

test('INV-10 exhaustive: an enzyme is good up to its limit, in figures only', () => {
  const alt = (figures: readonly string[], rules: TestRules = RULES, rounds = 1) =>
    effective(
      required('enzyme', { rounds }),
      figures.map((figure, at) => reading(at, { figure, value: 'figure' })),
      rules,
    );
  assert.equal(alt(['50']), 'nonreactive');
  assert.equal(alt(['50.001']), 'elevated');
  assert.equal(alt(['20', '51']), 'elevated');
  assert.equal(alt([]), 'incomplete');
  assert.equal(alt([], RULES, 0), 'incomplete');
  assert.equal(alt(['20'], { ...RULES, enzymeMax: undefined }), 'incomplete');
  assert.equal(alt(['20'], RULES, 2), 'incomplete');
  assert.equal(alt(['20', '21'], RULES, 2), 'nonreactive');
  for (const figure of ['', '-1', '1e9', '.5', '5.', '20 U', 'NaN', '0x10', '1234567', '1.2345'])
    assert.equal(alt([figure]), 'unknown', figure);
  assert.equal(alt(['20', 'x']), 'unknown');
  assert.equal(plainNumber('20.5'), 20.5);
});

test('INV-10 exhaustive: an antibody is good by either assay at its dilution, with nothing against it', () => {
  const by = (rules: TestRules, ...list: readonly (readonly [string, string])[]) =>
    effective(
      required('antibody'),
      list.map(([figure, value], at) => reading(at, { figure, value })),
      rules,
    );
  const verdict = (...list: readonly (readonly [string, string])[]) => by(RULES, ...list);
  for (const assay of ['IgG', 'total']) {
    assert.equal(verdict([`${assay} 1:160`, 'reactive']), 'reactive');
    assert.equal(verdict([`${assay} 1:159`, 'reactive']), 'nonreactive');
    assert.equal(verdict([`${assay} 1:160`, 'nonreactive']), 'nonreactive');
    assert.equal(verdict([`${assay} 1:160`, 'indeterminate']), 'indeterminate');
    const against = (dilution: number) =>
      verdict([`${assay} 1:320`, 'reactive'], [`${assay} 1:${dilution}`, 'nonreactive']);
    assert.equal(against(160), 'indeterminate');
    assert.equal(against(161), 'reactive');
  }
  assert.equal(verdict(['IgG 1:80', 'reactive'], ['total 1:160', 'reactive']), 'reactive');
  assert.equal(verdict(['IgG 1:320', 'reactive'], ['total 1:80', 'nonreactive']), 'reactive');
  assert.equal(verdict(), 'incomplete');
  for (const figure of ['', 'IgG', 'IgG 1:0', 'IgM 1:160', 'IgG 1:1600000', 'IgG 1:16x'])
    assert.equal(verdict([figure, 'reactive']), 'unknown', figure);
  assert.equal(verdict(['IgG 1:160', 'wrong']), 'unknown');
  assert.equal(verdict(['IgG 1:160', 'reactive'], ['1:160', 'reactive']), 'unknown');
  assert.equal(
    verdict(['IgG 1:80', 'indeterminate'], ['IgG 1:80', 'nonreactive']),
    'indeterminate',
  );
  const noIgg = { ...RULES, iggMin: undefined };
  assert.equal(by(noIgg, ['IgG 1:160', 'reactive']), 'incomplete');
  assert.equal(by(noIgg, ['IgG 1:160', 'nonreactive']), 'incomplete');
  assert.equal(by(noIgg, ['IgG 1:160', 'reactive'], ['total 1:160', 'reactive']), 'reactive');
  assert.deepEqual(titreOf('total 1:320'), { assay: 'total', dilution: 320 });
});

test('INV-12 exhaustive: two statements under one key conflict when they differ and neither is corrected', () => {
  const keys = ['k', 'l', null];
  const values = ['nonreactive', 'reactive', 'pending'];
  for (const keyA of keys)
    for (const keyB of keys)
      for (const value of values)
        for (const figure of ['', '1'])
          for (const superseded of [false, true]) {
            const one = reading(0, { deviceKey: keyA });
            const two = reading(1, { deviceKey: keyB, value, figure, superseded });
            const differs = value !== one.value || figure !== one.figure;
            const isOpen = !superseded && value !== 'pending';
            const should = keyA !== null && keyA === keyB && differs && isOpen ? 2 : 0;
            const where = `${keyA} ${keyB} ${value} ${figure} ${superseded}`;
            assert.equal(conflictsIn([one, two]).length, should, where);
          }
});

test('INV-13 exhaustive: independent by run, by lot or method, by person, over all pairs', () => {
  for (const id of ['r0', 'r1'])
    for (const runId of ['run0', 'run1'])
      for (const lotId of ['lot', 'lot1'])
        for (const method of ['m', 'n'])
          for (const readers of [[], ['a'], ['b'], ['b', 'a']]) {
            const one = reading(0, { readers: ['a'] });
            const two = reading(0, { id, runId, lotId, method, readers });
            const means = lotId !== 'lot' || method !== 'm';
            const should = id !== 'r0' && runId !== 'run0' && means && !readers.includes('a');
            assert.equal(independent(one, two), should, [id, runId, lotId, method, readers].join());
          }
});

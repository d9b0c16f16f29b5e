import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { acceptable, effective } from '#shared/features/laboratory/effective.ts';
import { rulesOf } from '#shared/features/laboratory/panel.ts';
import type { Reading } from '#shared/features/laboratory/readings.ts';
import { PACK, panelTest } from './world.ts';

const rules = rulesOf(PACK);
const HBV = panelTest('HBV');
const NAT = panelTest('HBV-NAT');
const ALT = panelTest('ALT');
const AB = panelTest('AB');

type Letter = 'N' | 'R' | 'I' | 'X';
const VALUE: Readonly<Record<Letter, string>> = {
  N: 'nonreactive',
  R: 'reactive',
  I: 'indeterminate',
  X: 'invalid',
};

function reading(at: number, more: Partial<Reading> = {}): Reading {
  return {
    id: `r${at}`,
    test: 'HBV',
    sampleId: 's1',
    value: 'nonreactive',
    figure: '',
    runId: `run${at % 2}`,
    lotId: `lot${at % 2}`,
    method: 'ELISA',
    readers: [],
    deviceKey: null,
    at: String(at),
    standing: 'valid',
    superseded: false,
    ...more,
  };
}

/** The statement of INV-11 in its own words, without the code under test. */
function mayBeNonreactive(list: readonly { letter: Letter; valid: boolean }[]): boolean {
  const valid = list.filter((one) => one.valid && one.letter !== 'X');
  const first = valid.findIndex((one) => one.letter !== 'N');
  const tail = first < 0 ? [] : valid.slice(first + 1);
  if (first >= 0 && (tail.length < 2 || tail.some((one) => one.letter !== 'N'))) return false;
  return list.every((one, at) => {
    if (one.letter !== 'R' || one.valid) return true;
    return list.slice(at + 1).filter((o) => o.valid && o.letter === 'N').length >= 2;
  });
}

test('INV-11 every list of up to five readings: non-reactive only by the exact pattern', () => {
  const symbols = (['N', 'R', 'I', 'X'] as const).flatMap((letter) => [
    { letter, valid: true },
    { letter, valid: false },
  ]);
  let lists: { letter: Letter; valid: boolean }[][] = [[]];
  let examined = 0;
  for (let length = 0; length <= 5; length += 1) {
    for (const list of lists) {
      const readings = list.map(({ letter, valid }, at) =>
        reading(at, { value: VALUE[letter], standing: valid ? 'valid' : 'invalid' }),
      );
      const value = effective(HBV, readings, rules);
      examined += 1;
      if (!mayBeNonreactive(list)) assert.notEqual(value, 'nonreactive', JSON.stringify(list));
      const good = readings.filter(
        (one) => one.standing === 'valid' && one.value === 'nonreactive',
      );
      const rounds = new Set(good.map((one) => one.lotId)).size;
      if (mayBeNonreactive(list) && rounds >= 2)
        assert.equal(value, 'nonreactive', JSON.stringify(list));
      if (list.filter((one) => one.valid && one.letter === 'R').length >= 2)
        assert.equal(value, 'repeatReactive', JSON.stringify(list));
    }
    lists = lists.flatMap((list) => symbols.map((one) => [...list, one]));
  }
  assert.ok(examined > 37_000);
});

test('INV-11 a correction does not argue a reactive reading away', () => {
  const list = [
    reading(1, { value: 'reactive', superseded: true }),
    reading(2),
    reading(3, { runId: 'run1', lotId: 'lot1' }),
  ];
  assert.equal(effective(HBV, list.slice(0, 2), rules), 'initiallyReactive');
  assert.equal(effective(HBV, list, rules), 'nonreactive');
});

test('INV-11 repeats count on the same sample only; without a retest rule nothing resolves', () => {
  const initial = reading(1, { value: 'reactive' });
  const elsewhere = [reading(2, { sampleId: 's2' }), reading(3, { sampleId: 's2' })];
  assert.equal(effective(HBV, [initial, ...elsewhere], rules), 'initiallyReactive');
  const here = [reading(2), reading(3)];
  assert.equal(effective(HBV, [initial, ...here], { ...rules, retest: undefined }), 'reactive');
  const nat = [initial, ...here].map((one) => ({ ...one, test: 'HBV-NAT' }));
  assert.equal(effective(NAT, nat, rules), 'reactive');
});

test('INV-10 two rounds need two reagent lots', () => {
  const same = { runId: 'run1', lotId: 'lot1' };
  assert.equal(effective(HBV, [reading(1, same), reading(2, same)], rules), 'incomplete');
  const oneLot = [reading(1, same), reading(2, { runId: 'run2', lotId: 'lot1' })];
  assert.equal(effective(HBV, oneLot, rules), 'incomplete');
  assert.equal(effective(HBV, [reading(1), reading(2)], rules), 'nonreactive');
});

test('INV-10 garbage is never acceptable', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          value: fc.oneof(
            fc.string(),
            fc.constantFrom('pending', 'invalid', 'unknown', 'NaN', '', 'Nonreactive', 'elevated'),
          ),
          figure: fc.oneof(fc.string(), fc.constantFrom('NaN', '-1', '1e1', '0x10', 'IgG 1:0160')),
        }),
        { maxLength: 5 },
      ),
      fc.constantFrom(HBV, NAT, ALT, AB),
      (garbage, required) => {
        const list = garbage
          .filter(({ value }) => value !== 'nonreactive' && value !== 'reactive')
          .filter(({ figure }) => !/^\d+(\.\d+)?$/.test(figure))
          .map((one, at) => reading(at, { ...one, test: required.test }));
        assert.equal(acceptable(required, list, rules), false);
      },
    ),
  );
});

test('INV-10 a pack that lists nonsense, a rule that throws: not good', () => {
  const list = [reading(1), reading(2)];
  assert.equal(acceptable(HBV, list, rules), true);
  assert.equal(acceptable({ ...HBV, acceptable: ['incomplete'] }, [], rules), false);
  assert.equal(acceptable({ ...HBV, acceptable: ['reactive'] }, list, rules), false);
  assert.equal(acceptable({ ...HBV, kind: 'other' as 'nat' }, list, rules), false);
  assert.equal(acceptable({ ...HBV, rounds: 0 }, [], rules), false);
});

test('ALT by its figure: 50 passes, 50.1 does not, without a limit nothing does', () => {
  const alt = (figure: string) => [reading(1, { test: 'ALT', value: 'nonreactive', figure })];
  const table: readonly [string, boolean][] = [
    ['49.9', true],
    ['50', true],
    ['50.0', true],
    ['50.1', false],
    ['400', false],
    ['', false],
    ['22 U/L', false],
  ];
  for (const [figure, good] of table)
    assert.equal(acceptable(ALT, alt(figure), rules), good, figure);
  assert.equal(acceptable(ALT, alt('22'), { ...rules, enzymeMax: undefined }), false);
  assert.equal(
    acceptable(ALT, [...alt('22'), reading(2, { test: 'ALT', figure: '51' })], rules),
    false,
  );
});

test('LAB-5 boundaries: IgG 160 passes, 159 does not; total 320 passes, 319 does not', () => {
  const table: readonly [string, string, boolean][] = [
    ['IgG 1:159', 'reactive', false],
    ['IgG 1:160', 'reactive', true],
    ['IgG 1:320', 'reactive', true],
    ['IgG 1:160', 'nonreactive', false],
    ['total 1:319', 'reactive', false],
    ['total 1:320', 'reactive', true],
    ['total 1:160', 'reactive', false],
    ['IgM 1:320', 'reactive', false],
  ];
  for (const [figure, value, good] of table) {
    const list = [reading(1, { test: 'AB', value, figure })];
    assert.equal(acceptable(AB, list, rules), good, `${figure} ${value}`);
  }
  const both = [
    reading(1, { test: 'AB', value: 'nonreactive', figure: 'IgG 1:160' }),
    reading(2, { test: 'AB', value: 'reactive', figure: 'total 1:320' }),
  ];
  assert.equal(acceptable(AB, both, rules), true);
  const against = [
    reading(1, { test: 'AB', value: 'nonreactive', figure: 'IgG 1:160' }),
    reading(2, { test: 'AB', value: 'reactive', figure: 'IgG 1:160' }),
  ];
  assert.equal(acceptable(AB, against, rules), false);
});

test('INV-12 one key with two contents is a conflict until a correction names one of them', () => {
  const a = reading(1, { test: 'HBV-NAT', deviceKey: 'k' });
  const b = reading(2, { test: 'HBV-NAT', deviceKey: 'k', figure: 'other' });
  assert.equal(effective(NAT, [a, b], rules), 'conflict');
  const correction = reading(3, { test: 'HBV-NAT' });
  assert.equal(effective(NAT, [a, { ...b, superseded: true }, correction], rules), 'nonreactive');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptable,
  type Effective,
  effective,
  isFinallyReactive,
  isInfection,
  testState,
} from '#shared/features/laboratory/effective.ts';
import type { TestRules } from '#shared/features/laboratory/panel.ts';
import type { Reading } from '#shared/features/laboratory/readings.ts';
import type { RequiredTest } from '#shared/features/rulesets/model.ts';
import { RULES, reading, required } from './reading-lists.ts';

const LETTERS = { N: 'nonreactive', R: 'reactive', I: 'indeterminate', X: 'unknownWord' } as const;

type Letter = keyof typeof LETTERS;

/** A letter in lower case stands for a reading of an invalid run. */
const SIGNS = ['N', 'R', 'I', 'X', 'n', 'r', 'i', 'x'];

function listOf(word: string, more: (at: number) => Partial<Reading> = () => ({})) {
  return [...word].map((sign, at) => {
    const value = LETTERS[sign.toUpperCase() as Letter];
    const standing = sign === sign.toUpperCase() ? ('valid' as const) : ('invalid' as const);
    return reading(at, { value, standing, ...more(at) });
  });
}

function* words(most: number): Generator<string> {
  let layer = [''];
  for (let length = 0; length <= most; length += 1) {
    yield* layer;
    layer = layer.flatMap((word) => SIGNS.map((sign) => word + sign));
  }
}

/** INV-11 in words: no doubt without its two later good repeats, none reactive again, enough rounds. */
function mayBeGood(word: string, rounds: number, hasRetest: boolean): boolean {
  if (/X/.test(word)) return false;
  const good = (text: string) => [...text].filter((sign) => sign === 'N').length;
  if (good(word) < rounds) return false;
  return [...word].every((sign, at) => {
    if (sign !== 'R' && sign !== 'I' && sign !== 'r') return true;
    const later = word.slice(at + 1);
    if (sign !== 'r' && (!hasRetest || later.includes('R'))) return false;
    return good(later) >= 2;
  });
}

test('INV-10 INV-11 exhaustive: all lists up to five readings, valid and invalid, against the rule in words', () => {
  let good = 0;
  let count = 0;
  for (const word of words(5)) {
    for (const rounds of [1, 2]) {
      for (const kind of ['marker', 'nat'] as const) {
        count += 1;
        const may = mayBeGood(word, rounds, kind === 'marker');
        const is = acceptable(required(kind, { rounds }), listOf(word), RULES);
        if (is) good += 1;
        assert.ok(may || !is, `${kind} ${word} in ${rounds} rounds`);
        if (/^[Nn]*$/.test(word)) assert.equal(is, may, `${kind} ${word} in ${rounds} rounds`);
      }
    }
  }
  assert.ok(good > 500 && count > 140_000);
});

test('INV-11 a reaction is resolved by two later good repeats of its own sample, never before', () => {
  const marker = required('marker');
  const is = (word: string, more?: (at: number) => Partial<Reading>) =>
    acceptable(marker, listOf(word, more), RULES);
  assert.equal(is('RNN'), true);
  assert.equal(is('NRNN'), true);
  assert.equal(is('RN'), false);
  assert.equal(is('NNR'), false);
  assert.equal(is('RNRN'), false);
  assert.equal(is('rNN'), true);
  assert.equal(is('rN'), false);
  assert.equal(is('INN'), true);
  assert.equal(
    is('RNN', (at) => (at === 2 ? { sampleId: 'other' } : {})),
    false,
  );
  assert.equal(
    is('rNN', (at) => (at === 2 ? { sampleId: 'other' } : {})),
    false,
  );
  assert.equal(
    is('RNN', (at) => (at === 0 ? { superseded: true } : {})),
    true,
  );
  assert.equal(
    is('RN', (at) => (at === 0 ? { superseded: true } : {})),
    false,
  );
  assert.equal(effective(marker, listOf('RR'), RULES), 'repeatReactive');
  assert.equal(effective(marker, listOf('R'), RULES), 'initiallyReactive');
  assert.equal(effective(required('nat'), listOf('R'), RULES), 'reactive');
  assert.equal(effective(required('nat'), listOf('I'), RULES), 'indeterminate');
  assert.equal(effective(marker, listOf('RI'), RULES), 'reactive');
  assert.equal(effective(marker, listOf('II'), RULES), 'indeterminate');
});

test('INV-10 INV-11 a doubtful reading that was resolved is no round of its own', () => {
  const inRuns = (word: string, runs: string, more: Partial<RequiredTest> = {}) => {
    const list = listOf(word, (at) => ({ runId: runs[at] ?? '', lotId: runs[at] ?? '' }));
    return effective(required('marker', { rounds: 2, ...more }), list, RULES);
  };
  for (const word of ['RNN', 'INN']) {
    assert.equal(inRuns(word, 'abb'), 'incomplete', word);
    assert.equal(inRuns(word, 'abc'), 'nonreactive', word);
    assert.equal(inRuns(word, 'abb', { differentReagents: true }), 'incomplete', word);
  }
});

test('INV-11 an invalid reaction keeps the test open until its repeats, by the pack’s number or by two', () => {
  const { retest: _retest, ...none } = RULES;
  const one = { ...RULES, retest: { repeats: 1, kinds: ['marker'] as const } };
  const is = (word: string, rules: TestRules) => effective(required('marker'), listOf(word), rules);
  assert.equal(is('r', RULES), 'initiallyReactive');
  assert.equal(is('rN', RULES), 'initiallyReactive');
  assert.equal(is('rN', { ...none, retest: undefined }), 'initiallyReactive');
  assert.equal(is('rNN', { ...none, retest: undefined }), 'nonreactive');
  assert.equal(is('rN', one), 'nonreactive');
  assert.equal(is('n', RULES), 'incomplete');
});

test('INV-10 INV-12 a test is judged by its own readings; another’s conflict or reaction is not its own', () => {
  const marker = required('marker');
  const good = reading(0);
  const key = { test: 'U', deviceKey: 'k' };
  const others = [reading(1, key), reading(2, { ...key, value: 'reactive' })];
  assert.equal(effective(marker, [good, ...others], RULES), 'nonreactive');
  const own = others.map((one) => ({ ...one, test: 'T' }));
  assert.equal(effective(marker, [good, ...own], RULES), 'conflict');
});

test('INV-11 exhaustive: what is an infection, what is reactive for good, and in what state a test is', () => {
  const kinds = ['marker', 'nat', 'enzyme', 'antibody', 'abo', 'rhd'] as const;
  assert.deepEqual(kinds.filter(isInfection), ['marker', 'nat']);
  const values: readonly Effective[] = [
    'nonreactive',
    'reactive',
    'initiallyReactive',
    'repeatReactive',
    'elevated',
    'indeterminate',
    'unknown',
    'conflict',
    'incomplete',
  ];
  assert.deepEqual(values.filter(isFinallyReactive), ['reactive', 'repeatReactive']);
  const state = (word: string) => testState(required('marker'), listOf(word), RULES);
  const states = ['', 'N', 'R', 'RN', 'RNN', 'RR', 'I', 'X', 'r'].map(state);
  assert.deepEqual(states, [
    'pending',
    'qualified',
    'pending',
    'pending',
    'qualified',
    'unqualified',
    'unqualified',
    'unqualified',
    'pending',
  ]);
  const rival = [reading(0, { deviceKey: 'k' }), reading(1, { deviceKey: 'k', value: 'reactive' })];
  assert.equal(testState(required('marker'), rival, RULES), 'pending');
});

test('INV-10 exhaustive: rounds are of different runs, and of different reagents where the pack asks it', () => {
  for (const rounds of [0, 1, 2, 3])
    for (const differentReagents of [false, true])
      for (const runs of ['aab', 'abc', 'aaa'])
        for (const lots of ['xxx', 'xyx', 'xyz']) {
          const list = listOf('NNN', (at) => ({ runId: runs[at] ?? '', lotId: lots[at] ?? '' }));
          const sizes = [new Set(runs).size, ...(differentReagents ? [new Set(lots).size] : [])];
          const should = rounds >= 1 && Math.min(...sizes) >= rounds;
          const is = acceptable(required('marker', { rounds, differentReagents }), list, RULES);
          assert.equal(is, should, `${rounds} ${differentReagents} ${runs} ${lots}`);
        }
});

test('INV-10 exhaustive: what the pack does not list is not acceptable, and no other kind passes as one', () => {
  for (const list of [[], ['reactive'], ['nonreactive', 'reactive'], ['indeterminate']]) {
    const is = acceptable(required('marker', { acceptable: list }), listOf('N'), RULES);
    assert.equal(is, list.includes('nonreactive'));
  }
  for (const kind of ['abo', 'rhd'] as const)
    assert.equal(acceptable(required(kind), listOf('NN'), RULES), false);
  assert.equal(
    acceptable({ ...required('marker'), kind: 'x' as never }, listOf('N'), RULES),
    false,
  );
  const other = [reading(0, { test: 'U' })];
  assert.equal(acceptable(required('marker'), other, RULES), false);
  for (const value of ['invalid', 'pending', '', 'NaN', 'negative'])
    assert.equal(acceptable(required('marker'), [reading(0, { value })], RULES), false, value);
  assert.equal(acceptable(required('marker'), [reading(0, { standing: 'pending' })], RULES), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allMet, groupVerdicts, testsVerdicts } from '#shared/features/laboratory/verdicts.ts';
import type { RuleVerdict } from '#shared/features/rulesets/model.ts';
import { DIN, panelTest, result, run, TODAY, type World, world } from './world.ts';

const verdict = (word: RuleVerdict['verdict']) => ({ verdict: word }) as RuleVerdict;

test('INV-10 a gate is met by verdicts that are all met or do not apply, and never by none', () => {
  const met = (...words: readonly RuleVerdict['verdict'][]) => allMet(words.map(verdict));
  assert.equal(met(), false);
  assert.equal(met('met'), true);
  assert.equal(met('notApplicable'), true);
  assert.equal(met('met', 'notApplicable'), true);
  for (const word of ['notMet', 'missing', 'caution'] as const) {
    assert.equal(met(word), false, word);
    assert.equal(met('met', word), false, word);
    assert.equal(met(word, 'met'), false, word);
  }
});

interface Told {
  readonly test: string;
  readonly value: string;
  readonly figure?: string;
  readonly lot?: string;
  readonly more?: object;
}

/** A world with readings of runs of their own. */
function read(...list: readonly Told[]): World {
  const at = world();
  list.forEach(({ test: name, value, figure = '', lot = `lot-${list.length}`, more = {} }, n) => {
    const labRun = run(`run-${n}`, name, lot);
    at.put('labRun', labRun);
    at.put('result', result(`r-00${n}`, labRun, value, { figure, ...more }));
  });
  return at;
}

/** Verdict, input in both languages and what was replaced, of one test. */
function said(ruleId: string, at: World) {
  const found = [...testsVerdicts(at.rows, DIN, TODAY), ...groupVerdicts(at.rows, DIN)];
  const one = found.find((each) => each.ruleId === ruleId);
  return [one?.verdict, one?.input.zh, one?.replaced.map(({ zh }) => zh)];
}

test('INV-10 one verdict for each required test except the groups, which have their own two', () => {
  const ids = testsVerdicts(world().rows, DIN, TODAY).map(({ ruleId }) => ruleId);
  assert.ok(ids.includes('HBV') && ids.includes('ALT'));
  assert.ok(!ids.includes('ABO') && !ids.includes('RhD'));
  assert.deepEqual(
    groupVerdicts(world().rows, DIN).map(({ ruleId }) => ruleId),
    ['ABO', 'RhD'],
  );
});

test('what was read of an infection stays out of the gate: only its state and its rounds', () => {
  const rounds = panelTest('HBV').rounds;
  const good = { test: 'HBV', value: 'nonreactive' };
  assert.deepEqual(said('HBV', read()), ['missing', `待检 · 0/${rounds}`, []]);
  const one = read({ ...good, lot: 'lot-1' });
  assert.deepEqual(said('HBV', one), ['missing', `待检 · 1/${rounds}`, []]);
  const both = read({ ...good, lot: 'lot-1' }, { ...good, lot: 'lot-2' });
  assert.deepEqual(said('HBV', both), ['met', `合格 · ${rounds}/${rounds}`, []]);
  const three = read(...['lot-1', 'lot-2', 'lot-3'].map((lot) => ({ ...good, lot })));
  assert.deepEqual(said('HBV', three), ['met', `合格 · ${rounds}/${rounds}`, []]);
  const bad = { test: 'HBV', value: 'reactive' };
  const reactive = read({ ...bad, lot: 'lot-1' }, { ...bad, lot: 'lot-2' });
  assert.equal(said('HBV', reactive)[0], 'notMet');
  assert.match(String(said('HBV', reactive)[1]), /^未合格/);
});

test('what is no infection is told as it was read, with the readings that a correction replaced', () => {
  const alt = (...list: readonly (readonly [value: string, figure: string, more?: object])[]) =>
    said(
      'ALT',
      read(...list.map(([value, figure, more]) => ({ test: 'ALT', value, figure, more }))),
    );
  assert.deepEqual(alt(), ['missing', '未完成 · 0/1', []]);
  assert.deepEqual(alt(['value', '50']), ['met', '未超上限 · 50 · 1/1', []]);
  assert.deepEqual(alt(['value', '51']), ['notMet', '高于上限 · 51 · 1/1', []]);
  assert.deepEqual(alt(['value', '51'], ['value', '31', { supersedes: 'r-000' }]), [
    'met',
    '未超上限 · 31 · 1/1',
    ['value 51 (2026-11-22 04:00Z)'],
  ]);
  const reading = { test: 'ALT', value: 'value', figure: '31' };
  const two = read(reading, { ...reading, figure: '32' });
  assert.equal(
    said('ALT', two)[1],
    '未超上限 · 32 · 1/1',
    'the last one, no more rounds than asked',
  );
  const foreign = read(
    reading,
    { test: 'AB', value: 'reactive', figure: 'IgG 1:160' },
    {
      test: 'AB',
      value: 'reactive',
      figure: 'IgG 1:320',
      more: { supersedes: 'r-001' },
    },
  );
  assert.deepEqual(said('ALT', foreign), ['met', '未超上限 · 31 · 1/1', []]);
  assert.deepEqual(said('AB', foreign)[2]?.length, 1);
  assert.doesNotMatch(
    String(said('AB', read({ test: 'AB', value: 'reactive', figure: 'IgG 1:80' }))[1]),
    /上限/,
  );
  const silent = alt(['value', ''], ['value', '31', { supersedes: 'r-000' }]);
  assert.deepEqual(silent[2], ['value (2026-11-22 04:00Z)']);
});

test('INV-13 a group is met when confirmed, missing while it waits, not met when readings disagree', () => {
  const group = (name: 'ABO' | 'RhD', ...values: readonly string[]) =>
    said(
      name,
      read(
        ...values.map((value, at) => ({
          test: name,
          value,
          lot: `lot-${at + 1}`,
          more: { readers: [`人${at}`], sampleId: `${DIN}:group` },
        })),
      ),
    ).slice(0, 2);
  const few = '缺两次独立的一致结果';
  assert.deepEqual(group('ABO'), ['missing', `— · ${few}`]);
  assert.deepEqual(group('ABO', 'A'), ['missing', `A · ${few}`]);
  assert.deepEqual(group('ABO', 'A', 'A'), ['met', 'A · A / A']);
  assert.deepEqual(group('ABO', 'A', 'B'), ['notMet', 'A / B · 结果不一致']);
  const one = { test: 'ABO', lot: 'lot-1', more: { readers: ['甲'] } };
  const both = said('ABO', read({ ...one, value: 'A' }, { ...one, value: 'B' }));
  assert.deepEqual(both.slice(0, 2), ['notMet', `A / B · 结果不一致 · ${few}`]);
  assert.deepEqual(group('RhD', 'positive'), ['missing', `阳性 · ${few}`]);
  assert.deepEqual(group('RhD', 'positive', 'positive'), ['met', '阳性 · 阳性 / 阳性']);
  assert.deepEqual(group('RhD', 'negative', 'negative'), ['missing', '阴性 / 阴性 · 缺弱 D 确证']);
});

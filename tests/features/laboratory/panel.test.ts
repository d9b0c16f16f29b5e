import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packsOf, requirementsOf, rulesOf } from '#shared/features/laboratory/panel.ts';
import { testsVerdicts } from '#shared/features/laboratory/verdicts.ts';
import { DIN, DONATION, PACK, TODAY, world } from './world.ts';

/** A world with one pack from a day on, and another up to the day before where it is wanted. */
function adopted(from: string, before = false, content = PACK) {
  const at = world();
  const row = at.rows.get('rulePack', 'f'.repeat(64));
  assert.ok(row);
  at.put('rulePack', { ...row, inForceFrom: from, content });
  if (before)
    at.put('rulePack', { ...row, id: 'e'.repeat(64), inForceTo: '2026-11-21', content: PACK });
  return at.put('donation', { ...DONATION, localDate: '2026-11-20' });
}

const hashes = (at: ReturnType<typeof adopted>, din = DIN, today = TODAY) =>
  packsOf(at.rows, din, today)?.map(({ id }) => id[0]);

test('INV-10 the packs of the collection and of today judge, each once; without either nobody does', () => {
  assert.deepEqual(hashes(adopted('2020-01-01')), ['f']);
  assert.deepEqual(hashes(adopted('2026-11-22', true)), ['e', 'f']);
  assert.equal(hashes(adopted('2026-11-22')), undefined, 'none at collection');
  assert.equal(hashes(adopted('2026-11-30', true)), undefined, 'none today');
  assert.equal(hashes(adopted('2020-01-01'), 'A999926000999'), undefined, 'no such donation');
  assert.deepEqual(requirementsOf(adopted('2026-11-22').rows, DIN, TODAY), []);
  const [verdict] = testsVerdicts(adopted('2026-11-22').rows, DIN, TODAY);
  assert.deepEqual([verdict?.ruleId, verdict?.verdict], ['SITE-PANEL', 'missing']);
});

test('INV-10 a type that either pack does not know has no panel, so that no gate is met', () => {
  const panel = PACK.donationTypes[0]?.panel.length ?? 0;
  assert.equal(requirementsOf(adopted('2026-11-22', true).rows, DIN, TODAY).length, 2 * panel);
  const without = adopted('2026-11-22', true, { ...PACK, donationTypes: [] });
  assert.deepEqual(requirementsOf(without.rows, DIN, TODAY), []);
});

test('INV-10 a figure of the laboratory’s rules counts above nought; anything else is no figure', () => {
  const figure = (value: number | string) => {
    const bent = PACK.rules.map((rule) => {
      if (rule.id === 'LAB-3') return { ...rule, params: { maxUnitsPerLitre: value } };
      return rule.id === 'LAB-5'
        ? { ...rule, params: { iggTitre: value, totalTitre: value } }
        : rule.id === 'SITE-RETEST'
          ? { ...rule, params: { validNonreactiveRepeats: value } }
          : rule;
    });
    return rulesOf({ ...PACK, rules: bent });
  };
  const none = { retest: undefined, enzymeMax: undefined, iggMin: undefined, totalMin: undefined };
  for (const value of [0, -1, '2']) assert.deepEqual(figure(value), none, String(value));
  assert.equal(figure(1).enzymeMax, 1);
  assert.deepEqual(figure(2), {
    retest: { repeats: 2, kinds: [] },
    enzymeMax: 2,
    iggMin: 2,
    totalMin: 2,
  });
});

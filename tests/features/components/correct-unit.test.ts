import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveComponents } from '#shared/features/components/evolve.ts';
import { correctUnit } from '#shared/features/components/rules/correct-unit.ts';
import { DIN, type World } from '../laboratory/world.ts';
import { A0, code, HALVES, split } from './bench.ts';

const typed = (at: World, volumeMl: number, netGrams = 205, unitId = A0) =>
  correctUnit({ unitId, volumeMl, netGrams, code: 'mistyped' }, at.ctx());

test('a mistyped part is put right within the mother, its size and before its label', () => {
  // The mother is 420 mL and the other half 200 mL.
  const table = [
    [200, 205, 'components.nothingCorrected'],
    [221, 205, 'components.volumeExceeds'],
    [220, 205, 'components.bagSize'],
    [199, 205, 'accepted'],
    [200, 206, 'accepted'],
    [49, 205, 'components.bagSize'],
  ] as const;
  for (const [volumeMl, grams, expected] of table)
    assert.equal(code(typed(split(), volumeMl, grams)), expected, `${volumeMl} ${grams}`);
  assert.equal(code(typed(split(), 190, 205, 'none')), 'components.unitUnknown');
  const at = split();
  at.take(typed(at, 190));
  const unit = at.rows.get('unit', A0);
  assert.deepEqual([unit?.volumeMl, unit?.netGrams], [190, 205]);
});

test('with a label that lives, or past quarantine, the label goes first', () => {
  for (const state of ['printed', 'applied', 'void'] as const) {
    const at = split();
    at.put('label', { id: 'L1', unitId: A0, din: DIN, state } as never);
    assert.equal(code(typed(at, 190)), state === 'void' ? 'accepted' : 'components.labelFirst');
  }
  for (const state of ['quarantine', 'labelled', 'released', 'issued', 'discarded'] as const) {
    const at = split();
    const unit = at.rows.get('unit', A0);
    assert.ok(unit);
    at.put('unit', { ...unit, state });
    assert.equal(
      code(typed(at, 190)),
      state === 'quarantine' ? 'accepted' : 'components.labelFirst',
    );
  }
});

test('the newest correction stands, also against an elder plan that arrives late', () => {
  const at = split();
  const before = at.rows.get('unit', A0);
  assert.ok(before);
  const word = (seq: number) => ({
    at: `2030-01-01T00:00:0${seq}.000Z`,
    station: 's',
    seq,
    body: { unitId: A0, din: DIN, volumeMl: 180 + seq, netGrams: 200, code: 'mistyped' },
  });
  const body = { unitId: A0, din: DIN, inProcessSerial: before.inProcessSerial, ...HALVES[0] };
  const elder = { at: '2000-01-01T00:00:00.000Z', body };
  const played = (order: readonly (readonly ['corrected' | 'created', unknown])[]) => {
    let row = before;
    for (const [what, entry] of order) {
      const read = { get: () => row, by: () => [], all: () => [] };
      const evolve =
        what === 'corrected'
          ? evolveComponents['components.unitCorrected']
          : evolveComponents['components.unitCreated'];
      for (const change of evolve?.(read as never, entry as never) ?? []) row = change.row as never;
    }
    return row.volumeMl;
  };
  const [one, two, late] = [
    ['corrected', word(1)],
    ['corrected', word(2)],
    ['created', elder],
  ] as const;
  for (const order of [
    [one, two, late],
    [two, one, late],
    [late, two, one],
    [two, late, one],
  ])
    assert.equal(played(order), 182);
});

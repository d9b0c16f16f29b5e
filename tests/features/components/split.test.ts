import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planSplit, verifyInProcess } from '#shared/features/components/rules/split.ts';
import { processVerdicts } from '#shared/features/components/verdicts.ts';
import { DIN, DONATION, PACK, TODAY, type World, world } from '../laboratory/world.ts';
import { A0, code, HALVES, mother, received, split } from './bench.ts';

test('split: units carry division, own serial, product expiry and the freezing limit', () => {
  const at = split();
  const units = at.rows.by('unit', 'din', DIN);
  assert.deepEqual(
    units.map((unit) => unit.division),
    ['A0', 'B0'],
  );
  assert.equal(new Set(units.map((unit) => unit.inProcessSerial)).size, 2);
  assert.equal(units[0]?.expiresAt, '2027-11-22T02:42:00.000Z');
  assert.equal(units[0]?.freezeBy, '2026-11-22T09:30:00.000Z');
});

test('split: parts never exceed the mother; before intake, twice or of an unknown product: refused', () => {
  const plan = (parts: typeof HALVES, at = received()) =>
    code(planSplit({ din: DIN, inactivated: true, parts }, at.ctx()));
  const parts = (...volumes: number[]) =>
    volumes.map((volumeMl) => ({ volumeMl, netGrams: volumeMl }));
  assert.equal(plan(parts(140, 140, 140)), 'accepted');
  assert.equal(plan(parts(140, 140, 141)), 'components.volumeExceeds');
  assert.equal(plan(HALVES, world()), 'components.notReceived');
  assert.equal(plan(HALVES, split()), 'components.alreadySplit');
  const running = received().put('donation', { ...DONATION, endedAt: null });
  assert.equal(plan(HALVES, running), 'components.notCollected');
});

test('PREP-2: every bag within its limits; only a mother below one bag stays whole', () => {
  const plan = (volumes: readonly number[], at = received()) => {
    const parts = volumes.map((volumeMl) => ({ volumeMl, netGrams: volumeMl }));
    return code(planSplit({ din: DIN, inactivated: true, parts }, at.ctx()));
  };
  const small = (productMl: number) =>
    received().put('donation', { ...DONATION, productMl, plasmaMl: productMl });
  const table: readonly [readonly number[], string][] = [
    [[200, 200], 'accepted'],
    [[100, 100, 200], 'accepted'],
    [[200], 'accepted'],
    [[201, 199], 'components.bagSize'],
    [[99, 200], 'components.bagSize'],
    [[420], 'components.bagSize'],
  ];
  for (const [volumes, outcome] of table) assert.equal(plan(volumes), outcome, volumes.join());
  assert.equal(plan([99], small(99)), 'accepted');
  assert.equal(plan([50, 49], small(99)), 'components.bagSize');
  assert.equal(plan([90], small(100)), 'components.bagSize');
  const held = small(99);
  const parts = [{ volumeMl: 99, netGrams: 102 }];
  held.take(planSplit({ din: DIN, inactivated: true, parts }, held.ctx()));
  const verdicts = processVerdicts(held.rows, `${DIN}:D0001V00:00`, TODAY);
  assert.equal(verdicts.find((one) => one.ruleId === 'PREP-2-VOL')?.verdict, 'notMet');
});

test('PREP-2: of two packs the stricter counts; a pack without the rule stops the split', () => {
  const with2 = (params: Record<string, number> | undefined) => {
    const rules = PACK.rules.flatMap((rule) =>
      rule.id !== 'PREP-2' ? [rule] : params ? [{ ...rule, params }] : [],
    );
    const content = { ...PACK, rules };
    const at = received();
    const row = at.rows.get('rulePack', 'f'.repeat(64));
    return at
      .put('rulePack', { ...row!, id: 'e'.repeat(64), inForceFrom: TODAY, content })
      .put('donation', { ...DONATION, localDate: '2026-11-21' });
  };
  const plan = (at: World, ...volumes: number[]) => {
    const parts = volumes.map((volumeMl) => ({ volumeMl, netGrams: volumeMl }));
    return code(planSplit({ din: DIN, inactivated: true, parts }, at.ctx()));
  };
  assert.equal(plan(with2({ minMl: 150, maxMl: 250 }), 150, 200), 'accepted');
  assert.equal(plan(with2({ minMl: 150, maxMl: 250 }), 140), 'components.bagSize');
  assert.equal(plan(with2({ minMl: 150, maxMl: 250 }), 201), 'components.bagSize');
  assert.equal(plan(with2(undefined), 200), 'components.bagLimitsUnknown');
  assert.equal(plan(with2({ minMl: 150 }), 200), 'components.bagLimitsUnknown');
});

test('the cut: mother and in-process label are both read; any other code stops', () => {
  const at = split();
  const own = at.rows.get('unit', A0)?.inProcessSerial ?? '';
  const sister = at.rows.get('unit', `${DIN}:D0001V00:B0`)?.inProcessSerial ?? '';
  const good = mother(at);
  const scan = (motherScan: string, serial: string) =>
    code(verifyInProcess({ unitId: A0, mother: motherScan, serial }, at.ctx()));
  assert.equal(scan(DIN, own), 'components.motherMismatch');
  assert.equal(scan(own, own), 'components.motherMismatch');
  assert.equal(scan(good, sister), 'components.serialMismatch');
  assert.equal(scan(good, `&a${own} `), 'components.serialMismatch');
  assert.equal(scan(good, `&a${own}`), 'accepted');
});

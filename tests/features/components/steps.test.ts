import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { liftHold, placeHold } from '#shared/features/components/rules/holds.ts';
import {
  placeOfScan,
  putInFreezer,
  quarantine,
  recordFrozen,
  recordInactivation,
} from '#shared/features/components/rules/process.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { DIN, NOW, PACK, TODAY, type World } from '../laboratory/world.ts';
import { A0, code, received, split, verified } from './bench.ts';

const B0 = `${DIN}:D0001V00:B0`;

/** A checked sub-bag with other facts. */
const part = (more: Partial<AllRows['unit']> = {}) => bent(verified(), more);

function bent(at: World, more: Partial<AllRows['unit']>): World {
  const unit = at.rows.get('unit', A0);
  assert.ok(unit);
  return at.put('unit', { ...unit, ...more });
}

const bentPlace = (at: World, id: string, more: Partial<AllRows['place']>) => {
  const place = at.rows.get('place', id);
  assert.ok(place);
  return at.put('place', { ...place, ...more });
};

const inactivate = (at: World, unitId = A0) =>
  recordInactivation({ unitId, done: true, method: 'mb', code: 'MB-1' }, at.ctx());
const freeze = (at: World, place = 'FREEZER-1', unitId = A0) =>
  putInFreezer({ unitId, place }, at.ctx());
const frozen = (at: World, coreTenthsC = -301, unitId = A0) =>
  recordFrozen({ unitId, coreTenthsC }, at.ctx());
const own = (at: World) => at.rows.get('unit', A0)?.inProcessSerial ?? '';
const shelve = (at: World, place = 'SHELF-1', unitId = A0) =>
  quarantine({ unitId, container: own(at), place }, at.ctx());

const IN = { inactivation: 'done', freezerInAt: NOW } as const;
const COLD = { ...IN, frozenAt: NOW } as const;

test('each step is of a known unit in process, a part of one only after its check', () => {
  const steps: readonly ((at: World, unitId?: string) => Decision<unknown, unknown>)[] = [
    inactivate,
    (at, unitId) => freeze(at, undefined, unitId),
    (at, unitId) => frozen(at, undefined, unitId),
    (at, unitId) => shelve(at, undefined, unitId),
  ];
  for (const step of steps) {
    assert.equal(code(step(part(), 'nothing')), 'components.unitUnknown');
    assert.equal(code(step(part({ state: 'quarantine' }))), 'components.notInProcess');
    assert.equal(code(step(split())), 'components.notVerified');
    assert.equal(code(step(verified(), B0)), 'components.notVerified');
    const whole = code(step(bent(split(), { division: '00' })));
    assert.notEqual(whole, 'components.notVerified', 'a whole unit has no check');
  }
});

test('inactivation is recorded once, and before freezing', () => {
  assert.equal(code(inactivate(part())), 'accepted');
  for (const inactivation of ['done', 'notDone'] as const)
    assert.equal(code(inactivate(part({ inactivation }))), 'components.alreadyInactivated');
  assert.equal(code(inactivate(part({ frozenAt: NOW }))), 'components.alreadyFrozen');
});

test('the freezer: after inactivation, once, an active freezer by its code, its id or its square', () => {
  assert.equal(code(freeze(part())), 'components.inactivationOpen');
  const ready = () => part({ inactivation: 'done' });
  assert.equal(code(freeze(ready())), 'accepted');
  assert.equal(code(freeze(part({ inactivation: 'notDone' }))), 'accepted');
  assert.equal(code(freeze(part(IN))), 'components.alreadyInFreezer');
  assert.equal(code(freeze(ready(), 'nowhere')), 'components.notAFreezer');
  assert.equal(code(freeze(ready(), 'SHELF-1')), 'components.notAFreezer');
  const away = bentPlace(ready(), 'freezer-1', { active: false });
  assert.equal(code(freeze(away)), 'components.notAFreezer');
  const at = bentPlace(ready(), 'freezer-1', { code: 'F1' });
  const square = encodeStationCode('place', 'F1') ?? '';
  for (const text of ['F1', 'freezer-1', square])
    assert.equal(placeOfScan(at.rows, text)?.id, 'freezer-1', text);
  assert.equal(placeOfScan(at.rows, square.slice(0, -1)), undefined, 'a spoilt square');
  assert.equal(placeOfScan(at.rows, encodeStationCode('chair', 'F1') ?? ''), undefined);
  at.take(freeze(at, square));
  const unit = at.rows.get('unit', A0);
  assert.deepEqual([unit?.placeId, unit?.freezerInAt], ['freezer-1', NOW]);
});

test('INV-22 frozen: out of the freezer, once, as cold as the site or the product asks, late or in time', () => {
  assert.equal(code(frozen(part({ inactivation: 'done' }))), 'components.notInFreezer');
  assert.equal(code(frozen(part(COLD))), 'components.alreadyFrozen');
  assert.equal(code(frozen(part(IN), -300)), 'accepted');
  assert.equal(code(frozen(part(IN), -299)), 'components.notFrozenYet');
  const refusal = frozen(part(IN), -299);
  assert.deepEqual(refusal.kind === 'refused' && refusal.reasons[0]?.params, {
    core: -29.9,
    limit: -30,
  });
  const under = (rules: typeof PACK.rules, more: object = {}) => {
    const at = part(IN);
    const row = at.rows.get('rulePack', 'f'.repeat(64));
    assert.ok(row);
    return at.put('rulePack', { ...row, ...more, content: { ...PACK, rules } });
  };
  const [first] = PACK.rules;
  assert.ok(first);
  const core = { ...first, id: 'SITE-CORE', params: { maxTenthsC: -250 } };
  const without = PACK.rules.filter(({ id }) => id !== 'SITE-CORE');
  assert.equal(code(frozen(under([...without, core]), -250)), 'accepted');
  assert.equal(code(frozen(under([...without, core]), -249)), 'components.notFrozenYet');
  const storage = PACK.donationTypes[0]?.products[0]?.storageMaxTenthsC ?? 0;
  assert.equal(code(frozen(under(without), storage)), 'accepted');
  assert.equal(code(frozen(under(without), storage + 1)), 'components.notFrozenYet');
  const stranger = bent(under(without), { productCode: 'X0000V00' });
  assert.equal(code(frozen(stranger)), 'components.productUnknown');
  const late = (freezeBy: string) => {
    const decision = frozen(part({ ...IN, freezeBy }));
    return decision.kind === 'accepted' && decision.output.late;
  };
  assert.deepEqual([late(NOW), late('2026-11-22T05:59:59.999Z')], [false, true]);
});

test('the site’s own core rule is asked of the pack of the site’s day', () => {
  const at = part(IN);
  const row = at.rows.get('rulePack', 'f'.repeat(64));
  const [first] = PACK.rules;
  assert.ok(row && first);
  const core = { ...first, id: 'SITE-CORE', params: { maxTenthsC: -500 } };
  const rules = [...PACK.rules.filter(({ id }) => id !== 'SITE-CORE'), core];
  const content = { ...PACK, rules };
  at.put('rulePack', { ...row, id: 'e'.repeat(64), inForceFrom: TODAY, content });
  // Half past midnight at the site is the day before in Greenwich.
  at.now = '2026-11-21T16:30:00.000Z';
  assert.equal(code(frozen(at, -400)), 'components.notFrozenYet');
});

test('quarantine: frozen, its own bag in the hand, an active quarantine place', () => {
  assert.equal(code(shelve(part(IN))), 'components.notFrozen');
  assert.equal(code(shelve(part(COLD))), 'accepted');
  assert.equal(code(shelve(part(COLD), 'nowhere')), 'components.notQuarantine');
  assert.equal(code(shelve(part(COLD), 'FREEZER-1')), 'components.notQuarantine');
  const away = bentPlace(part(COLD), 'shelf-1', { active: false });
  assert.equal(code(shelve(away)), 'components.notQuarantine');
  const named = (more: object) => {
    const at = part({ ...COLD, ...more });
    const decision = quarantine({ unitId: A0, container: 'x', place: 'SHELF-1' }, at.ctx());
    return decision.kind === 'refused' && decision.reasons[0]?.params;
  };
  assert.deepEqual(named({}), { expected: `${DIN} A0`, scanned: 'x' });
  assert.deepEqual(named({ division: '00' }), { expected: DIN, scanned: 'x' });
});

test('INV-21 a hold by hand withdraws the release of what it reaches, and of nothing else', () => {
  const withdrawn = (scope: 'unit' | 'donation', target: string) => {
    const at = split();
    for (const id of [A0, B0]) {
      const unit = at.rows.get('unit', id);
      assert.ok(unit);
      at.put('unit', { ...unit, state: 'released' });
      at.put('unit', { ...unit, id: `${id}~`, state: 'labelled' });
    }
    const hold = { scope, target, code: 'identityDoubt', why: '说不清' } as const;
    const decision = placeHold(hold, at.ctx());
    if (decision.kind === 'refused') return code(decision);
    assert.deepEqual(decision.events[0]?.reason, '说不清');
    return decision.events.slice(1).map(({ body }) => (body as { unitId: string }).unitId);
  };
  assert.deepEqual(withdrawn('donation', DIN), [A0, B0]);
  assert.deepEqual(withdrawn('unit', A0), [A0]);
  assert.deepEqual(withdrawn('unit', `${A0}~`), []);
  assert.equal(withdrawn('unit', DIN), 'components.targetUnknown');
  assert.equal(withdrawn('donation', A0), 'components.targetUnknown');
  const none = placeHold(
    { scope: 'donation', target: DIN, code: 'identityDoubt', why: 'x' },
    received().ctx(),
  );
  assert.equal(code(none), 'accepted', 'a donation without units yet');
});

test('INV-23 a hold is lifted by the site’s own day, and only one that is known', () => {
  const at = split();
  // Half past midnight at the site: the deferral that stood up to yesterday is over.
  at.now = '2026-11-21T16:30:00.000Z';
  const late = { holdId: 'h', scope: 'unit', target: A0, din: DIN } as const;
  at.record([
    event('components.held', { ...late, code: 'lateInformation', source: 'x' }),
    event('donors.deferred', {
      deferralId: 'late:x',
      donorId: 'donor-1',
      kind: 'temporary',
      code: 'lateInformation',
      marker: null,
      programme: null,
      startsOn: '2026-11-01',
      until: '2026-11-21',
      hidden: false,
    }),
  ]);
  const told = { id: 'x', donorId: 'donor-1', din: DIN, code: 'fever', receivedAt: NOW, by: 'x' };
  at.put('lateInformation', told);
  assert.equal(code(liftHold({ holdId: 'h', why: '已过' }, at.ctx())), 'accepted');
  const row = at.rows.get('deferral', 'late:x');
  assert.ok(row);
  at.put('deferral', { ...row, until: TODAY });
  assert.equal(code(liftHold({ holdId: 'h', why: '已过' }, at.ctx())), 'components.causeStands');
  assert.equal(code(liftHold({ holdId: 'x', why: 'x' }, at.ctx())), 'components.holdUnknown');
});

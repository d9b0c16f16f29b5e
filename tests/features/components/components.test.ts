import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { event } from '#shared/contract/events.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import type { UnitState } from '#shared/features/components/model.ts';
import { expiryOf } from '#shared/features/components/product.ts';
import { liftHold, placeHold } from '#shared/features/components/rules/holds.ts';
import { holdOverdue } from '#shared/features/components/rules/overdue.ts';
import {
  putInFreezer,
  quarantine,
  recordFrozen,
  recordInactivation,
} from '#shared/features/components/rules/process.ts';
import { holdVerdicts, processVerdicts } from '#shared/features/components/verdicts.ts';
import { allMet } from '#shared/features/laboratory/verdicts.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { DIN, TODAY, type World } from '../laboratory/world.ts';
import { A0, code, mother, received, split, verified } from './bench.ts';

function frozenAt(minutesAfterLimit: number): World {
  const at = verified();
  at.take(
    recordInactivation({ unitId: A0, done: true, method: 'methyleneBlue', code: 'MB-1' }, at.ctx()),
  );
  at.take(putInFreezer({ unitId: A0, place: 'FREEZER-1' }, at.ctx()));
  const limit = Date.parse(at.rows.get('unit', A0)?.freezeBy ?? '');
  at.now = new Date(limit + minutesAfterLimit * 60_000).toISOString();
  at.take(recordFrozen({ unitId: A0, coreTenthsC: -301 }, at.ctx()));
  return at;
}

test('freezing: at the limit it is in time, a minute later the unit is held', () => {
  assert.deepEqual(activeHolds(frozenAt(0).rows, A0), []);
  const late = frozenAt(1);
  assert.deepEqual(
    activeHolds(late.rows, A0).map((hold) => hold.code),
    ['overFreezeLimit'],
  );
  const [hold] = activeHolds(late.rows, A0);
  const lift = liftHold({ holdId: hold?.id ?? '', why: 'because' }, late.ctx());
  assert.equal(code(lift), 'components.causeStands');
});

test('process: each step only after the one before, and gates show it', () => {
  const at = verified();
  const freezer = { unitId: A0, place: 'FREEZER-1' };
  assert.equal(code(putInFreezer(freezer, at.ctx())), 'components.inactivationOpen');
  assert.equal(allMet(processVerdicts(at.rows, A0, TODAY)), false);
  const done = frozenAt(-10);
  const bag = done.rows.get('unit', A0)?.inProcessSerial ?? '';
  assert.equal(
    code(recordFrozen({ unitId: A0, coreTenthsC: -301 }, done.ctx())),
    'components.alreadyFrozen',
  );
  assert.equal(
    code(quarantine({ unitId: A0, container: bag, place: 'FREEZER-1' }, done.ctx())),
    'components.notQuarantine',
  );
  assert.equal(allMet(processVerdicts(done.rows, A0, TODAY)), false);
  const shelf = (container: string) =>
    code(quarantine({ unitId: A0, container, place: 'SHELF-1' }, done.ctx()));
  const serialOf = (division: string) =>
    done.rows.get('unit', `${DIN}:D0001V00:${division}`)?.inProcessSerial ?? '';
  const square = (flags: string, division: string) => `=+02000=${DIN}${flags}=,0000${division}`;
  assert.equal(shelf(square('12', 'A0')), 'accepted');
  assert.equal(shelf(serialOf('A0')), 'accepted');
  for (const other of [
    square('12', 'B0'),
    square('00', 'A0'),
    serialOf('B0'),
    mother(split()),
    `=${DIN}01`,
    'x',
  ])
    assert.equal(shelf(other), 'components.containerMismatch', other);
  done.take(quarantine({ unitId: A0, container: serialOf('A0'), place: 'SHELF-1' }, done.ctx()));
  assert.equal(allMet(processVerdicts(done.rows, A0, TODAY)), true);
  assert.equal(done.rows.get('unit', A0)?.state, 'quarantine');
  const warm = verified();
  warm.take(recordInactivation({ unitId: A0, done: true, method: 'mb', code: '' }, warm.ctx()));
  warm.take(putInFreezer(freezer, warm.ctx()));
  const core = (tenths: number) =>
    code(recordFrozen({ unitId: A0, coreTenthsC: tenths }, warm.ctx()));
  assert.equal(core(-299), 'components.notFrozenYet');
  assert.equal(core(-300), 'accepted');
});

test('an unfinished inactivation of an inactivated product is not met', () => {
  const at = verified();
  at.take(recordInactivation({ unitId: A0, done: false, method: 'mb', code: '' }, at.ctx()));
  const verdict = processVerdicts(at.rows, A0, TODAY).find((one) => one.ruleId === 'PREP-1');
  assert.equal(verdict?.verdict, 'notMet');
});

test('INV-21 a hold on the donation reaches units made later; a hold on a parent reaches its children', () => {
  const at = received();
  at.take(
    placeHold({ scope: 'donation', target: DIN, code: 'identityDoubt', why: 'said so' }, at.ctx()),
  );
  split(at);
  assert.equal(activeHolds(at.rows, A0).length, 1);
  assert.equal(allMet(holdVerdicts(at.rows, A0)), false);
  const family = split();
  family.take(
    placeHold({ scope: 'unit', target: A0, code: 'labelMismatch', why: 'x y' }, family.ctx()),
  );
  const child = { ...family.rows.get('unit', A0)!, id: 'child', parentUnitId: A0 };
  const grandchild = { ...child, id: 'grandchild', parentUnitId: 'child' };
  family.put('unit', child).put('unit', grandchild);
  assert.equal(activeHolds(family.rows, 'grandchild').length, 1);
  assert.equal(activeHolds(family.rows, `${DIN}:D0001V00:B0`).length, 0);
});

test('INV-23 two causes are two holds; lifting one leaves the other', () => {
  const at = split();
  const place = (holdCode: 'labelMismatch' | 'volumeVariance') =>
    at.take(placeHold({ scope: 'unit', target: A0, code: holdCode, why: 'x y' }, at.ctx())).holdId;
  const first = place('labelMismatch');
  place('volumeVariance');
  at.take(liftHold({ holdId: first, why: 'checked' }, at.ctx()));
  assert.deepEqual(
    activeHolds(at.rows, A0).map((hold) => hold.code),
    ['volumeVariance'],
  );
  assert.equal(
    code(liftHold({ holdId: first, why: 'again' }, at.ctx())),
    'components.holdAlreadyLifted',
  );
});

test('INV-23 self-exclusion is never lifted; an open incident keeps its hold', () => {
  const at = split();
  const wish = {
    scope: 'donation' as const,
    target: DIN,
    code: 'selfExclusion' as const,
    why: 'x y',
  };
  const { holdId } = at.take(placeHold(wish, at.ctx()));
  assert.equal(code(liftHold({ holdId, why: 'no' }, at.ctx())), 'components.causeStands');
  const doubt = at.take(placeHold({ ...wish, code: 'identityDoubt' }, at.ctx())).holdId;
  at.record([
    event('quality.incidentOpened', { incidentId: 'i1', code: 'identityDoubt', subjects: [DIN] }),
  ]);
  assert.equal(code(liftHold({ holdId: doubt, why: 'no' }, at.ctx())), 'components.causeStands');
  at.record([event('quality.incidentClosed', { incidentId: 'i1', conclusion: 'clear' })]);
  assert.equal(code(liftHold({ holdId: doubt, why: 'clear' }, at.ctx())), 'accepted');
});

test('INV-20 no event leads into released but a release of a labelled unit; discarded is terminal', () => {
  const at = split();
  const unit = at.rows.get('unit', A0)!;
  const states: readonly UnitState[] = [
    'inProcess',
    'quarantine',
    'labelled',
    'released',
    'issued',
    'discarded',
  ];
  const released = event('inventory.released', { unitId: A0, din: DIN, listId: 'l', checks: [] });
  for (const state of states) {
    const one = split().put('unit', { ...unit, state });
    one.record([released]);
    const after = one.rows.get('unit', A0)?.state;
    assert.equal(after, state === 'labelled' ? 'released' : state);
  }
  const gone = split().put('unit', { ...unit, state: 'discarded' });
  gone.record([
    event('labeling.labelVerified', { serial: 'L000000001', unitId: A0, readers: ['a'] }),
    event('components.quarantined', { unitId: A0, placeId: 'shelf-1' }),
    released,
  ]);
  assert.equal(gone.rows.get('unit', A0)?.state, 'discarded');
});

test('INV-22 expiry: same minute of the site, calendar months, clamped; leap day and zones', () => {
  const table: readonly [string, number, string, string][] = [
    ['2026-09-08T03:36:00.000Z', 12, 'Asia/Shanghai', '2027-09-08T03:36:00.000Z'],
    ['2028-02-29T01:00:00.000Z', 12, 'Asia/Shanghai', '2029-02-28T01:00:00.000Z'],
    ['2026-08-30T16:30:00.000Z', 6, 'Asia/Shanghai', '2027-02-27T16:30:00.000Z'],
    ['2026-01-15T11:00:00.000Z', 6, 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
  ];
  for (const [from, months, zone, to] of table) assert.equal(expiryOf(from, months, zone), to);
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('2020-01-01T00:00:00.000Z'),
        max: new Date('2035-12-31T00:00:00.000Z'),
        noInvalidDate: true,
      }),
      fc.integer({ min: 1, max: 48 }),
      (date, months) => {
        const from = date.toISOString();
        const to = expiryOf(from, months, 'Asia/Shanghai');
        assert.equal(localTimeOf(to, 'Asia/Shanghai'), localTimeOf(from, 'Asia/Shanghai'));
        assert.ok(to <= expiryOf(from, months + 1, 'Asia/Shanghai'));
        assert.ok(to > from);
      },
    ),
    { numRuns: 200 },
  );
});

test('two stations make one hold of one cause; the earlier placing stays', () => {
  const at = split();
  const body = {
    holdId: 'h',
    scope: 'unit',
    target: A0,
    din: DIN,
    code: 'lookBack',
    source: 's',
  } as const;
  at.record([event('components.held', body)], 'b');
  at.now = '2026-11-22T05:00:00.000Z';
  at.record([event('components.held', body)], 'a');
  const holds = activeHolds(at.rows, A0);
  assert.equal(holds.length, 1);
  assert.equal(holds[0]?.placedAt, '2026-11-22T05:00:00.000Z');
});

test('past the limit everything unfrozen is held by the clock, once, units and whole bags', () => {
  const at = split();
  const bag = received();
  for (const one of [at, bag]) one.now = '2026-11-22T09:30:00.001Z';
  assert.equal(at.take(holdOverdue({}, at.ctx())).held, 2);
  assert.equal(at.take(holdOverdue({}, at.ctx())).held, 0);
  assert.equal(bag.take(holdOverdue({}, bag.ctx())).held, 1);
  split(bag);
  assert.deepEqual(
    activeHolds(bag.rows, A0).map((hold) => hold.code),
    ['overFreezeLimit'],
  );
  const early = split();
  early.now = '2026-11-22T09:30:00.000Z';
  assert.equal(early.take(holdOverdue({}, early.ctx())).held, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from './world.ts';

const STOP = {
  code: 'collection.donorDiffers',
  expected: 'A9999 20 000001 N',
  scanned: 'A9999 20 000077 4',
  reasonCode: 'wrongItemTakenAway',
} as const;

test('a stop is lifted by a second person with a reason, counted, and opens an incident', async () => {
  const world = await makeWorld();
  const { command, query, staff, station } = world.test;
  const { nurse } = world;
  const lift = (proof: object) => command('collection.overrideStop', STOP, { proof });
  const today = async () => value(await query('collection.stopsToday', {}, nurse.as())).count;
  assert.equal(await today(), 0);
  const { today: count, stopId } = value(await lift(nurse.as({ with: staff.supervisor })));
  assert.equal(count, 1);
  assert.equal(value(await lift(nurse.as({ with: staff.qualityRelease }))).today, 2);
  assert.equal(await today(), 2);
  const { reader } = station.core.store;
  const row = reader.get('stopOverride', stopId);
  assert.equal(row?.second, staff.supervisor.staffId);
  assert.equal(row?.by, nurse.staffId);
  const incident = reader.get('incident', `stop:${stopId}`);
  assert.deepEqual(incident?.subjects, ['A999920000001', 'A999920000077']);
  world.test.clock.forward(24 * 60);
  const again = value(
    await command('operators.signIn', { who: { badge: nurse.badge }, pin: nurse.pin }),
  );
  const tomorrow = { actor: { kind: 'session', token: again.token } } as const;
  assert.equal(value(await query('collection.stopsToday', {}, tomorrow)).count, 0);
});

test('nobody lifts a stop alone, nor with a colleague who may not; the refusal names the safe step', async () => {
  const world = await makeWorld();
  const { command, staff, station } = world.test;
  const lift = (proof: object) => command('collection.overrideStop', STOP, { proof });
  assert.deepEqual(codes(await lift(world.nurse.as())), ['collection.nobodyToOverride']);
  assert.deepEqual(codes(await lift(world.nurse.as({ with: staff.nurse2 }))), [
    'station.secondNotPermitted',
  ]);
  const alone = staff.supervisor;
  assert.deepEqual(codes(await lift(alone.as({ with: alone }))), ['station.secondSamePerson']);
  assert.equal(station.core.store.reader.all('stopOverride').length, 0);
  const attempts = station.core.store.readHandle
    .prepare("SELECT body FROM journal WHERE type = 'attempt.refused'")
    .all()
    .filter((row) => (row as { body: string }).body.includes('collection.overrideStop'));
  assert.equal(attempts.length, 3);
});

test('lifting the stop lets nothing through: the wrong card is refused as before', async () => {
  const world = await makeWorld();
  const { command, staff } = world.test;
  const as = { proof: world.nurse.as() };
  const donor = world.donor('000602');
  const other = world.donor('000731');
  const din = await seated(world, donor);
  value(
    await command('collection.overrideStop', STOP, {
      proof: world.nurse.as({ with: staff.supervisor }),
    }),
  );
  const wrong = { ...agreeing(world, donor, din), donor: other.card };
  assert.deepEqual(codes(await command('collection.start', wrong, as)), [
    'collection.donorDiffers',
  ]);
});

test('the physician arrives by her own badge at the nurse’s screen, once', async () => {
  const world = await makeWorld();
  const { command, query, staff, clock } = world.test;
  const as = { proof: world.nurse.as() };
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  value(await command('collection.start', agreeing(world, donor, din), as));
  const { reactionId } = value(
    await command(
      'collection.recordReaction',
      { din, kind: 'faint', severity: 'severe', physicianCalled: true },
      as,
    ),
  );
  const arrive = (proof: object) =>
    command('collection.physicianArrived', { reactionId }, { proof });
  clock.forward(3);
  assert.deepEqual(codes(await arrive(world.nurse.as())), ['station.notPermitted']);
  assert.deepEqual(codes(await arrive(world.nurse.as({ badge: staff.nurse2 }))), [
    'station.notPermitted',
  ]);
  value(await arrive(world.nurse.as({ badge: staff.physician })));
  assert.deepEqual(codes(await arrive(world.nurse.as({ badge: staff.physician2 }))), [
    'collection.physicianHere',
  ]);
  const { reactions } = value(await query('collection.openReactions', {}, world.nurse.as()));
  assert.equal(reactions[0]?.physician, staff.physician.name);
  assert.equal(reactions[0]?.physicianArrivedAt, clock.now());
  assert.notEqual(reactions[0]?.physicianCalledAt, reactions[0]?.physicianArrivedAt);
});

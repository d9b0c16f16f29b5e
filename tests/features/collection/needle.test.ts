import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated, sticker } from './world.ts';

test('the needle is refused for whatever does not agree, and nothing is written', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const donor = world.donor('000602');
  const other = world.donor('000731');
  const din = await seated(world, donor);
  const good = agreeing(world, donor, din);
  const as = { proof: nurse.as() };
  const start = async (change: Partial<typeof good>, proof = as) =>
    codes(await station.command('collection.start', { ...good, ...change }, proof));

  assert.deepEqual(await start({ donor: other.card }), ['collection.donorDiffers']);
  assert.deepEqual(await start({ said: { ...good.said, birthDate: '1982-05-08' } }), [
    'collection.saidDiffers',
  ]);
  assert.deepEqual(await start({ said: { ...good.said, name: other.name } }), [
    'collection.saidDiffers',
  ]);
  assert.deepEqual(await start({ number: sticker('A999920000007', 'bag') }), [
    'collection.numberNotGiven',
  ]);
  assert.deepEqual(await start({ number: donor.card }), ['collection.notANumber']);
  assert.deepEqual(await start({ number: din }), ['codes.dinCheckMissing']);
  assert.deepEqual(await start({ chairId: 'chair-9' }), ['collection.chairUnknown']);
  const nurse2 = { proof: station.staff.nurse2.as() };
  assert.deepEqual(await start({}, nurse2), ['collection.notQualified']);
  const byBadge = { proof: nurse.as({ badge: station.staff.nurse2 }) };
  assert.deepEqual(await start({}, byBadge), ['collection.notQualified']);
  assert.equal(station.station.core.store.reader.get('donation', din), undefined);
  const attempts = station.station.core.store.statements
    .get("SELECT body FROM journal WHERE type = 'attempt.refused'")
    .all() as { body: string }[];
  assert.ok(attempts.length >= 9, 'every stop is kept');
  assert.ok(attempts.every(({ body }) => !body.includes('1982-05') && !body.includes(donor.name)));

  world.seed(
    event('donors.deferred', {
      deferralId: 'late',
      donorId: donor.donorId,
      kind: 'temporary',
      code: 'T01',
      marker: null,
      programme: null,
      startsOn: '2020-03-10',
      until: '2020-03-10',
      hidden: false,
    }),
  );
  assert.deepEqual(await start({}), ['collection.notEligible'], 'deferred after the number');
});

test('machine, lots and set-up are judged again at the needle', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  const good = agreeing(world, donor, din);
  const as = { proof: nurse.as() };
  world.seed(event('equipment.lotWithdrawn', { lotId: 'lot-saline', why: 'recall' }));
  world.seed(event('equipment.deviceChecked', { deviceId: 'aph-3', ok: false, items: [] }));
  assert.deepEqual(codes(await station.command('collection.start', good, as)), [
    'collection.machineUnchecked',
    'collection.lotWithdrawn',
  ]);
});

test('yesterday’s decision and yesterday’s set-up do not carry over midnight', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  station.clock.set('2020-03-10T16:00:00.000Z');
  const reasons = codes(
    await station.command('collection.start', agreeing(world, donor, din), { proof: nurse.as() }),
  );
  assert.ok(reasons.includes('collection.preparationOld'), reasons.join());
});

test('a chair takes what may be used today, and a kit once', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const as = { proof: nurse.as() };
  const input = {
    chairId: world.chairId,
    machine: world.machine,
    kit: world.kit('K7'),
    anticoagulant: world.anticoagulant,
    saline: world.saline,
  };
  const swapped = { ...input, anticoagulant: input.saline };
  assert.deepEqual(codes(await station.command('collection.prepareChair', swapped, as)), [
    'collection.otherSupply',
  ]);
  const { preparationId } = value(await station.command('collection.prepareChair', input, as));
  assert.deepEqual(codes(await station.command('collection.prepareChair', input, as)), [
    'collection.chairPrepared',
  ]);
  value(await station.command('collection.clearChair', { preparationId, code: 'kitFault' }, as));
  assert.deepEqual(codes(await station.command('collection.prepareChair', input, as)), [
    'collection.kitUsed',
  ]);
  const fresh = { ...input, kit: world.kit('K8') };
  value(await station.command('collection.prepareChair', fresh, as));
  const check = { chairId: world.chairId, step: 'kit' as const, scan: world.kit('K8') };
  assert.deepEqual(codes(await station.command('collection.checkSetup', check, as)), [
    'collection.kitUsed',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from './world.ts';

test('a chair takes the next donor when it is clean and its set lies in a waste bag', async () => {
  const world = await makeWorld();
  const { test: station, nurse, chairId } = world;
  const as = { proof: nurse.as() };
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  value(await station.command('collection.start', agreeing(world, donor, din), as));
  const supplies = { machine: world.machine, anticoagulant: world.anticoagulant };
  const prepare = (kit: string) =>
    station.command(
      'collection.prepareChair',
      { chairId, ...supplies, saline: world.saline, kit: world.kit(kit) },
      as,
    );
  const clean = (bagId: string | null) =>
    station.command('collection.cleanChair', { chairId, bagId }, as);
  const bag = async (kind: 'infectious' | 'sharps') =>
    value(await station.command('waste.openBag', { kind }, as)).bagId;
  assert.deepEqual(codes(await prepare('K2')), ['collection.chairRunning']);
  assert.deepEqual(codes(await clean(null)), ['collection.chairTaken']);
  const ended = {
    din,
    donorId: donor.donorId,
    machineMl: 300,
    netGrams: 308,
    plasmaMl: 270,
    productMl: 300,
    acMl: 30,
    completed: true,
    stopReason: 'targetReached' as const,
    redCellsReturned: 'yes' as const,
    endedAt: '2020-03-10T02:00:00.000Z',
    freezeBy: '2020-03-10T08:00:00.000Z',
  };
  world.seed(event('collection.ended', ended));
  assert.deepEqual(codes(await clean(null)), ['collection.chairTaken'], 'she still sits there');
  world.seed(
    event('collection.matched', { din, tubes: [], bags: 1 }),
    event('collection.restStarted', { din, until: '2020-03-10T02:20:00.000Z' }),
  );

  assert.deepEqual(codes(await prepare('K2')), ['collection.chairToClean']);
  const scan = { chairId, step: 'machine' as const, scan: world.machine };
  assert.deepEqual(codes(await station.command('collection.checkSetup', scan, as)), [
    'collection.chairToClean',
  ]);
  const { tiles } = value(await station.query('collection.board', {}, nurse.as()));
  assert.equal(tiles[0]?.state, 'toClean');
  const before = value(await station.query('collection.turnRound', {}, nurse.as()));
  assert.deepEqual(
    before.chairs.map((each) => [each.code, each.din]),
    [['3', din]],
  );
  assert.deepEqual(
    before.sets.map((each) => [each.lot, each.kitSerial, each.how]),
    [['26C0417', 'K1', 'used']],
  );

  assert.deepEqual(codes(await clean(null)), ['collection.setNoBag']);
  assert.deepEqual(codes(await clean('nowhere')), ['waste.bagUnknown']);
  assert.deepEqual(codes(await clean(await bag('sharps'))), ['collection.bagKind']);
  const full = await bag('infectious');
  value(await station.command('waste.sealBag', { bagId: full, grams: 900 }, as));
  assert.deepEqual(codes(await clean(full)), ['waste.bagSealed']);
  const bagId = await bag('infectious');
  assert.deepEqual(value(await clean(bagId)), { sets: 1 });
  assert.deepEqual(codes(await clean(bagId)), ['collection.chairIsClean']);
  value(await prepare('K2'));

  const spoil = { kit: world.kit('K9'), code: 'leak' as const };
  const { setId } = value(await station.command('collection.spoilKit', spoil, as));
  for (const used of ['K1', 'K9']) {
    const again = { ...spoil, kit: world.kit(used) };
    assert.deepEqual(codes(await station.command('collection.spoilKit', again, as)), [
      'collection.kitUsed',
    ]);
  }
  value(await station.command('collection.discardSet', { setId, bagId }, as));
  assert.deepEqual(codes(await station.command('collection.discardSet', { setId, bagId }, as)), [
    'collection.setNotWaiting',
  ]);
  const left = value(await station.query('collection.turnRound', {}, nurse.as()));
  assert.deepEqual(left, { chairs: [], sets: [] });
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);
});

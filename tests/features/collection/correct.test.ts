import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import type { SentOf } from '#shared/contract/index.ts';
import { evolveAfter } from '#shared/features/collection/evolve/after.ts';
import type { DonationRow } from '#shared/features/collection/model.ts';
import { codes, value } from '#tests/support/station.ts';
import { collected, machineEnded } from './collected.ts';
import { agreeing, makeWorld, SET, seated, sticker, type World } from './world.ts';

const END = { stopReason: 'targetReached', redCellsReturned: 'yes' } as const;
type Correction = SentOf<'collection.correctEnd'>;

/** One ended donation, weighed 100 g too light: 310 g net instead of 410. */
async function mistyped(world: World) {
  const { din, donor, as } = await machineEnded(world);
  const light = { din, grossGrams: 345, tareGrams: 35, ...END };
  assert.equal(value(await world.test.command('collection.end', light, as)).heldForVariance, true);
  const second = { proof: world.nurse.as({ with: world.test.staff.nurse2 }) };
  const right: Correction = { din, grossGrams: 445, tareGrams: 35, ...END, code: 'mistyped' };
  const correct = (change: Partial<Correction> = {}, options: typeof second | typeof as = second) =>
    world.test.command('collection.correctEnd', { ...right, ...change }, options);
  return { din, donor, as, correct };
}

const holdsOn = (world: World, din: string) =>
  world.test.station.core.store.reader.by('hold', 'target', din).map((hold) => hold.code);

test('a mistyped weight is superseded before two persons: donor, label and papers follow', async () => {
  const world = await makeWorld();
  const { din, as, correct } = await mistyped(world);
  const { reader } = world.test.station.core.store;
  assert.deepEqual(codes(await correct({}, as)), ['station.secondNeeded']);
  assert.deepEqual(codes(await correct({ grossGrams: 345 })), ['collection.nothingCorrected']);
  assert.deepEqual(codes(await correct({ tareGrams: 445 })), ['collection.weightImpossible']);
  assert.deepEqual(value(await correct()), {
    machineMl: 400,
    netGrams: 410,
    plasmaMl: 360,
    productMl: 400,
    heldForVariance: false,
  });
  const row = reader.get('donation', din);
  assert.deepEqual([row?.netGrams, row?.plasmaMl, row?.productMl], [410, 360, 400]);
  // What was held stays held: lifting is a person's decision, after the incident is closed.
  assert.deepEqual(holdsOn(world, din), ['volumeVariance']);
  const papers = reader.by('certificate', 'din', din);
  assert.deepEqual(
    papers.map(({ id, state, volumeMl }) => [id, state, volumeMl]),
    [
      [`${din}:certificate`, 'withdrawn', 262],
      [`${din}:certificate:2`, 'ready', 360],
    ],
  );
  assert.deepEqual(codes(await correct()), ['collection.nothingCorrected']);
});

test('a keyed end of the machine is corrected too, the stop reason and the red cells with it', async () => {
  const world = await makeWorld();
  const { din, correct } = await mistyped(world);
  const change = { machineMl: 410, acMl: 45, stopReason: 'donorWish', redCellsReturned: 'no' };
  assert.equal(value(await correct(change as Partial<Correction>)).plasmaMl, 355);
  const row = world.test.station.core.store.reader.get('donation', din);
  assert.deepEqual(
    [row?.machineMl, row?.acMl, row?.stopReason, row?.redCellsReturned, row?.completed],
    [410, 45, 'donorWish', 'no', false],
  );
  assert.deepEqual(codes(await correct({ acMl: 900 })), ['collection.moreAcThanVolume']);
});

test('what the machine itself reported is not changed, the weighing is', async () => {
  const world = await makeWorld();
  const din = await seated(world, world.donor('000602'));
  const proof = world.nurse.as();
  const start = agreeing(world, world.donor('000602'), din);
  value(await world.test.command('collection.start', start, { proof }));
  world.seed(
    event('collection.machineEnded', {
      din,
      machineMl: 400,
      acMl: 40,
      cycles: 5,
      stopReason: 'targetReached',
      at: world.test.clock.now(),
      recordNumber: 9,
    }),
  );
  const weighed = { din, grossGrams: 345, tareGrams: 35, ...END };
  value(await world.test.command('collection.end', weighed, { proof }));
  const second = { proof: world.nurse.as({ with: world.test.staff.nurse2 }) };
  const right = { ...weighed, grossGrams: 445, code: 'misread' as const };
  const correct = (change: object) =>
    world.test.command('collection.correctEnd', { ...right, ...change }, second);
  assert.deepEqual(codes(await correct({ machineMl: 401 })), ['collection.machinesOwnRecord']);
  assert.deepEqual(codes(await correct({ acMl: 41 })), ['collection.machinesOwnRecord']);
  assert.equal(value(await correct({ machineMl: 400, acMl: 40 })).plasmaMl, 360);
});

test('no correction while it runs, over parts already made, or after the donor gave again', async () => {
  const world = await makeWorld();
  const { din, donor, correct } = await mistyped(world);
  const unit = (unitId: string, volumeMl: number) =>
    event('components.unitCreated', {
      unitId,
      din,
      donorId: donor.donorId,
      productCode: 'E9999V00',
      division: 'A0',
      parentUnitId: null,
      volumeMl,
      netGrams: 210,
      collectedAt: '2020-03-10T00:00:00.000Z',
      expiresAt: '2021-03-10T00:00:00.000Z',
      inProcessSerial: null,
      freezeBy: '2020-03-10T06:00:00.000Z',
    });
  world.seed(unit(`${din}:a`, 200), unit(`${din}:b`, 100));
  assert.deepEqual(codes(await correct({ grossGrams: 335 })), ['collection.partsExceed']);
  value(await correct());
  const { visitId } = world.donor('000603');
  const as = { proof: world.nurse.as() };
  const next = value(await world.test.command('collection.assignNumber', { visitId }, as));
  assert.deepEqual(codes(await correct({ din: next.din })), ['collection.donationUnknown']);
  world.seed(
    event('collection.started', {
      din: 'A999920000777',
      donorId: donor.donorId,
      visitId: 'later',
      decisionId: 'later',
      programme: 'convalescentPlasma',
      donationType: 'convalescentPlasma',
      chairId: 'chair-9',
      preparationId: 'later',
      deviceId: 'aph-9',
      linked: false,
      arm: 'left',
      targetMl: 400,
      identity: 'openQuestion',
      startedAt: '2035-01-01T00:00:00.000Z',
      localDate: '2035-01-01',
    }),
  );
  assert.deepEqual(codes(await correct({ grossGrams: 440 })), ['collection.gaveAgain']);
});

test('of two corrections the newest stands, in whatever order they arrive', () => {
  const ended = { id: 'd', endedAt: 'x', netGrams: 310, correctedStamp: null } as never;
  const word = (seq: number) =>
    ({
      at: `2020-03-10T01:00:0${seq}.000Z`,
      station: 's',
      seq,
      body: { din: 'd', donorId: 'p', code: 'mistyped', netGrams: 400 + seq },
    }) as never;
  const played = (order: readonly number[]) => {
    let row = ended as DonationRow;
    for (const seq of order) {
      const read = { get: () => row, by: () => [], all: () => [] } as never;
      for (const change of evolveAfter['collection.endCorrected']?.(read, word(seq)) ?? [])
        row = change.row as DonationRow;
    }
    return row.netGrams;
  };
  assert.deepEqual([played([1, 2, 3]), played([3, 1, 2]), played([2, 3, 1])], [403, 403, 403]);
});

test('the figure keyed last is put right; what a machine told since, or less than before, is not', async () => {
  const world = await makeWorld();
  const donor = world.donor('000602');
  const din = await seated(world, donor);
  const as = { proof: world.nurse.as() };
  const { command, clock } = world.test;
  value(await command('collection.start', agreeing(world, donor, din), as));
  const key = async (machineMl: number) => {
    clock.forward(1);
    return value(await command('collection.keyProgress', { din, machineMl, cycle: 1 }, as)).markId;
  };
  const first = await key(60);
  const slip = await key(4000);
  const correct = (corrects: string, machineMl: number) =>
    command('collection.correctProgress', { din, corrects, machineMl, cycle: 1 }, as);
  assert.deepEqual(
    codes(await command('collection.keyProgress', { din, machineMl: 120, cycle: 1 }, as)),
    ['collection.volumeFell'],
  );
  assert.deepEqual(codes(await correct(first, 70)), ['collection.notLastKeyed']);
  assert.deepEqual(codes(await correct(slip, 59)), ['collection.volumeFell']);
  value(await correct(slip, 400));
  const { reader } = world.test.station.core.store;
  assert.equal(reader.get('donation', din)?.machineMl, 400);
  assert.ok(reader.get('runMark', slip)?.clearedAt);
  const end = { din, machineMl: 410, acMl: 40, cycles: 4, stopReason: 'targetReached' as const };
  const second = { proof: world.nurse.as({ with: world.test.staff.nurse2 }) };
  value(await command('collection.keyMachineEnd', end, second));
  assert.deepEqual(codes(await correct(slip, 401)), ['collection.machineAlreadyEnded']);
});

test('a box temperature is put right before two persons; outside the limits holds what lay in it', async () => {
  const world = await makeWorld();
  const donor = world.donor('000602');
  const din = await collected(world, donor, 'K1');
  const as = { proof: world.nurse.as() };
  const { command } = world.test;
  const scans = SET.map((container) => sticker(din, container));
  value(await command('collection.match', { din, donor: donor.card, scans }, as));
  const { boxId } = value(
    await command('collection.openBox', { box: encodeStationCode('box', '07') ?? '' }, as),
  );
  value(await command('collection.packBox', { boxId, scan: sticker(din, 'bag') }, as));
  const { labTech, nurse2 } = world.test.staff;
  const correct = (temperatureTenthsC: number, moment: 'handedOver' | 'received' = 'handedOver') =>
    command(
      'collection.correctBoxTemperature',
      { boxId, moment, temperatureTenthsC, code: 'mistyped' },
      { proof: world.nurse.as({ with: nurse2 }) },
    );
  assert.deepEqual(codes(await correct(40)), ['collection.boxNotMeasured']);
  const give = { boxId, count: 1, temperatureTenthsC: 40 };
  value(
    await command('collection.handOverBox', give, { proof: world.nurse.as({ with: labTech }) }),
  );
  assert.deepEqual(codes(await correct(40)), ['collection.nothingCorrected']);
  assert.equal(value(await correct(45)).held, false);
  assert.deepEqual(codes(await correct(45, 'received')), ['collection.boxNotMeasured']);
  assert.equal(value(await correct(145)).held, true);
  assert.deepEqual(holdsOn(world, din), ['boxTemperature']);
  // Warm on arrival again: taken all the same, held once for this box.
  const scanned = { boxId, scans: [sticker(din, 'bag')], temperatureTenthsC: 150 };
  const lab = { proof: labTech.as() };
  assert.equal(value(await command('collection.receiveBox', scanned, lab)).state, 'received');
  assert.deepEqual(holdsOn(world, din), ['boxTemperature']);
  const { reader } = world.test.station.core.store;
  const { handedOver, received } = reader.get('box', boxId)?.temperatures ?? {};
  assert.deepEqual([handedOver?.tenthsC, received?.tenthsC], [145, 150]);
  assert.ok(reader.all('incident').some(({ code }) => code === 'temperature'));
});

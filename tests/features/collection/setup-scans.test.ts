import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import { codes, type FoundedStation, type TestPerson, value } from '#tests/support/station.ts';
import { makeWorld, type World } from './world.ts';

type Step = 'machine' | 'kit' | 'anticoagulant' | 'saline';

function scanner(world: World, station: Pick<FoundedStation, 'command' | 'query'>) {
  const { chairId } = world;
  return {
    scan: (step: Step, scan: string, person: TestPerson = world.nurse) =>
      station.command('collection.checkSetup', { chairId, step, scan }, { proof: person.as() }),
    chair: async (person: TestPerson = world.nurse) =>
      value(await station.query('collection.chair', { chairId }, person.as())),
  };
}

test('what was scanned at a chair outlives the program; the fourth supply makes the chair ready', async () => {
  const world = await makeWorld();
  const first = scanner(world, world.test);
  value(await first.scan('saline', world.saline));
  value(await first.scan('machine', world.machine));
  value(await first.scan('kit', world.kit('K1')));
  assert.deepEqual((await first.chair()).kept.map(({ step }) => step).toSorted(), [
    'kit',
    'machine',
    'saline',
  ]);

  const again = await world.test.restart();
  const { badge, pin, staffId } = world.nurse;
  const { token } = value(await again.command('operators.signIn', { who: { badge }, pin }));
  const nurse = { ...world.nurse, staffId, as: () => ({ actor: { kind: 'session', token } }) };
  const second = scanner(world, again);
  const person = nurse as TestPerson;
  const kit = (await second.chair(person)).kept.find(({ step }) => step === 'kit');
  assert.match(kit?.what ?? '', /26C0417.*K1/);
  value(await second.scan('anticoagulant', world.anticoagulant, person));
  const ready = await second.chair(person);
  assert.equal(ready.preparation?.kitSerial, 'K1');
  assert.deepEqual(ready.kept, []);
  assert.deepEqual(replay(again.station.core.store, slices).differing, []);
});

test('another kit takes the place of the first; the same code again writes nothing', async () => {
  const world = await makeWorld();
  const { scan, chair } = scanner(world, world.test);
  const { station } = world.test;
  value(await scan('kit', world.kit('K1')));
  const { seq } = station.core.store.journal.head(station.core.station);
  value(await scan('kit', world.kit('K1')));
  assert.equal(station.core.store.journal.head(station.core.station).seq, seq);
  value(await scan('kit', world.kit('K2')));
  const { kept } = await chair();
  assert.equal(kept.length, 1);
  assert.match(kept[0]?.what ?? '', /K2/);
});

test('a supply that went bad meanwhile stops the fourth scan, and is scanned anew', async () => {
  const world = await makeWorld();
  const { scan, chair } = scanner(world, world.test);
  value(await scan('saline', world.saline));
  value(await scan('machine', world.machine));
  value(await scan('kit', world.kit('K1')));
  world.seed(event('equipment.lotWithdrawn', { lotId: 'lot-saline', why: 'recall' }));
  assert.deepEqual(codes(await scan('anticoagulant', world.anticoagulant)), [
    'collection.lotWithdrawn',
  ]);
  assert.equal((await chair()).preparation, null);
  const expires = world.test.clock.now().slice(0, 4);
  world.seed(
    event('equipment.lotReceived', {
      lotId: 'lot-saline-2',
      kind: 'saline',
      name: 'saline',
      catalogue: '',
      lot: '2610C',
      expires: `${Number(expires) + 1}-12-31`,
      quantity: 5,
      serves: [],
    }),
  );
  value(await scan('saline', encodeStationCode('lotSticker', '2610C') ?? ''));
  value(await scan('anticoagulant', world.anticoagulant));
  assert.ok((await chair()).preparation);
});

test('scans of yesterday and of a cleared set-up do not come back', async () => {
  const world = await makeWorld();
  const { scan, chair } = scanner(world, world.test);
  value(await scan('machine', world.machine));
  world.test.clock.set('2020-03-10T16:00:00.000Z');
  const { token } = value(
    await world.test.command('operators.signIn', {
      who: { badge: world.nurse.badge },
      pin: world.nurse.pin,
    }),
  );
  const later = { ...world.nurse, as: () => ({ actor: { kind: 'session', token } }) } as TestPerson;
  assert.deepEqual((await chair(later)).kept, []);
  world.seed(event('equipment.deviceChecked', { deviceId: 'aph-3', ok: true, items: [] }));
  for (const [step, raw] of [
    ['machine', world.machine],
    ['kit', world.kit('K5')],
    ['anticoagulant', world.anticoagulant],
    ['saline', world.saline],
  ] as const)
    value(await scan(step, raw, later));
  const preparationId = (await chair(later)).preparation?.preparationId ?? '';
  const clear = { preparationId, code: 'kitFault' as const };
  value(await world.test.command('collection.clearChair', clear, { proof: later.as() }));
  assert.deepEqual((await chair(later)).kept, []);
  assert.deepEqual(codes(await scan('kit', world.kit('K5'), later)), ['collection.kitUsed']);
});

test('a kit without a serial is named at its own scan', async () => {
  const world = await makeWorld();
  const { scan } = scanner(world, world.test);
  const bare = encodeStationCode('lotSticker', '26C0417') ?? '';
  assert.deepEqual(codes(await scan('kit', bare)), ['collection.kitSerialMissing']);
});

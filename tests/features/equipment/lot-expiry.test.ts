import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { addDays, localDateOf } from '#shared/kernel/civil-date.ts';
import { codes, value } from '#tests/support/station.ts';
import { collected } from '../collection/collected.ts';
import { makeWorld } from '../collection/world.ts';

test('a mistyped last day is read once more by two; what it served too late is held', async () => {
  const world = await makeWorld();
  const { station, command, staff } = world.test;
  const { reader } = station.core.store;
  const din = await collected(world, world.donor('000602'), 'K1');
  const today = localDateOf(station.core.now(), 'Asia/Shanghai');
  world.seed(
    event('laboratory.runOpened', {
      runId: 'run-1',
      test: 'ALT',
      method: 'rate',
      deviceId: null,
      reagentLotId: 'lot-kit',
    }),
  );
  const correct = (lotId: string, expires: string, options?: object) =>
    command(
      'equipment.correctLotExpiry',
      { lotId, expires, code: 'misread' },
      { proof: world.nurse.as({ with: staff.nurse2 }), ...options },
    );
  const alone = { proof: world.nurse.as() };
  const kit = reader.get('lot', 'lot-kit');
  assert.deepEqual(codes(await correct('lot-kit', today, alone)), ['station.secondNeeded']);
  assert.deepEqual(codes(await correct('none', today)), ['equipment.lotUnknown']);
  assert.deepEqual(codes(await correct('lot-kit', kit?.expires ?? '')), ['equipment.sameExpiry']);
  assert.deepEqual(codes(await correct('lot-kit', '2026-02-30')), ['station.malformedInput']);
  // Today itself is the last day of use.
  for (const [lotId, expires, held] of [
    ['lot-kit', today, 0],
    ['lot-saline', addDays(today, 900), 0],
    ['lot-kit', addDays(today, -1), 1],
    ['lot-anticoagulant', addDays(today, -1), 0],
    ['lot-ac', addDays(today, -1), 1],
    ['lot-strip', addDays(today, -1), 1],
  ] as const) {
    const before = reader.by('hold', 'target', din).length;
    const answer = await correct(lotId, expires);
    if (lotId === 'lot-anticoagulant') assert.deepEqual(codes(answer), ['equipment.lotUnknown']);
    else value(answer);
    const holds = reader.by('hold', 'target', din).length;
    assert.equal(holds - before, held, `${lotId} ${expires}`);
  }
  const holds = reader.by('hold', 'target', din).map(({ id, code }) => [code, id.split(':')[2]]);
  assert.deepEqual(holds.toSorted(), [
    ['expiredSupply', 'lot-ac'],
    ['expiredSupply', 'lot-kit'],
    ['expiredSupply', 'lot-strip'],
  ]);
  assert.equal(reader.get('lot', 'lot-kit')?.expires, addDays(today, -1));
  assert.deepEqual(
    [reader.get('labRun', 'run-1')?.state, reader.get('labRun', 'run-1')?.invalidCode],
    ['invalid', 'reagentExpired'],
  );
});

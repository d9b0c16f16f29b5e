import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { evolveBoxes, openBox } from '#shared/features/collection/evolve/box.ts';
import type { BoxRow } from '#shared/features/collection/model.ts';
import { codes, value } from '#tests/support/station.ts';
import { collected } from './collected.ts';
import { makeWorld, SET, sticker, type World } from './world.ts';

/** A donation that is matched and waits to be packed. */
async function matched(world: World, key: string, kit: string): Promise<string> {
  const donor = world.donor(key);
  const din = await collected(world, donor, kit);
  const as = { proof: world.nurse.as() };
  const scans = SET.map((container) => sticker(din, container));
  value(await world.test.command('collection.match', { din, donor: donor.card, scans }, as));
  return din;
}

test('a wrong item is taken out of an open box by scan and reason, and may be packed again', async () => {
  const world = await makeWorld();
  const din = await matched(world, '000602', 'K1');
  const as = { proof: world.nurse.as() };
  const { command } = world.test;
  const { boxId } = value(
    await command('collection.openBox', { box: encodeStationCode('box', '07') ?? '' }, as),
  );
  const pack = (container: string) =>
    command('collection.packBox', { boxId, scan: sticker(din, container) }, as);
  const takeOut = (container: string) =>
    command(
      'collection.unpackBox',
      { boxId, scan: sticker(din, container), code: 'wrongItem' },
      as,
    );
  value(await pack('bag'));
  value(await pack('nat'));
  assert.deepEqual(codes(await takeOut('serology')), ['collection.itemNotHere']);
  assert.equal(value(await takeOut('bag')).count, 1);
  const box = () => world.test.station.core.store.reader.get('box', boxId);
  assert.deepEqual(box()?.items, [`tube:${din}:nat`]);
  assert.deepEqual(codes(await takeOut('bag')), ['collection.itemNotHere']);
  world.test.clock.forward(1);
  value(await pack('bag'));
  assert.deepEqual(box()?.items, [`tube:${din}:nat`, `bag:${din}`]);
  // INV-27: in no second box, nor twice in one.
  assert.deepEqual(codes(await pack('bag')), ['collection.itemPacked']);

  const second = { proof: world.nurse.as({ with: world.test.staff.labTech }) };
  const given = { boxId, count: 2, temperatureTenthsC: 40 };
  value(await command('collection.handOverBox', given, second));
  assert.deepEqual(codes(await takeOut('bag')), ['collection.boxNotOpen']);
  assert.equal(box()?.items.length, 2);
});

test('the last word about an item stands, in whatever order the words arrive', () => {
  const words = [
    ['boxPacked', 'bag:A999920000001', 1],
    ['boxUnpacked', 'bag:A999920000001', 2],
    ['boxPacked', 'tube:A999920000001:nat', 3],
    ['boxPacked', 'bag:A999920000001', 4],
    ['boxUnpacked', 'tube:A999920000001:nat', 5],
  ] as const;
  const ends = permutations(words).map((order) => {
    let box = openBox('box', '07');
    for (const [type, item, seq] of order) {
      const read = { get: () => box, by: () => [], all: () => [] } as never;
      const entry = {
        at: `2020-03-10T01:00:0${seq}.000Z`,
        station: 's',
        seq,
        body: { boxId: 'box', item, code: 'recount' },
      } as never;
      const changes = evolveBoxes[`collection.${type}`]?.(read, entry) ?? [];
      for (const { row } of changes) box = row as BoxRow;
    }
    return box;
  });
  for (const end of ends) assert.deepEqual(end, ends[0]);
  assert.deepEqual(ends[0]?.items, ['bag:A999920000001']);
});

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AllRows } from '#shared/contract/rows.ts';
import { evolveNumbers } from '#shared/features/collection/evolve/numbers.ts';
import { openLeases } from '#shared/features/collection/facts.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import { codes, value } from '#tests/support/station.ts';
import { makeWorld, seated, sticker } from './world.ts';

test('no number before every rule is met, one number a visit, void never frees', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const as = { proof: nurse.as() };
  const donor = world.donor('000602');
  const unknown = { visitId: 'nobody' };
  assert.deepEqual(codes(await station.command('collection.assignNumber', unknown, as)), [
    'collection.visitUnknown',
  ]);
  const first = value(
    await station.command('collection.assignNumber', { visitId: donor.visitId }, as),
  );
  assert.equal(first.din, 'A999920000001');
  assert.deepEqual(
    codes(await station.command('collection.assignNumber', { visitId: donor.visitId }, as)),
    ['collection.visitHasNumber'],
  );
  const number = sticker(first.din, 'bag');
  const spoilt = { number, code: 'labelSpoilt' as const, note: '打坏' };
  value(await station.command('collection.voidNumber', spoilt, as));
  assert.deepEqual(codes(await station.command('collection.voidNumber', spoilt, as)), [
    'collection.numberVoid',
  ]);
  const sheet = { visitId: donor.visitId, sheet: number };
  assert.deepEqual(codes(await station.command('collection.assignNumber', sheet, as)), [
    'collection.numberVoid',
  ]);
  const second = value(
    await station.command('collection.assignNumber', { visitId: donor.visitId }, as),
  );
  assert.equal(second.din, 'A999920000002');
});

test('a sheet must be ours, unused and in sequence; a gap asks why and is void', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const as = { proof: nurse.as() };
  const donor = world.donor('000602');
  const assign = (sheet: string, gapReason?: string) =>
    station.command(
      'collection.assignNumber',
      { visitId: donor.visitId, sheet, ...(gapReason ? { gapReason } : {}) },
      as,
    );
  assert.deepEqual(codes(await assign(sticker('A999820000001', 'bag'))), [
    'collection.numberOutsideLease',
  ]);
  assert.deepEqual(codes(await assign(sticker('A999921000001', 'bag'))), [
    'collection.numberOutsideLease',
  ]);
  assert.deepEqual(codes(await assign(sticker('A999920099999', 'bag'))), ['collection.gapTooWide']);
  assert.deepEqual(codes(await assign(sticker('A999920000004', 'bag'))), ['collection.numberGap']);
  const given = value(await assign(sticker('A999920000004', 'bag'), '前三张打坏'));
  assert.equal(given.source, 'sheet');
  const states = ['1', '2', '3', '4'].map(
    (last) => station.station.core.store.reader.get('donationNumber', `A99992000000${last}`)?.state,
  );
  assert.deepEqual(states, ['void', 'void', 'void', 'assigned']);
});

test('one donor’s sheet at a chair; a number is voided before its visit is cancelled', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const as = { proof: nurse.as() };
  const one = world.donor('000602');
  const two = world.donor('000731');
  const din = await seated(world, one);
  const here = { visitId: two.visitId, chairId: world.chairId };
  assert.deepEqual(codes(await station.command('collection.assignNumber', here, as)), [
    'collection.chairHasSheet',
  ]);
  const cancel = { visitId: one.visitId, code: 'donorLeft', why: '离开' };
  assert.deepEqual(codes(await station.command('visits.cancel', cancel, as)), [
    'visits.voidNumberFirst',
  ]);
  const number = sticker(din, 'bag');
  const spoilt = { number, code: 'donorLeft' as const, note: '' };
  value(await station.command('collection.voidNumber', spoilt, as));
  value(await station.command('visits.cancel', cancel, as));
  value(await station.command('collection.assignNumber', here, as));
});

test('leases: two persons, disjoint; the year’s end and a burned rest mint nothing', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const { admin, admin2 } = station.staff;
  const both = { proof: admin.as({ signed: true, with: admin2 }) };
  const overlap = { year: '20', first: 99_999, last: 100_100 };
  assert.deepEqual(codes(await station.command('collection.leaseNumbers', overlap, both)), [
    'collection.rangeOverlaps',
  ]);
  const leases = value(await station.query('collection.leases', {}, admin.as()));
  const leaseId = leases[0]?.leaseId ?? '';
  value(
    await station.command(
      'collection.burnLease',
      { leaseId, above: 0, why: 'restore' },
      { proof: admin.as({ signed: true }) },
    ),
  );
  const donor = world.donor('000602');
  assert.deepEqual(
    codes(
      await station.command(
        'collection.assignNumber',
        { visitId: donor.visitId },
        { proof: nurse.as() },
      ),
    ),
    ['collection.numbersExhausted'],
  );
  value(
    await station.command(
      'collection.leaseNumbers',
      { year: '20', first: 100_000, last: 100_000 },
      both,
    ),
  );
  const { din } = value(
    await station.command(
      'collection.assignNumber',
      { visitId: donor.visitId },
      { proof: nurse.as() },
    ),
  );
  assert.equal(din, 'A999920100000');
});

/** Lease, assign, void and burn of a range of four numbers. */
function entriesOf(steps: readonly { readonly kind: string; readonly sequence: number }[]) {
  const dinOf = (sequence: number) => `A999920${String(sequence).padStart(6, '0')}`;
  return steps.map(({ kind, sequence }) => {
    const shared = { din: dinOf(sequence), leaseId: 'l', sequence };
    if (kind === 'assign')
      return {
        type: 'collection.numberAssigned',
        body: { ...shared, visitId: `v${sequence}`, donorId: 'd', source: 'printed' },
      };
    if (kind === 'void')
      return { type: 'collection.numberVoided', body: { ...shared, visitId: null, code: 'x' } };
    return { type: 'collection.leaseBurned', body: { leaseId: 'l', above: sequence, why: 'x' } };
  });
}

test('the lowest free number is never one that was given or voided, in any order', () => {
  const step = fc.record({
    kind: fc.constantFrom('assign', 'void', 'burn'),
    sequence: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const lease = {
        leaseId: 'l',
        station: 's',
        facility: 'A9999',
        year: '20',
        first: 1,
        last: 4,
      };
      const entries = [{ type: 'collection.numbersLeased', body: lease }, ...entriesOf(steps)];
      let read = new MemoryReader<AllRows>();
      for (const entry of entries) {
        const transition = evolveNumbers[entry.type as 'collection.numbersLeased'];
        read = read.with(transition?.(read, entry as unknown as never) ?? []);
      }
      const used = new Set(
        steps.filter(({ kind }) => kind !== 'burn').map(({ sequence }) => sequence),
      );
      const burned = steps.filter(({ kind }) => kind === 'burn').map(({ sequence }) => sequence);
      const last = Math.min(4, ...burned);
      const free = [1, 2, 3, 4].filter((each) => !used.has(each));
      const [open] = openLeases(read, 's', 'A9999', '20');
      const expected = free[0] !== undefined && free[0] <= last ? free[0] : undefined;
      assert.equal(open?.nextFree, expected);
    }),
  );
});

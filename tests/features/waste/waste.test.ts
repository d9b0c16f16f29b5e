import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, founded, value } from '#tests/support/station.ts';

const at = await founded();
const nurse = { proof: at.staff.nurse.as() };
const withTaker = { proof: at.staff.nurse.as({ with: at.staff.volunteer }) };

test('a waste bag is numbered, weighed, sealed and handed over between two persons', async () => {
  const first = value(await at.command('waste.openBag', { kind: 'infectious' }, nurse));
  assert.equal(first.number, 'W200310-01');
  const sharps = value(
    await at.command('waste.openBag', { kind: 'sharps', number: 'ylfw-77' }, nurse),
  );
  const again = { kind: 'sharps' as const, number: 'YLFW-77' };
  assert.deepEqual(codes(await at.command('waste.openBag', again, nurse)), ['waste.numberTaken']);
  const bags = { bagIds: [first.bagId, sharps.bagId] };
  assert.deepEqual(codes(await at.command('waste.handOverBags', bags, withTaker)), [
    'waste.bagOpen',
  ]);
  const seal = (bagId: string, grams: number) =>
    at.command('waste.sealBag', { bagId, grams }, nurse);
  value(await seal(first.bagId, 1840));
  assert.deepEqual(codes(await seal(first.bagId, 1900)), ['waste.bagSealed']);
  value(await seal(sharps.bagId, 620));
  assert.deepEqual(codes(await at.command('waste.handOverBags', bags, nurse)), [
    'station.secondNeeded',
  ]);
  const given = value(await at.command('waste.handOverBags', bags, withTaker));
  assert.deepEqual(given, { bags: 2, grams: 2460 });
  assert.deepEqual(codes(await at.command('waste.handOverBags', bags, withTaker)), [
    'waste.bagGone',
  ]);
  const { here, gone } = value(await at.query('waste.bags', {}, at.staff.nurse.as()));
  assert.deepEqual(here, []);
  assert.deepEqual(
    gone.map(({ number, grams, takenBy }) => [number, grams, takenBy]),
    [
      ['W200310-01', 1840, at.staff.volunteer.name],
      ['YLFW-77', 620, at.staff.volunteer.name],
    ],
  );
});

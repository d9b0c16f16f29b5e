import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from './world.ts';

async function saline(weightGrams: number | undefined, sex: 'male' | 'female') {
  const world = await makeWorld();
  const donor = world.donor('000602');
  const { command, query, clock } = world.test;
  const as = { proof: world.nurse.as() };
  const { donorId, visitId } = donor;
  world.seed(
    event('donors.amended', {
      donorId,
      name: donor.name,
      phone: '',
      documentKind: 'passport',
      documentNumber: 'E0000602',
      sex,
      birthDate: donor.birthDate,
    }),
  );
  clock.forward(1);
  if (weightGrams !== undefined)
    world.seed(
      event('visits.vitalsMeasured', {
        visitId,
        readingId: 'later',
        weightGrams,
        systolic: 118,
        diastolic: 76,
        pulse: 72,
        pulseRegular: true,
        temperatureTenthsC: 365,
        leftArmOk: true,
        rightArmOk: true,
      }),
    );
  const din = await seated(world, donor);
  value(await command('collection.start', agreeing(world, donor, din), as));
  const state = async () => value(await query('collection.run', { din }, world.nurse.as())).saline;
  const before = await state();
  value(await command('collection.recordIntervention', { din, code: 'saline' }, as));
  return [before, await state()];
}

test('saline is due for women and for men below the pack’s weight, until it is recorded', async () => {
  assert.deepEqual(await saline(undefined, 'female'), ['due', 'given']);
  assert.deepEqual(await saline(69_900, 'male'), ['due', 'given']);
  assert.deepEqual(await saline(70_000, 'male'), ['notAsked', 'notAsked']);
});

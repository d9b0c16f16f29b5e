import { event } from '#shared/contract/events.ts';
import { value } from '#tests/support/station.ts';
import { agreeing, type SeedDonor, seated, type World } from './world.ts';

/** A donation of this donor that has ended at its target; answers its number. */
export async function collected(world: World, donor: SeedDonor, kit?: string): Promise<string> {
  const din = await seated(world, donor, kit);
  const { command, clock } = world.test;
  const proof = world.nurse.as();
  value(await command('collection.start', agreeing(world, donor, din), { proof }));
  const now = clock.now();
  world.seed(
    event('collection.ended', {
      din,
      donorId: donor.donorId,
      machineMl: 400,
      netGrams: 410,
      plasmaMl: 360,
      productMl: 400,
      acMl: 40,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      endedAt: now,
      freezeBy: now,
    }),
  );
  return din;
}

/** A donation whose machine ended at 400 mL with 40 mL anticoagulant. */
export async function machineEnded(world: World, kit = 'K1', key = '000602') {
  const { test: station, nurse } = world;
  const donor = world.donor(key);
  const din = await seated(world, donor, kit);
  const as = { proof: nurse.as() };
  value(await station.command('collection.start', agreeing(world, donor, din), as));
  const second = { proof: nurse.as({ with: station.staff.nurse2 }) };
  value(
    await station.command(
      'collection.keyMachineEnd',
      { din, machineMl: 400, acMl: 40, cycles: 5, stopReason: 'targetReached' },
      second,
    ),
  );
  return { donor, din, as };
}

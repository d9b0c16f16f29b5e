import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiveBatch } from '#electron/journal/receive.ts';
import { makeWorld, type SeedDonor, type World } from '#tests/features/collection/world.ts';
import { value } from '#tests/support/station.ts';

/** The number that a station gives to a donor. */
async function given(world: World, donor: SeedDonor): Promise<string> {
  const input = { visitId: donor.visitId, chairId: world.chairId };
  const by = { proof: world.nurse.as() };
  return value(await world.test.command('collection.assignNumber', input, by)).din;
}

const conflictsAt = async ({ test: station }: World) =>
  value(await station.query('exchange.conflicts', {}, station.staff.supervisor.as()));

test('a number that two stations gave: both sides by station and donor, the hold, the incident, its end', async () => {
  const [here, there] = [await makeWorld(), await makeWorld()];
  const [mine, theirs] = [here.donor('000731'), there.donor('000902')];
  const din = await given(here, mine);
  assert.equal(await given(there, theirs), din);
  assert.deepEqual(await conflictsAt(here), []);
  const { core } = there.test.station;
  const batch = [...core.store.journal.chain(core.station, 1)];
  assert.ok(receiveBatch(here.test.station.core, batch).ok);

  const [conflict, ...more] = await conflictsAt(here);
  assert.equal(more.length, 0);
  assert.equal(conflict?.key, din);
  assert.deepEqual(
    conflict?.sides.map(({ visitId, donorId, own }) => ({ visitId, donorId, own })),
    [
      { visitId: mine.visitId, donorId: mine.donorId, own: true },
      { visitId: theirs.visitId, donorId: theirs.donorId, own: false },
    ],
  );
  assert.equal(conflict?.sides.filter(({ counts }) => counts).length, 1);
  assert.ok(conflict?.sides.every(({ site, at, by }) => site !== null && at !== null && by));
  assert.doesNotMatch(JSON.stringify(conflict), new RegExp(`${mine.name}|${theirs.name}`));
  assert.equal(conflict?.hold?.endedAt, null);
  assert.equal(conflict?.incident?.endedAt, null);

  const { qualityRelease } = here.test.staff;
  const ask = {
    incidentId: conflict?.conflictId ?? '',
    conclusion: '两袋都报废',
    cause: 'procedure' as const,
    measure: '换号段',
  };
  const signed = { proof: qualityRelease.as({ signed: true }) };
  value(await here.test.command('quality.closeIncident', ask, signed));
  const [after] = await conflictsAt(here);
  assert.equal(after?.incident?.endedBy, qualityRelease.name);
  assert.equal(after?.incident?.conclusion, '两袋都报废');
  assert.equal(after?.hold?.endedAt, null);
});

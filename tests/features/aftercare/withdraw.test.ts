import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdrawCode } from '#electron/features/collection/withdraw-code.ts';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { codes, type TestPerson, value } from '#tests/support/station.ts';
import { collected } from '../collection/collected.ts';
import { makeWorld, type SeedDonor, type World } from '../collection/world.ts';

/** A world with a donation that has ended. */
async function afterDonation(): Promise<{ world: World; donor: SeedDonor; din: string }> {
  const world = await makeWorld();
  const donor = world.donor('000602');
  return { world, donor, din: await collected(world, donor) };
}

/** Everything that a desk can ask about the donor and her plasma, as this person reads it. */
async function asRead(world: World, donor: SeedDonor, person: TestPerson) {
  const { query } = world.test;
  const { donorId, name } = donor;
  const answers = await Promise.all([
    query('donors.search', { text: name }, person.as()),
    query('donors.lookUp', { number: donor.number }, person.as()),
    query('donors.file', { donorId }, person.as()),
    query('donors.history', { donorId }, person.as()),
    query('aftercare.recent', { search: '' }, person.as()),
    query('aftercare.informationList', {}, person.as()),
    query('collection.history', { donorId }, person.as()),
    query('honours.worklist', {}, person.as()),
  ]);
  return answers.map((answer) => (answer.status === 'ok' ? answer.value : answer.status));
}

test('the code holds the plasma; reception, supervisor, laboratory and print desk read what they read before', async () => {
  const { world, donor, din } = await afterDonation();
  const { command, staff, station } = world.test;
  const others = [world.nurse, staff.recruiter, staff.supervisor, staff.labTech, staff.printClerk];
  const before = await Promise.all(others.map((person) => asRead(world, donor, person)));
  const code = withdrawCode(donor.visitId);
  const spoken = `${code.slice(0, 4)} ${code.slice(4)}`;
  const withdraw = () =>
    command('aftercare.withdraw', { code: spoken, way: 'slip' }, { proof: staff.physician.as() });
  assert.deepEqual(value(await withdraw()), { held: 1, known: false });
  const { reader } = station.core.store;
  const [hold] = reader.by('hold', 'target', din);
  assert.equal(hold?.code, 'lateInformation');
  assert.equal(hold?.liftedAt, null);
  assert.equal(reader.by('deferral', 'donorId', donor.donorId)[0]?.hidden, true);
  for (const [index, person] of others.entries())
    assert.deepEqual(await asRead(world, donor, person), before[index], person.name);
  const file = value(
    await world.test.query('donors.file', { donorId: donor.donorId }, staff.physician.as()),
  );
  assert.equal(file?.deferrals.length, 1);
  assert.equal(file?.deferrals[0]?.code, 'seePhysician');
  assert.deepEqual(value(await withdraw()), { held: 1, known: true });
  assert.equal(reader.by('lateInformation', 'din', din).length, 1);
  assert.deepEqual(replay(station.core.store, slices).differing, []);
});

test('a wish told by name is taken down by the two roles alone, and the others read nothing of it', async () => {
  const { world, donor, din } = await afterDonation();
  const { command, staff } = world.test;
  const others = [world.nurse, staff.recruiter, staff.supervisor, staff.labTech, staff.printClerk];
  const before = await Promise.all(others.map((person) => asRead(world, donor, person)));
  const tell = (person: TestPerson) =>
    command('aftercare.recordInformation', { din, code: 'selfExclusion' }, { proof: person.as() });
  assert.deepEqual(codes(await tell(world.nurse)), ['aftercare.wishConfidential']);
  assert.equal(value(await tell(staff.qualityRelease)).held, 1);
  for (const [index, person] of others.entries())
    assert.deepEqual(await asRead(world, donor, person), before[index], person.name);
});

test('the wish outlasts every conclusion: the hold is not lifted', async () => {
  const { world, donor, din } = await afterDonation();
  const { command, staff, station } = world.test;
  const code = withdrawCode(donor.visitId);
  value(await command('aftercare.withdraw', { code }, { proof: staff.qualityRelease.as() }));
  const { reader } = station.core.store;
  const [information] = reader.by('lateInformation', 'din', din);
  const incidentId = `late:${information?.id}`;
  value(
    await command(
      'quality.closeIncident',
      { incidentId, cause: 'outside', measure: '不需要', conclusion: '已处理' },
      { proof: staff.qualityRelease.as({ signed: true }) },
    ),
  );
  const holdId = reader.by('hold', 'target', din)[0]?.id ?? '';
  const lift = await command(
    'components.liftHold',
    { holdId, why: '已查清' },
    { proof: staff.qualityRelease.as({ signed: true, with: staff.supervisor }) },
  );
  assert.equal(lift.status, 'refused');
});

test('nobody else may use a code; a code that is none is asked for again', async () => {
  const { world, donor } = await afterDonation();
  const { command, staff } = world.test;
  const code = withdrawCode(donor.visitId);
  for (const person of [
    world.nurse,
    staff.labTech,
    staff.supervisor,
    staff.printClerk,
    staff.admin,
  ])
    assert.deepEqual(codes(await command('aftercare.withdraw', { code }, { proof: person.as() })), [
      'station.notPermitted',
    ]);
  const as = { proof: staff.physician.as() };
  const none = code === '00000000' ? '00000001' : '00000000';
  assert.deepEqual(codes(await command('aftercare.withdraw', { code: none }, as)), [
    'aftercare.codeUnknown',
  ]);
  for (const bad of ['', '1234567', '123456789', 'ABCDEFGH', '１２３４５６７８'])
    assert.deepEqual(codes(await command('aftercare.withdraw', { code: bad }, as)), [
      'aftercare.codeShape',
    ]);
});

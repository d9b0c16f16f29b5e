import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTRIBUTE_MINUTES } from '#shared/features/calls/facts.ts';
import { codes, signedIn, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from '../collection/world.ts';

const world = await makeWorld();
const { test: site, nurse } = world;
const { core } = site.station;
const { reader, journal } = core.store;
const donor = world.donor('000601');
const din = await seated(world, donor);
const start = agreeing(world, donor, din);
value(await site.command('collection.start', start, { proof: nurse.as() }));

const press = (what: 'reaction' | 'stopped', token?: string) =>
  site.command(
    'calls.raise',
    { din, what },
    token === undefined ? {} : { proof: { actor: { kind: 'session', token } } },
  );
const open = async () => value(await site.query('calls.open', {}));
const last = () => journal.at(core.station, journal.head(core.station).seq);

test('anybody presses, signed in or not: journaled at once, the draw goes on, nobody is named', async () => {
  const before = reader.get('donation', din);
  const { callId } = value(await press('reaction'));
  assert.deepEqual([last()?.type, last()?.actor], ['calls.raised', 'station']);
  assert.deepEqual(reader.get('donation', din), before, 'the donation is untouched');
  const [call] = await open();
  assert.deepEqual([call?.callId, call?.what, call?.overdue], [callId, 'reaction', false]);
  assert.doesNotMatch(JSON.stringify(call), new RegExp(`${donor.name}|${nurse.name}`));
  const { seq } = journal.head(core.station);
  assert.deepEqual(value(await press('reaction')), { callId }, 'the second press is the first');
  assert.equal(journal.head(core.station).seq, seq);
});

test('also from a locked session, one that ended, and one in a donor’s hands', async () => {
  const { staffId, badge, pin } = site.staff.nurse2;
  const { token } = await signedIn(site, staffId, badge, pin);
  value(await site.command('operators.lock', { token }));
  core.sessions.open('k'.repeat(43), staffId, 'test', donor.visitId);
  for (const given of [token, 'gone'.repeat(8), 'k'.repeat(43)])
    assert.equal((await press('stopped', given)).status, 'ok');
  assert.equal(last()?.actor, 'station', 'a locked session proves nobody');
});

test('whoever is signed in stands behind her press at once', async () => {
  for (const { callId } of await open()) {
    const input = { callId, staffId: nurse.staffId };
    value(await site.command('calls.attribute', input, { proof: nurse.as() }));
  }
  assert.deepEqual(await open(), []);
  const { callId } = value(await press('reaction', nurse.token));
  assert.equal(reader.get('callOwner', callId)?.staffId, nurse.staffId);
  assert.deepEqual(await open(), []);
});

test('within thirty minutes somebody says whose it was; after that it is an incident, once', async () => {
  const { callId } = value(await press('stopped'));
  const due = () => site.station.act('calls.noteOverdue', {});
  site.clock.forward(ATTRIBUTE_MINUTES - 1);
  await due();
  assert.equal(reader.get('incident', callId), undefined);
  site.clock.forward(1);
  assert.equal((await open())[0]?.overdue, true);
  await due();
  await due();
  assert.equal(reader.get('incident', callId)?.code, 'callUnattributed');
  const attribute = (staffId: string) =>
    site.command('calls.attribute', { callId, staffId }, { proof: nurse.as() });
  assert.deepEqual(codes(await attribute('nobody')), ['calls.personUnknown']);
  value(await attribute(site.staff.nurse2.staffId));
  const owner = reader.get('callOwner', callId);
  assert.deepEqual(
    [owner?.staffId, owner?.attributedBy],
    [site.staff.nurse2.staffId, nurse.staffId],
  );
  assert.deepEqual(codes(await attribute(nurse.staffId)), ['calls.attributed']);
});

test('there is nothing to press beside a chair that does not run', async () => {
  const none = await site.command('calls.raise', { din: 'A999920000999', what: 'stopped' });
  assert.deepEqual(codes(none), ['calls.notRunning']);
});

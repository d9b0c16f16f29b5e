import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import type { Team } from '#shared/features/teams/model.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks, assessed, registered } from '../visits/journey.ts';

const at = await founded();
await adoptPacks(at);
const recruiter = at.staff.recruiter.as();
const proof = { proof: recruiter };
const people = {
  ready: await registered(at, {
    name: '可来者',
    birthDate: '1985-01-01',
    sequence: 3,
    phone: '13800138001',
  }),
  silent: await registered(at, {
    name: '未同意',
    birthDate: '1986-01-01',
    sequence: 5,
    phone: '13800138912',
  }),
  resting: await registered(at, {
    name: '间隔中',
    birthDate: '1987-01-01',
    sequence: 7,
    phone: '13800138423',
  }),
  deferred: await registered(at, {
    name: '暂缓者',
    birthDate: '1988-01-01',
    sequence: 9,
    phone: '13800138734',
  }),
};
for (const donorId of Object.values(people)) await assessed(at, donorId);
const join = (donorId: string, team: Team = 'emergency', member = true) =>
  at.command('teams.setMember', { donorId, team, member }, proof);
const agree = (donorId: string, given = true) =>
  at.command('donors.setConsent', { donorId, kind: 'contact', given, way: 'inPerson' }, proof);
const members = async () =>
  value(await at.query('teams.list', { team: 'emergency' }, recruiter)).members;
const callOut = () =>
  at.command('teams.callOut', { team: 'emergency', purpose: '库存告急', language: 'zh-CN' }, proof);

test('each member stands with her next day by the same rules as at the door', async () => {
  for (const donorId of Object.values(people)) value(await join(donorId));
  assert.deepEqual(codes(await join(people.ready)), ['teams.memberSame']);
  value(
    await at.command(
      'collection.recordHistory',
      {
        donorId: people.resting,
        donationType: 'convalescentPlasma',
        collectedOn: '2020-03-01',
        volumeMl: 400,
        completed: true,
        redCellsReturned: true,
      },
      { proof: at.staff.nurse.as() },
    ),
  );
  const defer = { kind: 'permanent' as const, code: 'other', until: null, why: '测试' };
  value(
    await at.command(
      'donors.defer',
      { donorId: people.deferred, ...defer },
      { proof: at.staff.physician.as() },
    ),
  );
  const listed = new Map((await members()).map((row) => [row.donorId, row]));
  assert.equal(listed.get(people.ready)?.verdict, 'eligible');
  assert.equal(listed.get(people.deferred)?.verdict, 'no');
  assert.deepEqual(
    [listed.get(people.resting)?.verdict, listed.get(people.resting)?.from],
    ['later', '2020-03-15'],
  );
  const explained = value(
    await at.query('visits.explain', { donorId: people.resting }, at.staff.nurse.as()),
  );
  const plasma = explained?.types.find((type) => type.donationType === 'convalescentPlasma');
  assert.equal(plasma?.from, listed.get(people.resting)?.from);
  const donationType = 'wholeBlood' as const;
  const blood = value(await at.query('teams.list', { team: 'emergency', donationType }, recruiter));
  const resting = blood.members.find((row) => row.donorId === people.resting);
  assert.equal(resting?.from, '2020-03-29', 'four weeks after plasma, as INT-9 says');
});

test('a call list holds whom the rules let come today and who agreed; its making is journaled, telephones are not', async () => {
  assert.deepEqual(codes(await callOut()), ['teams.nobody']);
  for (const donorId of [people.ready, people.resting, people.deferred])
    value(await agree(donorId));
  const made = value(await callOut());
  assert.equal(made.people, 1);
  assert.match(Buffer.from(made.pdf, 'base64').toString('latin1'), /^%PDF/);
  const [row] = at.station.core.store.reader.by('callOut', 'team', 'emergency');
  assert.deepEqual(row?.donorIds, [people.ready]);
  const kept = at.station.core.store.statements
    .get("SELECT body FROM journal WHERE type = 'teams.calledOut'")
    .all();
  assert.ok(!JSON.stringify(kept).includes('138001'));
  const looks = value(await at.query('donors.accessList', { donorId: people.ready }, recruiter));
  assert.deepEqual(
    looks.map(({ type, purpose }) => [type, purpose]),
    [['teams.calledOut', '库存告急']],
  );
  value(await agree(people.ready, false));
  assert.deepEqual(codes(await callOut()), ['teams.nobody']);
});

test('the team of rare groups wants a confirmed group; who leaves is listed no more', async () => {
  assert.deepEqual(codes(await join(people.ready, 'rareGroup')), ['teams.groupUnknown']);
  value(
    await at.command(
      'donors.recordGroup',
      { donorId: people.ready, abo: 'O', rhd: 'negative', source: 'donorCard' },
      { proof: at.staff.physician.as({ with: at.staff.supervisor }) },
    ),
  );
  value(await join(people.ready, 'rareGroup'));
  value(await join(people.silent, 'emergency', false));
  assert.equal((await members()).length, 3);
  const mine = value(await at.query('teams.ofDonor', { donorId: people.ready }, recruiter));
  assert.deepEqual(
    mine.filter(({ member }) => member).map(({ team }) => team),
    ['emergency', 'rareGroup'],
  );
  assert.deepEqual(replay(at.station.core.store, slices).differing, []);
});

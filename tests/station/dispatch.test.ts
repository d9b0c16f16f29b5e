import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { operations } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';
import { isPermitted } from '#shared/features/operators/permission.ts';
import { codes, enrolled, founded, makeStation, value } from '#tests/support/station.ts';

const SITE = {
  name: '示范采浆点',
  room: '二号室',
  licenceNumber: 'DEMO-0001',
  licenceExpires: '2030-12-31',
  contactPhone: '',
};

test('INV-33 the same command id answers again and adds nothing; with other input it is refused', async () => {
  const station = await founded();
  const { core } = station.station;
  const options = { proof: station.staff.admin.as(), commandId: randomUUID() };
  const first = await station.command('operators.amendSite', SITE, options);
  const { seq } = core.store.journal.head(core.station);
  const again = await station.command('operators.amendSite', SITE, options);
  assert.deepEqual(again, { ...first, replayed: true });
  assert.equal(core.store.journal.head(core.station).seq, seq);
  const other = await station.command('operators.amendSite', { ...SITE, room: '三号室' }, options);
  assert.deepEqual(codes(other), ['station.commandIdReused']);
});

test('INV-33 a refusal is kept under its command id too, also over a restart', async () => {
  const station = await founded();
  const commandId = randomUUID();
  const input = { ...SITE, licenceExpires: '2001-01-01' };
  const first = await station.command('operators.amendSite', input, {
    proof: station.staff.admin.as(),
    commandId,
  });
  assert.deepEqual(codes(first), ['operators.licenceExpired']);
  const again = await station.restart();
  const proof = { actor: { kind: 'badge' as const, badge: 'B-ADMIN', pin: '602481' } };
  const repeated = await again.command('operators.amendSite', input, { proof, commandId });
  assert.deepEqual(repeated, { ...first, replayed: true });
});

test('INV-33 commands that run at the same time under one id happen once', async () => {
  const station = await founded();
  const options = { proof: station.staff.admin.as({ signed: true }), commandId: randomUUID() };
  const input = { name: '新来者', badge: 'B-NEW', roles: ['nurse' as const], pin: '908172' };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => station.command('operators.enrolStaff', input, options)),
  );
  assert.equal(new Set(answers.map((answer) => value(answer).staffId)).size, 1);
  assert.equal(station.station.core.store.reader.by('staff', 'badge', 'B-NEW').length, 1);
});

test('INV-24 a decision on an old picture is refused with who changed it', async () => {
  const station = await founded();
  const { admin, admin2 } = station.staff;
  const seen = value(await station.query('operators.site', {}, admin.as())).version;
  const expects = { [station.siteId]: seen };
  value(await station.command('operators.amendSite', SITE, { proof: admin2.as(), expects }));
  const stale = await station.command('operators.amendSite', SITE, { proof: admin.as(), expects });
  assert.deepEqual(codes(stale), ['station.staleRecord']);
  const params = stale.status === 'refused' ? stale.reasons[0]?.params : undefined;
  assert.equal(params?.['by'], admin2.name);
  assert.equal(params?.['found'], seen + 1);
});

test('INV-29 every operation is denied to every role that the role table does not grant', async () => {
  const station = await founded();
  const { core } = station.station;
  const everyone = Object.values(station.staff);
  for (const [name, operation] of Object.entries(operations)) {
    if (operation.roles === 'public') continue;
    const anonymous = await station.station.call(
      name,
      { commandId: randomUUID(), input: {} },
      { door: 'test' },
    );
    assert.equal(anonymous.status, 'refused', `${name} without a session`);
    for (const person of everyone) {
      const { roles } = core.store.reader.get('staff', person.staffId) ?? { roles: [] as Role[] };
      const isGranted: boolean =
        operation.roles === 'signedIn' ||
        (Array.isArray(operation.roles) && operation.roles.some((role) => roles.includes(role)));
      const found = isPermitted(core.store.reader, core.now(), name, operation.roles, roles);
      assert.equal(found, isGranted, `${name} for ${roles.join()}`);
    }
  }
});

test('INV-29 a role table of the site’s own takes a permission away at once', async () => {
  const station = await founded();
  const { admin, qualityRelease, supervisor } = station.staff;
  value(await station.query('operators.staff', {}, supervisor.as()));
  const table = value(await station.query('operators.roleTable', {}, admin.as()));
  const grants: Partial<Record<Role, string[]>> = { ...table.grants, supervisor: [] };
  value(
    await station.command(
      'operators.adoptRoleTable',
      { from: station.clock.now(), grants },
      { proof: admin.as({ signed: true, with: qualityRelease }) },
    ),
  );
  const denied = await station.query('operators.staff', {}, supervisor.as());
  assert.deepEqual(codes(denied), ['station.notPermitted']);
});

test('INV-29 malformed, unknown and unproved calls are refused and only counted', async () => {
  const station = await founded();
  const { core } = station.station;
  const before = core.store.journal.head(core.station).seq;
  const call = async (name: string, envelope: unknown) =>
    codes(await station.station.call(name, envelope, { door: 'test' }))[0];
  const commandId = randomUUID();
  assert.equal(await call('operators.nothing', {}), 'station.unknownOperation');
  assert.equal(await call('constructor', {}), 'station.unknownOperation');
  assert.equal(await call('operators.me', null), 'station.malformedEnvelope');
  assert.equal(await call('operators.me', { input: {}, extra: 1 }), 'station.malformedEnvelope');
  assert.equal(
    await call('operators.amendSite', { commandId, input: { room: 5 } }),
    'station.malformedInput',
  );
  assert.equal(await call('operators.amendSite', { input: SITE }), 'station.commandIdMissing');
  assert.equal(
    await call('operators.amendSite', { commandId, input: SITE }),
    'station.signInFirst',
  );
  const forged = { actor: { kind: 'session', token: 'x'.repeat(43) } };
  assert.equal(await call('operators.me', { input: {}, proof: forged }), 'station.sessionEnded');
  const mistyped = { actor: { kind: 'badge', badge: 'B-ADMIN', pin: '000000' } };
  assert.equal(await call('operators.me', { input: {}, proof: mistyped }), 'operators.wrongPin');
  assert.equal(core.store.journal.head(core.station).seq, before);
  assert.equal(core.malformed, 6);
});

test('a refusal of somebody who proved herself is journaled by code, never with what was typed', async () => {
  const station = await founded();
  const { core } = station.station;
  const { nurse } = station.staff;
  const input = { ...SITE, name: '不该出现的字' };
  const denied = await station.command('operators.amendSite', input, { proof: nurse.as() });
  assert.deepEqual(codes(denied), ['station.notPermitted']);
  const { seq } = core.store.journal.head(core.station);
  const entry = core.store.journal.at(core.station, seq);
  assert.equal(entry?.type, 'attempt.refused');
  assert.equal(entry?.actor, nurse.staffId);
  assert.ok(!JSON.stringify(entry).includes('不该出现的字'));
});

test('INV-30 the second person is another human who proves herself for this command', async () => {
  const station = await founded({ open: false });
  const { admin, nurse, supervisor } = station.staff;
  const alias = await enrolled(station, admin, 'alias', ['supervisor'], '604001', admin.personId);
  const open = async (proof: Parameters<typeof admin.as>[0]) =>
    station.command('operators.openSite', {}, { proof: admin.as(proof) });
  assert.deepEqual(codes(await open({})), ['station.pinNeeded']);
  assert.deepEqual(codes(await open({ signed: true })), ['station.secondNeeded']);
  assert.deepEqual(codes(await open({ signed: true, with: admin })), ['station.secondSamePerson']);
  assert.deepEqual(codes(await open({ signed: true, with: alias })), ['station.secondSamePerson']);
  assert.deepEqual(codes(await open({ signed: true, with: nurse })), [
    'station.secondNotPermitted',
  ]);
  const wrongPin = { ...supervisor, pin: '111999' };
  assert.deepEqual(codes(await open({ signed: true, with: wrongPin })), [
    'station.secondNotProved',
  ]);
  // Two people are proved; what is missing now is the set-up itself.
  for (const code of codes(await open({ signed: true, with: supervisor })))
    assert.match(code, /^equipment\.missing/);
});

test('INV-34 the station’s now never goes back', async () => {
  const station = await founded();
  const before = value(await station.query('operators.signInScreen', {})).now;
  station.clock.set('2019-01-01T00:00:00.000Z');
  assert.equal(value(await station.query('operators.signInScreen', {})).now, before);
  const again = await station.restart();
  assert.equal(again.station.report.clockBehind, true);
  assert.equal(value(await again.query('operators.signInScreen', {})).now, before);
});

test('news come after the commit, with what changed', async () => {
  const station = await makeStation();
  const seen: string[] = [];
  station.station.subscribe(({ topics, from, seq }) =>
    seen.push(`${topics.join()} ${from}-${seq}`),
  );
  const input = {
    ...SITE,
    facilityCode: 'A9999',
    administrators: [
      { name: '甲', badge: 'B-1', pin: '602481' },
      { name: '乙', badge: 'B-2', pin: '602482' },
    ] as [
      { name: string; badge: string; pin: string },
      { name: string; badge: string; pin: string },
    ],
  };
  value(await station.command('operators.foundSite', input));
  assert.deepEqual(seen, ['operators,collection 1-7']);
  assert.deepEqual(codes(await station.command('operators.foundSite', input)), [
    'operators.alreadyFounded',
  ]);
});

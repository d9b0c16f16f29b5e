import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Operation } from '#shared/contract/define.ts';
import { operations } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import { EMERGENCY_MINUTES, EMERGENCY_READS_AS } from '#shared/features/emergency/access.ts';
import { exampleOf, schemaOf } from '#tests/loopback/from-contract.ts';
import { codes, enrolled, founded, signedIn, value } from '#tests/support/station.ts';

const site = await founded();
const { core } = site.station;
const why = '产房病人大出血，要看供者结果';

/** Moves the wall clock alone: idle time, which locks sessions, is measured by another. */
const later = (minutes: number) =>
  site.clock.set(new Date(Date.parse(site.clock.now()) + minutes * 60_000).toISOString());
const seq = () => core.store.journal.head(core.station).seq;
const open = (role: Role) =>
  site.command('emergency.open', { why }, { proof: site.staff[role].as({ signed: true }) });

async function firstCode(name: string, role: Role): Promise<string> {
  const operation: Operation = operations[name as keyof typeof operations];
  const input = exampleOf(schemaOf(operation.input));
  const answer = await site.station.call(
    name,
    { commandId: randomUUID(), input, proof: site.staff[role].as() },
    { door: 'test' },
  );
  return answer.status === 'refused' ? (answer.reasons[0]?.code ?? '') : answer.status;
}

function isGranted({ roles }: Operation, as: readonly Role[]): boolean {
  if (roles === 'public' || roles === 'signedIn') return true;
  return roles !== 'station' && as.some((role) => roles.includes(role));
}

const ACTING: readonly Role[] = ROLES.filter((role) =>
  isGranted(operations['emergency.open'] as Operation, [role]),
);

test('INV-29 every operation × every role in an emergency: reads open, no command does', async () => {
  for (const role of ACTING) value(await open(role));
  const opened = new Set<string>();
  for (const name of Object.keys(operations)) {
    const operation: Operation = operations[name as keyof typeof operations];
    if (operation.roles === 'public') continue;
    for (const role of ROLES) {
      if (isGranted(operation, [role])) continue;
      const isReading =
        operation.kind === 'query' &&
        ACTING.includes(role) &&
        isGranted(operation, EMERGENCY_READS_AS);
      const code = await firstCode(name, role);
      assert.equal(code === 'station.notPermitted', !isReading, `${name} for ${role}: ${code}`);
      if (isReading) opened.add(name);
    }
  }
  assert.ok(opened.size > 30, `${opened.size} reads were opened`);
  assert.ok(opened.has('laboratory.matrix') && opened.has('inventory.stock'));
  assert.equal(opened.has('operators.roleTable'), false);
  later(EMERGENCY_MINUTES);
});

test('INV-29 after its time nothing of it is left; before, it is journaled with its reason', async () => {
  const before = seq();
  const { accessId, until } = value(await open('nurse'));
  const entry = core.store.journal.at(core.station, before + 1);
  assert.equal(entry?.type, 'emergency.opened');
  assert.equal(entry?.reason, why);
  assert.equal(entry?.actor, site.staff.nurse.staffId);
  assert.equal(await firstCode('inventory.stock', 'nurse'), 'ok');
  assert.equal(await firstCode('inventory.stock', 'physician'), 'station.notPermitted');
  later(EMERGENCY_MINUTES - 1);
  assert.equal(await firstCode('inventory.stock', 'nurse'), 'ok');
  const mine = value(await site.query('emergency.mine', {}, site.staff.nurse.as()));
  assert.deepEqual(mine, { accessId, why, until });
  later(1);
  assert.equal(await firstCode('inventory.stock', 'nurse'), 'station.notPermitted');
  assert.equal(value(await site.query('emergency.mine', {}, site.staff.nurse.as())), null);
});

test('INV-31 it needs the PIN, a reason, and a role that may take it; one at a time', async () => {
  const { printClerk, volunteer } = site.staff;
  const alone = await site.command('emergency.open', { why }, { proof: printClerk.as() });
  assert.deepEqual(codes(alone), ['station.pinNeeded']);
  const blank = { why: '  ' };
  const none = await site.command('emergency.open', blank, {
    proof: printClerk.as({ signed: true }),
  });
  assert.deepEqual(codes(none), ['station.malformedInput']);
  const proof = volunteer.as({ signed: true });
  assert.deepEqual(codes(await site.command('emergency.open', { why }, { proof })), [
    'station.notPermitted',
  ]);
  value(await open('printClerk'));
  assert.deepEqual(codes(await open('printClerk')), ['emergency.runs']);
  value(await site.command('emergency.end', {}, { proof: printClerk.as() }));
  assert.deepEqual(codes(await site.command('emergency.end', {}, { proof: printClerk.as() })), [
    'emergency.none',
  ]);
  assert.equal(await firstCode('inventory.stock', 'printClerk'), 'station.notPermitted');
});

test('who signs out takes her emergency with her', async () => {
  const { staffId, badge, pin } = site.staff.nurse2;
  const session = await signedIn(site, staffId, badge, pin);
  const proof = session.as({ signed: true });
  value(await site.command('emergency.open', { why }, { proof: { ...proof, pin } }));
  value(await site.command('operators.signOut', { token: session.token, how: 'self' }));
  const again = await signedIn(site, staffId, badge, pin);
  assert.equal(value(await site.query('emergency.mine', {}, again.as())), null);
});

test('INV-30 another person reviews it once it is over; until then the day report counts it', async () => {
  const { admin, qualityRelease } = site.staff;
  const report = async () =>
    value(await site.query('reports.day', {}, admin.as())).open.find(
      ({ item }) => item === 'emergencies',
    )?.count ?? 0;
  const before = await report();
  const { accessId } = value(await open('admin'));
  const review = (by: typeof admin, verdict: 'justified' | 'notJustified', note = '') =>
    site.command(
      'emergency.review',
      { accessId, verdict, note },
      { proof: by.as({ signed: true }) },
    );
  assert.deepEqual(codes(await review(qualityRelease, 'justified')), ['emergency.notOver']);
  value(await site.command('emergency.end', {}, { proof: admin.as() }));
  later(1);
  assert.equal(await report(), before + 1);
  assert.deepEqual(codes(await review(admin, 'justified')), ['emergency.own']);
  const sameHuman = await enrolled(site, admin, 'other', ['admin'], '603999', admin.personId);
  assert.deepEqual(codes(await review(sameHuman, 'justified')), ['emergency.own']);
  assert.deepEqual(codes(await review(qualityRelease, 'notJustified')), ['emergency.noteMissing']);
  value(await review(qualityRelease, 'notJustified', '不是紧急情况'));
  assert.deepEqual(codes(await review(qualityRelease, 'justified')), ['emergency.reviewed']);
  assert.equal(await report(), before);
  const listed = value(await site.query('emergency.list', {}, admin.as()));
  const line = listed.find((one) => one.accessId === accessId);
  assert.deepEqual(
    [line?.state, line?.review?.verdict, line?.mine],
    ['reviewed', 'notJustified', true],
  );
  assert.ok(
    value(await site.query('reports.day', {}, admin.as())).counts.some(
      ({ item, count }) => item === 'emergencies' && count >= 1,
    ),
  );
});

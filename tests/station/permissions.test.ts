import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Operation } from '#shared/contract/define.ts';
import type { Proof } from '#shared/contract/envelope.ts';
import { event } from '#shared/contract/events.ts';
import { operations } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import { exampleOf, schemaOf } from '#tests/loopback/from-contract.ts';
import {
  type FoundedStation,
  founded,
  signedIn,
  type TestPerson,
  type TestStation,
  value,
} from '#tests/support/station.ts';

const NAMES = Object.keys(operations) as (keyof typeof operations)[];
const examples = new Map(NAMES.map((name) => [name, exampleOf(schemaOf(operations[name].input))]));

/** Refusals of people, before any rule is asked. */
const PEOPLE: ReadonlySet<string> = new Set([
  'station.signInFirst',
  'station.sessionEnded',
  'station.sessionLocked',
  'station.notPermitted',
  'station.pinMustChange',
  'station.accountDisabled',
]);

/** Open with a temporary PIN: choose a PIN, look, leave. */
const OPEN: ReadonlySet<string> = new Set([
  'operators.changePin',
  'operators.me',
  'operators.site',
]);

async function firstCode(at: TestStation, name: string, proof: Proof): Promise<string> {
  const input = examples.get(name as keyof typeof operations);
  const call = { commandId: randomUUID(), input, proof };
  const answer = await at.station.call(name, call, { door: 'test' });
  assert.notEqual(answer.status, 'failed', `${name}: ${JSON.stringify(answer)}`);
  return answer.status === 'refused' ? (answer.reasons[0]?.code ?? '') : 'ok';
}

const byToken = (token: string): Proof => ({ actor: { kind: 'session', token } });

function isGranted({ roles }: Operation, role: Role): boolean {
  if (roles === 'public' || roles === 'signedIn') return true;
  return roles !== 'station' && roles.includes(role);
}

/** Every operation that is not public, by every role, with proofs of a state that gives no power. */
async function allRefused(at: TestStation, proofs: ReadonlyMap<Role, Proof>, wanted: string) {
  for (const name of NAMES) {
    if (operations[name].roles === 'public') continue;
    for (const [role, proof] of proofs) {
      const wants: string = operations[name].roles === 'station' ? 'station.notPermitted' : wanted;
      assert.equal(await firstCode(at, name, proof), wants, `${name} for ${role}`);
    }
  }
}

async function tokens(at: FoundedStation): Promise<ReadonlyMap<Role, Proof>> {
  const found = new Map<Role, Proof>();
  for (const role of ROLES) {
    const { staffId, badge, pin } = at.staff[role];
    found.set(role, byToken((await signedIn(at, staffId, badge, pin)).token));
  }
  return found;
}

const tokenOf = (proof: Proof | undefined) =>
  proof?.actor?.kind === 'session' ? proof.actor.token : '';

test('INV-29 INV-32 every operation × every role × every session without power: refused, nothing written', async () => {
  const at = await founded();
  const { core } = at.station;
  const everyone = (proof: Proof) => new Map(ROLES.map((role) => [role, proof]));
  const live = await tokens(at);
  const ended = await tokens(at);
  for (const proof of ended.values())
    value(await at.command('operators.signOut', { token: tokenOf(proof), how: 'self' }));
  const before = core.store.journal.head(core.station).seq;
  await allRefused(at, everyone({}), 'station.signInFirst');
  await allRefused(at, everyone(byToken('x'.repeat(43))), 'station.sessionEnded');
  await allRefused(at, ended, 'station.sessionEnded');
  for (const proof of live.values())
    value(await at.command('operators.lock', { token: tokenOf(proof) }));
  await allRefused(at, live, 'station.sessionLocked');
  assert.equal(core.store.journal.head(core.station).seq, before);
  const again = await at.restart();
  await allRefused(again, live, 'station.sessionEnded');
});

test('INV-32 an idle session, a machine that slept and an account that was switched off give no power', async () => {
  const at = await founded();
  const idle = await tokens(at);
  at.clock.forward(24 * 60);
  await allRefused(at, idle, 'station.sessionLocked');
  const slept = await tokens(at);
  at.station.core.sessions.lockAll();
  await allRefused(at, slept, 'station.sessionLocked');
  const off = await tokens(at);
  const { admin2 } = at.staff;
  const boss = await signedIn(at, admin2.staffId, admin2.badge, admin2.pin);
  const switched = ROLES.filter((role) => role !== 'admin');
  for (const role of switched) {
    const { staffId, name, badge } = at.staff[role];
    const input = { staffId, name, badge, roles: [role], active: false };
    const proof = { ...boss.as({ signed: true }) };
    value(await at.command('operators.amendStaff', input, { proof }));
  }
  off.forEach((_, role) => {
    if (role === 'admin') (off as Map<Role, Proof>).delete(role);
  });
  await allRefused(at, off, 'station.sessionEnded');
});

test('INV-29 every operation × every role with a living session: refused unless the role table grants it', async () => {
  const at = await founded();
  for (const name of NAMES) {
    const operation: Operation = operations[name];
    if (operation.roles === 'public') continue;
    for (const role of ROLES) {
      if (isGranted(operation, role)) continue;
      const code = await firstCode(at, name, at.staff[role].as());
      assert.equal(code, 'station.notPermitted', `${name} for ${role}`);
    }
  }
});

test('INV-29 INV-30 INV-31 what is granted still asks for PIN and second person where the contract does', async () => {
  const at = await founded();
  for (const name of NAMES) {
    const operation: Operation = operations[name];
    if (operation.roles === 'public' || operation.kind === 'query') continue;
    for (const role of ROLES) {
      if (!isGranted(operation, role)) continue;
      const person: TestPerson = at.staff[role];
      if (operation.signature)
        assert.equal(await firstCode(at, name, person.as()), 'station.pinNeeded', name);
      if (operation.second?.when !== 'always') continue;
      const alone = await firstCode(at, name, person.as({ signed: true }));
      assert.equal(alone, 'station.secondNeeded', `${name} for ${role}`);
    }
  }
});

test('INV-29 with a temporary PIN only a PIN may be chosen', async () => {
  const at = await founded();
  const { admin } = at.staff;
  for (const role of ROLES) {
    const badge = `B-NEW-${role}`;
    const input = { name: `新人${role}`, badge, roles: [role], pin: '908172' };
    const proof = admin.as({ signed: true });
    const { staffId } = value(await at.command('operators.enrolStaff', input, { proof }));
    const { token } = await signedIn(at, staffId, badge, '908172');
    for (const name of NAMES) {
      const operation: Operation = operations[name];
      if (operation.roles === 'public' || OPEN.has(name)) continue;
      const code = await firstCode(at, name, byToken(token));
      const wants = isGranted(operation, role) ? 'station.pinMustChange' : 'station.notPermitted';
      assert.equal(code, wants, `${name} for ${role}`);
    }
    value(await at.query('operators.signInScreen', {}, byToken(token)));
  }
});

test('INV-29 every query that a role is granted answers it or says why not; never about people', async () => {
  const at = await founded();
  for (const name of NAMES) {
    const operation: Operation = operations[name];
    if (operation.kind !== 'query' || operation.roles === 'public') continue;
    for (const role of ROLES) {
      if (!isGranted(operation, role)) continue;
      const code = await firstCode(at, name, at.staff[role].as());
      assert.ok(!PEOPLE.has(code), `${name} for ${role}: ${code}`);
    }
  }
});

test('INV-30 INV-31 a granted command with a wrong PIN, or a second whose PIN is wrong, does nothing', async () => {
  const at = await founded({ open: false });
  const { core } = at.station;
  const { admin, supervisor, admin2 } = at.staff;
  const wrongActor = { ...admin.as({ with: supervisor }), pin: '111999' };
  assert.match(await firstCode(at, 'operators.openSite', wrongActor), /^operators\.wrongPin/);
  const second = { ...supervisor, pin: '111999' };
  const badSecond = admin.as({ signed: true, with: second });
  assert.equal(await firstCode(at, 'operators.openSite', badSecond), 'station.secondNotProved');
  const none = admin2.as({ signed: true });
  assert.equal(await firstCode(at, 'operators.openSite', none), 'station.secondNeeded');
  assert.equal(core.store.reader.all('site')[0]?.openedAt ?? null, null);
});

test('INV-29 who was switched off while her PIN was being proved does nothing', async () => {
  const at = await founded();
  const { core } = at.station;
  const { admin, admin2 } = at.staff;
  const verify = core.pins.verifyStaff.bind(core.pins);
  const amended = { staffId: admin.staffId, name: admin.name, badge: admin.badge };
  const off = event('operators.staffAmended', { ...amended, roles: ['admin'], active: false });
  const by = { actor: admin2.staffId, second: null, commandId: null };
  core.pins.verifyStaff = async (staffId, pin) => {
    const verdict = await verify(staffId, pin);
    core.transaction(() => core.record([off], by));
    return verdict;
  };
  const input = { name: '新人', badge: 'B-NEW', roles: ['nurse' as const], pin: '908172' };
  const proof = admin.as({ signed: true });
  const answer = await at.command('operators.enrolStaff', input, { proof });
  assert.equal(answer.status, 'refused');
  assert.deepEqual(core.store.reader.by('staff', 'badge', 'B-NEW'), []);
});

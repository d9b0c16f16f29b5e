import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BY_STATION } from '#electron/station/core.ts';
import { type People, provePeople, stillAllowed } from '#electron/station/prove.ts';
import type { Proof } from '#shared/contract/envelope.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { type CommandName, operations } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';
import { codes, enrolled, founded, type TestPerson, value } from '#tests/support/station.ts';

const at = await founded();
const { core } = at.station;
const { admin, admin2, supervisor } = at.staff;

/** What the transaction would say of people who were proved a moment before it. */
function asked(name: CommandName, people: People): string | undefined {
  const operation = operations[name] as Parameters<typeof stillAllowed>[2];
  return stillAllowed(core, name, operation, people)?.code;
}

const actorOf = (person: TestPerson) => {
  const actor = core.actorOf(person.staffId);
  assert.ok(actor);
  return actor;
};

/** As `provePeople` answered, at the time of asking. */
const proved = (person: TestPerson, second?: TestPerson): People => ({
  actor: actorOf(person),
  second: second && actorOf(second),
  token: person.token,
});

let pins = 0;
const somebody = (key: string, roles: readonly Role[]) => {
  pins += 1;
  return enrolled(at, admin, key, roles, `7135${20 + pins * 3}`);
};

const amend = async ({ staffId, name, badge }: TestPerson, roles: Role[], active = true) =>
  value(
    await at.command(
      'operators.amendStaff',
      { staffId, name, badge, roles, active },
      { proof: admin.as({ signed: true }) },
    ),
  );

test('INV-29 INV-32 between proof and transaction: who left, was switched off or lost the role does nothing', async () => {
  const leaving = await somebody('leaving', ['admin']);
  const before = proved(leaving);
  assert.equal(asked('operators.amendSite', before), undefined);
  await amend(leaving, ['nurse']);
  assert.equal(asked('operators.amendSite', before), 'station.notPermitted');
  // A screen in a donor's hands asks no role: it was given away by whoever had one.
  assert.equal(asked('operators.amendSite', { ...before, kioskVisit: 'v' }), undefined);
  await amend(leaving, ['admin'], false);
  assert.equal(asked('operators.amendSite', before), 'station.sessionEnded');
  // Badge and PIN came with the call: there is no session that could have ended.
  const byPin = { ...before, token: undefined };
  assert.equal(asked('operators.amendSite', byPin), 'station.accountDisabled');
  assert.equal(
    asked('operators.amendSite', { ...byPin, kioskVisit: 'v' }),
    'station.accountDisabled',
  );
  const locked = await somebody('locked', ['admin']);
  const seated = proved(locked);
  value(await at.command('operators.lock', { token: locked.token }));
  assert.equal(asked('operators.amendSite', seated), 'station.sessionLocked');
});

test('INV-30 an account that became another human’s in between is not the one that was proved', async () => {
  const twin = await somebody('twin', ['admin']);
  const before = proved(twin);
  const input = { staffId: twin.staffId, personId: admin2.personId };
  value(await at.command('operators.linkAccount', input, { proof: admin.as({ signed: true }) }));
  assert.notEqual(actorOf(twin).personId, before.actor?.personId);
  assert.equal(asked('operators.amendSite', before), 'station.accountDisabled');
});

test('INV-30 the second person is asked again too', async () => {
  const name = 'operators.resetPin';
  const second = await somebody('second', ['supervisor']);
  const before = proved(admin, second);
  assert.equal(asked(name, before), undefined);
  assert.equal(asked(name, proved(admin)), undefined);
  await amend(second, ['nurse']);
  assert.equal(asked(name, before), 'station.secondNotPermitted');
  await amend(second, ['supervisor'], false);
  assert.equal(asked(name, before), 'station.secondDisabled');
  assert.equal(asked(name, proved(supervisor, supervisor)), 'station.notPermitted');
  const own = { ...proved(admin, admin2), second: actorOf(admin) };
  assert.equal(asked(name, own), 'station.secondSamePerson');
});

test('a question asks nobody else, whatever proof comes with it', async () => {
  value(await at.query('operators.site', {}, admin.as({ with: admin2 })));
});

test('INV-29 a badge alone makes nobody the actor where the operation does not allow it', async () => {
  const site = { name: '示范', room: '', licenceNumber: 'DEMO', licenceExpires: '2030-12-31' };
  const proof = admin.as({ badge: admin2 });
  const answer = await at.command('operators.amendSite', { ...site, contactPhone: '' }, { proof });
  assert.deepEqual(codes(answer), ['station.badgeNotEnough']);
  const beside = admin.as({ signed: true, with: admin2 });
  const unasked = await at.command('operators.lock', { token: admin.token }, { proof: beside });
  assert.deepEqual(codes(unasked), ['station.secondNotAsked']);
});

test('INV-29 a badge scanned at the chair makes the act that of its one active owner', async () => {
  const { nurse, nurse2 } = at.staff;
  const name = 'collection.drawTube';
  const by = async (badge: string) => {
    const proof = { ...nurse.as(), badge };
    const found = await provePeople(core, name, operations[name], proof, { door: 'test' });
    return found.ok ? found.value.actor?.staffId : found.error.reason.code;
  };
  assert.equal(await by(nurse2.badge), nurse2.staffId);
  assert.equal(await by('B-NOBODY'), 'station.badgeUnknown');
  const left = await somebody('badged', ['nurse']);
  // As it stands when another station gave the same badge to an account of its own.
  const { staffId, name: called, badge } = left;
  const account = { name: called, badge, roles: ['nurse' as const] };
  const there = { ...account, staffId: 'twin', personId: 'p-twin' };
  const heard = (happened: NewEvent) => core.transaction(() => core.record([happened], BY_STATION));
  heard(event('operators.staffEnrolled', there));
  assert.equal(await by(badge), 'station.badgeUnknown', 'of two nobody knows which');
  heard(event('operators.staffAmended', { ...account, staffId: 'twin', active: false }));
  assert.equal(await by(badge), staffId, 'of the one who is left');
  heard(event('operators.staffAmended', { ...account, staffId, active: false }));
  assert.equal(await by(badge), 'station.badgeUnknown', 'of nobody');
});

test('INV-31 badge and PIN of the call sign it, but only for their owner, and a PIN beside them is proved too', async () => {
  const { nurse, nurse2 } = at.staff;
  const name = 'collection.drawTube';
  const operation = { ...operations[name], signature: true };
  const by = async (more: Partial<Proof>) => {
    const actor = { kind: 'badge', badge: nurse.badge, pin: nurse.pin } as const;
    const found = await provePeople(core, name, operation, { actor, ...more }, { door: 'test' });
    return found.ok ? found.value.actor?.staffId : found.error.reason.code;
  };
  assert.equal(await by({}), nurse.staffId);
  assert.equal(await by({ pin: nurse2.pin }), 'operators.wrongPin');
  assert.equal(await by({ badge: nurse2.badge }), 'station.pinNeeded');
  assert.equal(await by({ badge: nurse2.badge, pin: nurse.pin }), 'operators.wrongPin');
  assert.equal(await by({ badge: nurse2.badge, pin: nurse2.pin }), nurse2.staffId);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, founded, makeStation, value } from '#tests/support/station.ts';

test('a new folder is founded by two administrators and opened by two people', async () => {
  const station = await founded();
  const screen = value(await station.query('operators.signInScreen', {}));
  assert.equal(screen.founded, true);
  assert.equal(screen.open, true);
  assert.deepEqual(screen.demoStaff, []);
  const me = value(await station.query('operators.me', {}, station.staff.nurse.as()));
  assert.deepEqual(me.roles, ['nurse']);
  assert.equal(me.pinMustChange, false);
});

test('before first start the sign-in screen says so and nothing else is open', async () => {
  const station = await makeStation();
  const screen = value(await station.query('operators.signInScreen', {}));
  assert.equal(screen.founded, false);
  assert.deepEqual(codes(await station.query('operators.staff', {})), ['station.signInFirst']);
});

test('a badge names its carrier before the PIN; unknown and disabled ones name nobody', async () => {
  const station = await founded();
  const { admin, nurse } = station.staff;
  const holder = async (badge: string) =>
    value(await station.query('operators.badgeHolder', { badge }));
  assert.deepEqual(await holder(nurse.badge), {
    staffId: nurse.staffId,
    name: nurse.name,
    roles: ['nurse'],
    locked: false,
    lockedUntil: null,
    isShared: false,
  });
  assert.equal(await holder('nobody'), null);
  const { staffId, name, badge } = nurse;
  const disabled = { staffId, name, badge, roles: ['nurse' as const], active: false };
  const proof = admin.as({ signed: true });
  value(await station.command('operators.amendStaff', disabled, { proof }));
  assert.equal(await holder(nurse.badge), null);
});

test('a locked session can be unlocked or replaced by what is sent with its own token', async () => {
  const station = await founded();
  const { admin, nurse } = station.staff;
  const { token, pin } = nurse;
  value(await station.command('operators.lock', { token }));
  assert.deepEqual(codes(await station.query('operators.me', {}, nurse.as())), [
    'station.sessionLocked',
  ]);
  const proof = nurse.as();
  value(await station.command('operators.unlock', { token, pin }, { proof }));
  value(await station.query('operators.me', {}, nurse.as()));
  value(await station.command('operators.lock', { token }));
  const other = { who: { badge: admin.badge }, pin: admin.pin, replaces: token };
  const signed = value(await station.command('operators.signIn', other, { proof }));
  assert.equal(signed.name, admin.name);
  assert.deepEqual(codes(await station.query('operators.me', {}, nurse.as())), [
    'station.sessionEnded',
  ]);
});

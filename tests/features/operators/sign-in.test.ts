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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLockedOut, lockOutAfter, pinProblem } from '#shared/features/operators/pin-rules.ts';
import { codes, enrolled, type FoundedStation, founded, value } from '#tests/support/station.ts';

const signIn = (station: Pick<FoundedStation, 'command'>, badge: string, pin: string) =>
  station.command('operators.signIn', { who: { badge }, pin });

test('PINs are 6 to 12 digits and not the ones that everybody tries', () => {
  for (const pin of ['12345', '1234567890123', '60248a', '六〇二四八一', ''])
    assert.equal(pinProblem(pin, 'B'), 'operators.pinShape', pin);
  for (const pin of ['123456', '654321', '000000', '520520', '789012'])
    assert.equal(pinProblem(pin, 'B'), 'operators.pinWeak', pin);
  assert.equal(pinProblem('602481', '602481'), 'operators.pinWeak');
  assert.equal(pinProblem('602481', 'B'), undefined);
});

test('a lock-out starts at the fifth wrong PIN, doubles, and stays from the tenth', () => {
  const now = '2020-03-10T01:00:00.000Z';
  assert.equal(lockOutAfter(4, now), undefined);
  assert.deepEqual(lockOutAfter(5, now), { until: '2020-03-10T01:01:00.000Z' });
  assert.deepEqual(lockOutAfter(6, now), { until: '2020-03-10T01:02:00.000Z' });
  assert.deepEqual(lockOutAfter(9, now), { until: '2020-03-10T01:16:00.000Z' });
  assert.deepEqual(lockOutAfter(10, now), { until: null });
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 1000 }), (failures) => {
      assert.ok(isLockedOut({ active: true, ...lockOutAfter(failures, now) } as never, '9999'));
    }),
  );
});

test('INV-32 wrong PINs are counted over a restart; the fifth locks, also the right PIN', async () => {
  const station = await founded();
  for (let n = 0; n < 3; n += 1)
    assert.deepEqual(codes(await signIn(station, 'B-NURSE', '111999')), ['operators.wrongPin']);
  const again = await station.restart();
  assert.deepEqual(codes(await signIn(again, 'B-NURSE', '111999')), ['operators.wrongPin']);
  assert.deepEqual(codes(await signIn(again, 'B-NURSE', '111999')), ['operators.lockedOut']);
  const right = station.staff.nurse.pin;
  assert.deepEqual(codes(await signIn(again, 'B-NURSE', right)), ['operators.lockedOut']);
  station.clock.forward(2);
  value(await signIn(again, 'B-NURSE', right));
  assert.deepEqual(codes(await signIn(again, 'B-NURSE', '111999')), ['operators.wrongPin']);
});

test('INV-32 from the tenth wrong PIN only another person opens the account', async () => {
  const station = await founded();
  const { supervisor, admin } = station.staff;
  for (let n = 0; n < 10; n += 1) {
    await signIn(station, 'B-SUPERVISOR', '111999');
    station.clock.forward(600);
  }
  const locked = await signIn(station, 'B-SUPERVISOR', supervisor.pin);
  assert.deepEqual(codes(locked), ['operators.lockedOutForGood']);
  const fresh = value(await signIn(station, 'B-ADMIN', admin.pin));
  const proof = { actor: { kind: 'session' as const, token: fresh.token }, pin: admin.pin };
  const { staffId } = supervisor;
  value(await station.command('operators.liftLockOut', { staffId }, { proof }));
  value(await signIn(station, 'B-SUPERVISOR', supervisor.pin));
});

test('a badge that nobody has and a wrong PIN look the same', async () => {
  const station = await founded();
  const unknown = await signIn(station, 'B-NOBODY', '602481');
  const wrong = await signIn(station, 'B-NURSE', '602489');
  assert.deepEqual(unknown, wrong);
});

test('a temporary PIN opens nothing but the change of it', async () => {
  const station = await founded();
  const { admin, admin2, nurse } = station.staff;
  const forgotten = { staffId: nurse.staffId, pin: '771204' };
  const alone = await station.command('operators.resetPin', forgotten, {
    proof: admin.as({ signed: true }),
  });
  assert.deepEqual(codes(alone), ['station.secondNeeded']);
  value(
    await station.command('operators.resetPin', forgotten, {
      proof: admin.as({ signed: true, with: admin2 }),
    }),
  );
  assert.deepEqual(codes(await station.query('operators.me', {}, nurse.as())), [
    'station.sessionEnded',
  ]);
  const { token, pinMustChange } = value(await signIn(station, 'B-NURSE', '771204'));
  assert.equal(pinMustChange, true);
  const proof = { actor: { kind: 'session' as const, token }, pin: '771204' };
  const change = (newPin: string) => station.command('operators.changePin', { newPin }, { proof });
  assert.deepEqual(codes(await change('771204')), ['operators.pinUnchanged']);
  value(await change('771205'));
  assert.equal(value(await station.query('operators.me', {}, proof)).pinMustChange, false);
});

test('INV-32 lock, idle, switch and restart leave no power behind', async () => {
  const station = await founded();
  const { nurse, physician } = station.staff;
  const me = (token: string) =>
    station.query('operators.me', {}, { actor: { kind: 'session', token } });
  value(await station.command('operators.lock', { token: nurse.token }));
  assert.deepEqual(codes(await me(nurse.token)), ['station.sessionLocked']);
  const unlock = (pin: string) => station.command('operators.unlock', { token: nurse.token, pin });
  assert.deepEqual(codes(await unlock('111999')), ['operators.wrongPin']);
  value(await unlock(nurse.pin));
  value(await me(nurse.token));
  station.clock.forward(16);
  assert.deepEqual(codes(await me(nurse.token)), ['station.sessionLocked']);
  value(await unlock(nurse.pin));
  const input = { who: { badge: physician.badge }, pin: physician.pin, replaces: nurse.token };
  const next = value(await station.command('operators.signIn', input));
  assert.deepEqual(codes(await me(nurse.token)), ['station.sessionEnded']);
  value(await me(next.token));
  const again = await station.restart();
  const proof = { actor: { kind: 'session' as const, token: next.token } };
  assert.deepEqual(codes(await again.query('operators.me', {}, proof)), ['station.sessionEnded']);
});

test('a repeated sign-in is not answered with the kept secret', async () => {
  const station = await founded();
  const { nurse } = station.staff;
  const commandId = 'sign-in-0001';
  const input = { who: { badge: nurse.badge }, pin: nurse.pin };
  const { token } = value(await station.command('operators.signIn', input, { commandId }));
  const again = await station.command('operators.signIn', input, { commandId });
  assert.deepEqual(codes(again), ['station.outcomeIsSecret']);
  const { db } = station.station.core.store;
  const kept = db
    .prepare('SELECT group_concat(outcome || inputMark) FROM command_outcome')
    .pluck()
    .get();
  assert.ok(!String(kept).includes(token));
  assert.ok(!String(kept).includes(nurse.pin));
});

test('an account that is disabled loses its sessions; the last two administrators stay', async () => {
  const station = await founded();
  const { admin, admin2, nurse } = station.staff;
  const amend = (person: typeof nurse, active: boolean, roles: ('nurse' | 'admin')[]) =>
    station.command(
      'operators.amendStaff',
      { staffId: person.staffId, name: person.name, badge: person.badge, roles, active },
      { proof: admin.as({ signed: true }) },
    );
  value(await amend(nurse, false, ['nurse']));
  assert.deepEqual(codes(await station.query('operators.me', {}, nurse.as())), [
    'station.sessionEnded',
  ]);
  assert.deepEqual(codes(await signIn(station, nurse.badge, nurse.pin)), ['operators.wrongPin']);
  assert.deepEqual(codes(await amend(admin2, false, ['admin'])), ['operators.lastAdministrators']);
});

test('nobody lifts her own lock-out or resets her own PIN, under whichever account', async () => {
  const station = await founded();
  const { admin } = station.staff;
  const alias = await enrolled(station, admin, 'alias', ['nurse'], '604001', admin.personId);
  const proof = admin.as({ signed: true });
  const { admin2 } = station.staff;
  for (const witnessed of [
    admin.as({ signed: true, with: admin2 }),
    admin2.as({ signed: true, with: admin }),
  ]) {
    const forgotten = { staffId: alias.staffId, pin: '771204' };
    const reset = await station.command('operators.resetPin', forgotten, { proof: witnessed });
    assert.deepEqual(codes(reset), ['operators.ownPin']);
  }
  const lift = await station.command(
    'operators.liftLockOut',
    { staffId: alias.staffId },
    { proof },
  );
  assert.deepEqual(codes(lift), ['operators.ownLockOut']);
});

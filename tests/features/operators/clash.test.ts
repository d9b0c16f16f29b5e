import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { LOCK_OUT, STATION_PAUSE } from '#shared/features/operators/pin-rules.ts';
import { type FoundedStation, founded, value } from '#tests/support/station.ts';

const signIn = (station: Pick<FoundedStation, 'command'>, badge: string, pin: string) =>
  station.command('operators.signIn', { who: { badge }, pin });

const reasonOf = (answer: Awaited<ReturnType<typeof signIn>>) => {
  assert.equal(answer.status, 'refused');
  return answer.status === 'refused' ? answer.reasons[0] : undefined;
};

test('a wrong PIN says how many more lock the account, also after a restart', async () => {
  const station = await founded();
  const left: unknown[] = [];
  for (let n = 1; n < LOCK_OUT.firstAt - 1; n += 1)
    left.push(reasonOf(await signIn(station, 'B-NURSE', '111999'))?.params?.['left']);
  const again = await station.restart();
  left.push(reasonOf(await signIn(again, 'B-NURSE', '111999'))?.params?.['left']);
  assert.deepEqual(left, [4, 3, 2, 1]);
  const locked = reasonOf(await signIn(again, 'B-NURSE', '111999'));
  assert.equal(locked?.code, 'operators.lockedOut');
  assert.ok(String(locked?.params?.['until']) > station.clock.now());
});

test('a station that is tried with ever other badges pauses, also over a restart', async () => {
  const station = await founded();
  for (let n = 0; n < STATION_PAUSE.firstAt; n += 1) await signIn(station, `GUESS-${n}`, '111999');
  const { nurse } = station.staff;
  assert.equal(
    reasonOf(await signIn(station, nurse.badge, nurse.pin))?.code,
    'operators.stationPaused',
  );
  const again = await station.restart();
  assert.equal(
    reasonOf(await signIn(again, nurse.badge, nurse.pin))?.code,
    'operators.stationPaused',
  );
  station.clock.forward(STATION_PAUSE.minutes + 1);
  value(await signIn(again, nurse.badge, nurse.pin));
  assert.equal(reasonOf(await signIn(again, 'GUESS', '111999'))?.code, 'operators.wrongPin');
});

test('a badge of two active accounts opens neither until one of them has another', async () => {
  const station = await founded();
  const { admin, nurse } = station.staff;
  const { core } = station.station;
  // As it stands when two stations that enrolled apart have exchanged their journals.
  const twin = { staffId: 'staff-twin', personId: 'person-twin', badge: nurse.badge };
  const enrolled = event('operators.staffEnrolled', {
    ...twin,
    name: '另一人',
    roles: ['labTech'],
  });
  const by = { actor: 'station', second: null, commandId: randomUUID() };
  core.transaction(() => core.record([enrolled], by));
  const holder = value(await station.query('operators.badgeHolder', { badge: nurse.badge }));
  assert.equal(holder?.isShared, true);
  assert.equal(
    reasonOf(await signIn(station, nurse.badge, nurse.pin))?.code,
    'operators.badgeShared',
  );
  value(await station.command('operators.signIn', { who: { name: nurse.name }, pin: nurse.pin }));
  value(
    await station.command(
      'operators.amendStaff',
      { staffId: twin.staffId, name: '另一人', badge: 'B-TWIN', roles: ['labTech'], active: true },
      { proof: admin.as({ signed: true }) },
    ),
  );
  value(await signIn(station, nurse.badge, nurse.pin));
});

test('a name of two people asks for the badge, tries no PIN and counts nobody', async () => {
  const station = await founded();
  const { nurse } = station.staff;
  const { core } = station.station;
  const twin = { staffId: 'staff-twin', personId: 'person-twin', badge: 'B-TWIN' };
  const enrolled = event('operators.staffEnrolled', {
    ...twin,
    name: nurse.name,
    roles: ['nurse'],
  });
  const by = { actor: 'station', second: null, commandId: randomUUID() };
  core.transaction(() => core.record([enrolled], by));
  const byName = (pin: string) =>
    station.command('operators.signIn', { who: { name: nurse.name }, pin });
  for (let n = 0; n < STATION_PAUSE.firstAt; n += 1)
    assert.equal(reasonOf(await byName('111999'))?.code, 'operators.nameShared');
  assert.equal(reasonOf(await byName(nurse.pin))?.code, 'operators.nameShared');
  assert.equal(reasonOf(await signIn(station, nurse.badge, '111999'))?.params?.['left'], 4);
  value(await signIn(station, nurse.badge, nurse.pin));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { ClockGuard } from '#electron/station/clock-guard.ts';
import { askAfterMs } from '#electron/station/clock-rule.ts';
import { closedReason } from '#electron/station/closed.ts';
import { operations } from '#shared/contract/index.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import {
  codes,
  founded,
  signedIn,
  type TestClock,
  testClock,
  value,
} from '#tests/support/station.ts';

const HOUR = 3_600_000;

/** A clock whose wall may be set away from true time; true time and the steady clock go together. */
function falseClock(start: string) {
  let trueMs = Date.parse(start);
  let offset = 0;
  return {
    clock: {
      now: () => new Date(trueMs + offset).toISOString(),
      elapsedMs: () => trueMs - Date.parse(start),
    },
    pass: (ms: number) => {
      trueMs += ms;
    },
    shift: (ms: number) => {
      offset = ms;
    },
    offset: () => offset,
  };
}

const MINUTE = 60_000;
const DAY = 24 * HOUR;
/** What the guard lets two sound clocks differ by after some time. */
const allowed = (passed: number) => MINUTE + passed * 1e-4;

test('INV-34 whatever the clock is set to, the station goes by the time that passed, and a jump closes gates', () => {
  const step = fc.record({
    pass: fc.nat(40 * HOUR),
    offset: fc.oneof(
      fc.integer({ min: -400 * DAY, max: 400 * DAY }),
      fc.integer({ min: -3 * MINUTE, max: 3 * MINUTE }),
    ),
  });
  const met = { ahead: 0, behind: 0, steady: 0, toConfirm: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { clock, pass, shift, offset } = falseClock('2020-02-28T23:00:00.000Z');
      const guard = new ClockGuard(clock, () => '2020-02-28T22:00:00.000Z', 20 * HOUR);
      let passed = 0;
      for (const { pass: ms, offset: to } of steps) {
        pass(ms);
        passed += ms;
        shift(to);
        const trueMs = Date.parse(clock.now()) - offset();
        const state = guard.look();
        met[state] += 1;
        const expected =
          offset() > allowed(passed) ? 'ahead' : offset() < -allowed(passed) ? 'behind' : 'steady';
        assert.equal(state, expected);
        assert.ok(Math.abs(Date.parse(guard.now()) - trueMs) <= allowed(passed) + 1);
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(Math.min(met.ahead, met.behind, met.steady) > 100, JSON.stringify(met));
});

test('INV-34 every jump at every kind of moment: seen at once, gone with the correction or with two persons', () => {
  const starts = [
    '2020-02-28T23:59:30.000Z',
    '2020-02-29T12:00:00.000Z',
    '2019-12-31T23:59:59.000Z',
    '2026-03-29T00:59:59.000Z',
    '2026-11-01T05:59:59.000Z',
    '1970-01-01T00:00:00.000Z',
  ];
  const jumps = [
    2 * MINUTE,
    6 * MINUTE,
    HOUR,
    23 * HOUR,
    DAY,
    71 * HOUR,
    9 * DAY,
    366 * DAY,
    11_000 * DAY,
  ];
  for (const start of starts) {
    for (const jump of jumps.flatMap((size) => [size, -size])) {
      const { clock, pass, shift } = falseClock(start);
      const guard = new ClockGuard(clock, () => start, 20 * HOUR);
      shift(jump);
      assert.equal(guard.look(), jump > 0 ? 'ahead' : 'behind', `${start} ${jump}`);
      pass(10 * MINUTE);
      const trueNow = Date.parse(start) + 10 * MINUTE;
      assert.ok(Math.abs(Date.parse(guard.now()) - trueNow) <= allowed(10 * MINUTE));
      shift(0);
      assert.equal(guard.look(), 'steady', 'set right, it needs nobody');
      shift(jump);
      guard.confirm();
      // A clock behind the newest entry is nobody's to confirm: it comes right when time has passed.
      assert.equal(guard.look(), jump > 0 || jump > -9 * MINUTE ? 'steady' : 'behind', `${jump}`);
    }
  }
});

test('INV-34 the station’s now never goes back, whatever the clock does', async () => {
  const station = await founded();
  const { core } = station.station;
  const moves = fc.array(fc.integer({ min: -800, max: 800 }), { maxLength: 20 });
  const begun = Date.parse(station.clock.now());
  let last = core.now();
  await fc.assert(
    fc.asyncProperty(moves, async (days) => {
      for (const day of days) {
        station.clock.set(new Date(begun + day * 24 * HOUR).toISOString());
        await station.command('operators.lock', { token: 'nobody' });
        const entry = core.store.journal.lastAt() ?? '';
        assert.ok(core.now() >= entry);
        assert.ok(entry >= last || entry === core.store.journal.lastAt());
      }
      const refused = await station.command('operators.openSite', {});
      assert.equal(refused.status, 'refused');
      last = core.store.journal.lastAt() ?? last;
    }),
    { numRuns: 30 },
  );
  const ats = [...core.store.journal.chain(core.station)].map(({ at }) => at);
  assert.deepEqual(ats, ats.toSorted());
});

async function guarded(clock: TestClock) {
  const station = await founded({ ports: { clock, guardClock: true, idleMinutes: 100_000 } });
  const { admin, nurse } = station.staff;
  const lift = async () => {
    const proof = admin.as({ signed: true });
    return codes(
      await station.command('operators.liftLockOut', { staffId: nurse.staffId }, { proof }),
    );
  };
  return { station, lift };
}

test('INV-34 a clock that jumps ahead closes what decides by time until two confirm it', async () => {
  const clock = testClock();
  const { station, lift } = await guarded(clock);
  const open = ['operators.notLockedOut'];
  assert.deepEqual(await lift(), open);
  clock.forward(14 * 24 * 60);
  const { admin, admin2 } = station.staff;
  assert.deepEqual(await lift(), open, 'time that really passed closes nothing');
  clock.set('2021-03-10T01:00:00.000Z');
  const jumped = await lift();
  assert.deepEqual(jumped, ['station.clockAhead']);
  const entries = station.station.core.store.journal;
  assert.ok(
    (entries.lastAt() ?? '') < '2020-03-25',
    'nothing is recorded under a time not believed',
  );
  assert.deepEqual(station.station.core.machine.troubles(), ['station.clockAhead']);
  const alone = { proof: admin.as({ signed: true }) };
  assert.deepEqual(
    codes(await station.command('operators.confirmClock', { reason: '对时' }, alone)),
    ['station.secondNeeded'],
  );
  const two = { proof: admin.as({ signed: true, with: admin2 }) };
  const why = { reason: '换了主板电池' };
  value(await station.command('operators.confirmClock', why, two));
  assert.deepEqual(await lift(), open);
  assert.equal(station.station.core.now(), clock.now(), 'what two persons confirmed is believed');
  const [confirmed] = [
    ...station.station.core.store.journal.chain(station.station.core.station),
  ].filter(({ type }) => type === 'operators.clockConfirmed');
  assert.equal(confirmed?.reason, why.reason);
});

test('INV-34 a clock set back closes what decides by time until it is right again', async () => {
  const clock = testClock();
  const { station, lift } = await guarded(clock);
  const right = clock.now();
  clock.set('2020-03-09T01:00:00.000Z');
  assert.deepEqual(await lift(), ['station.clockBehind']);
  const { admin, admin2 } = station.staff;
  const two = { proof: admin.as({ signed: true, with: admin2 }) };
  value(await station.command('operators.confirmClock', { reason: '对时' }, two));
  assert.deepEqual(
    await lift(),
    ['station.clockBehind'],
    'nobody can confirm a clock that is behind',
  );
  clock.set(right);
  assert.deepEqual(await lift(), ['operators.notLockedOut']);
});

test('INV-34 between two starts too: long closed, or a clock that is behind', async () => {
  const clock = testClock();
  const { station } = await guarded(clock);
  const start = async (at: string) => {
    clock.set(at);
    const again = await station.restart({ guardClock: true });
    const state = again.station.core.machine.clockState();
    again.close();
    return state;
  };
  assert.equal(await start('2020-03-10T20:00:00.000Z'), 'steady', 'a night costs nothing');
  assert.equal(await start('2020-03-10T22:00:00.000Z'), 'toConfirm');
  assert.equal(await start('2020-03-19T01:00:00.000Z'), 'toConfirm');
  assert.equal(await start('2020-03-24T01:00:00.000Z'), 'ahead');
  assert.equal(await start('2020-03-09T23:00:00.000Z'), 'behind');
});

test('INV-34 whatever the clock says after whatever stop, no later time is believed than a confirmed one', () => {
  const met = { steady: 0, toConfirm: 0, ahead: 0, behind: 0 };
  const off = fc.oneof(fc.constant(0), fc.integer({ min: -400, max: 400 }));
  fc.assert(
    fc.property(fc.oneof(fc.nat(60), fc.nat(600)), off, fc.nat(60), (stop, off, ask) => {
      const { clock, pass, shift } = falseClock('2020-03-10T01:00:00.000Z');
      const [last, trueNow] = [Date.parse(clock.now()), Date.parse(clock.now()) + stop * HOUR];
      pass(stop * HOUR);
      shift(off * HOUR);
      const guard = new ClockGuard(clock, () => new Date(last).toISOString(), ask * HOUR);
      const [state, now] = [guard.look(), Date.parse(guard.now())];
      met[state] += 1;
      const seems = stop + off;
      const expected =
        seems > 240 ? 'ahead' : seems > ask ? 'toConfirm' : seems < 0 ? 'behind' : 'steady';
      assert.equal(state, expected);
      assert.equal(guard.isOlder, state === 'toConfirm' || state === 'ahead');
      assert.ok(now >= last - MINUTE, 'the core itself never goes before what is recorded');
      if (guard.isOlder) assert.ok(now <= trueNow, 'time goes by the older of the two');
      else assert.ok(now - last <= ask * HOUR, 'nobody asked: no more than the rule lets pass');
    }),
    { numRuns: 500 },
  );
  assert.ok(Math.min(...Object.values(met)) > 20, JSON.stringify(met));
});

test('INV-34 after a weekend the first who signs in confirms date and time; until then nothing is recorded', async () => {
  const clock = testClock();
  const before = (await guarded(clock)).station;
  const { nurse } = before.staff;
  clock.set('2020-03-12T23:55:00.000Z');
  const station = await before.restart({ guardClock: true });
  const { core } = station.station;
  assert.deepEqual(core.machine.troubles(), ['station.clockToConfirm']);
  const asked = async () => value(await station.query('operators.signInScreen', {})).timeToConfirm;
  assert.equal(await asked(), clock.now());
  const open = Object.entries(operations).filter(
    ([name, { kind }]) => kind === 'command' && closedReason(core, name) === undefined,
  );
  const byPeople = open.filter(([, { roles }]) => roles !== 'station').map(([name]) => name);
  assert.deepEqual(byPeople.toSorted(), [
    'calls.attribute',
    'calls.raise',
    'equipment.makeSupportBundle',
    'operators.changePin',
    'operators.confirmClock',
    'operators.confirmTime',
    'operators.lock',
    'operators.signIn',
    'operators.signOut',
    'operators.unlock',
  ]);
  const again = await signedIn(station, nurse.staffId, nurse.badge, nurse.pin);
  assert.ok((core.store.journal.lastAt() ?? '') < '2020-03-11', 'signed in at the older time');
  const confirm = (seen: string) =>
    station.command('operators.confirmTime', { seen }, { proof: again.as() });
  assert.deepEqual(codes(await confirm('2020-03-12T23:50:00.000Z')), ['operators.timeNotAsShown']);
  value(await confirm(clock.now()));
  assert.equal(core.now(), clock.now());
  assert.equal(await asked(), null);
  assert.deepEqual(core.machine.troubles(), []);
  assert.deepEqual(codes(await confirm(clock.now())), ['operators.timeNotAsked']);
});

test('INV-34 the site says after how long a stop somebody is asked; a pack that is silent, after a night', () => {
  const pack = offeredPacks().find(({ pack }) => pack.programme === 'generalDonor')?.pack;
  assert.ok(pack);
  const hours = (content: RulePack | undefined) => {
    const row = { programme: 'generalDonor', inForceFrom: '2020-01-01', inForceTo: null, content };
    const read = { all: () => (content ? [row] : []) } as unknown as StateReader;
    return askAfterMs(read, '2020-03-10' as CivilDate) / HOUR;
  };
  const rules = pack.rules.map((row) =>
    row.id === 'SITE-CLOCK' ? { ...row, params: { hours: 4 } } : row,
  );
  assert.deepEqual([hours(pack), hours({ ...pack, rules }), hours(undefined)], [20, 4, 20]);
});

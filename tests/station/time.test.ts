import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { ClockGuard } from '#electron/station/clock-guard.ts';
import { earliestAfter } from '#shared/features/rulesets/interval.ts';
import type { PastGiving } from '#shared/features/rulesets/subject.ts';
import { addDays, type CivilDate, daysBetween, localDateOf } from '#shared/kernel/civil-date.ts';
import { codes, founded, type TestClock, testClock, value } from '#tests/support/station.ts';

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

test('INV-34 no way of setting the clock passes the guard: beyond the policy gates are closed, within it they are open', () => {
  const step = fc.record({
    pass: fc.nat(40 * HOUR),
    offset: fc.oneof(
      fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR }),
      fc.integer({ min: -10 * 60_000, max: 10 * 60_000 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { clock, pass, shift, offset } = falseClock('2020-02-28T23:00:00.000Z');
      const guard = new ClockGuard(clock, '2020-02-28T22:00:00.000Z');
      let wasAhead = false;
      let latest = 0;
      for (const { pass: ms, offset: to } of steps) {
        pass(ms);
        shift(to);
        latest = Math.max(latest, Date.parse(clock.now()));
        const state = guard.look(new Date(latest).toISOString());
        wasAhead ||= offset() > 72 * HOUR;
        if (wasAhead) assert.equal(state, 'ahead');
        else if (offset() < -5 * 60_000) assert.equal(state, 'behind');
        else if (state !== 'steady') assert.ok(Date.parse(clock.now()) < latest - 5 * 60_000);
      }
    }),
    { numRuns: 500 },
  );
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
  assert.deepEqual(await lift(), ['station.clockAhead']);
  const alone = { proof: admin.as({ signed: true }) };
  assert.deepEqual(codes(await station.command('operators.confirmClock', {}, alone)), [
    'station.secondNeeded',
  ]);
  const two = { proof: admin.as({ signed: true, with: admin2 }) };
  value(await station.command('operators.confirmClock', {}, two));
  assert.deepEqual(await lift(), open);
});

test('INV-34 a clock set back closes what decides by time until it is right again', async () => {
  const clock = testClock();
  const { station, lift } = await guarded(clock);
  const right = clock.now();
  clock.set('2020-03-09T01:00:00.000Z');
  assert.deepEqual(await lift(), ['station.clockBehind']);
  const { admin, admin2 } = station.staff;
  const two = { proof: admin.as({ signed: true, with: admin2 }) };
  value(await station.command('operators.confirmClock', {}, two));
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
  assert.equal(await start('2020-03-19T01:00:00.000Z'), 'steady');
  assert.equal(await start('2020-03-24T01:00:00.000Z'), 'ahead');
  assert.equal(await start('2020-03-09T23:00:00.000Z'), 'behind');
});

test('INV-34 over leap days and turns of the year a later donation never opens an earlier day', () => {
  const packs = offeredPacks().map(({ pack }) => pack);
  const intervals = packs.flatMap((pack) =>
    pack.rules.filter((row) => row.criterion === 'intervalSinceLast'),
  );
  const types = (key: 'from' | 'to') =>
    new Set(intervals.flatMap((row) => (row.params[key] as readonly string[] | undefined) ?? []));
  const [before, after] = [types('from'), types('to')];
  assert.ok(before.size > 0 && after.size > 0);
  const giving = (startedOn: CivilDate, donationType: string): PastGiving => ({
    startedOn,
    donationType,
    plasmaMl: 400,
    redCellsReturned: 'yes',
    hadReaction: false,
  });
  for (const from of before) {
    for (const to of after) {
      let day = '2019-01-01' as CivilDate;
      let last = '';
      for (let n = 0; n < 6 * 366; n += 1) {
        const open = earliestAfter(packs, [giving(day, from)], to);
        if (open === undefined) break;
        assert.ok(open >= last && open > day, `${from} ${day} ${to} ${open}`);
        last = open;
        day = addDays(day, 1);
      }
    }
  }
});

test('INV-34 a civil day of the site follows its zone, and no zone makes a moment two days', () => {
  const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
  fc.assert(
    fc.property(
      fc.integer({
        min: Date.parse('2019-12-30T00:00:00Z'),
        max: Date.parse('2021-01-02T00:00:00Z'),
      }),
      fc.nat(36 * HOUR),
      fc.constantFrom(...zones),
      (at, later, zone) => {
        const [first, second] = [at, at + later].map((ms) =>
          localDateOf(new Date(ms).toISOString(), zone),
        );
        assert.ok(first && second && second >= first);
        assert.ok(daysBetween(first, second) <= Math.ceil(later / (24 * HOUR)) + 1);
      },
    ),
    { numRuns: 500 },
  );
});

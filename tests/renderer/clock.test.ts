import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followStationClock, stationNow, watchClockSteps } from '#renderer/app/clock.ts';

const said = (ms: number): string => new Date(ms).toISOString();

test('one machine has one clock, however late its answer is heard', () => {
  const now = Date.now();
  followStationClock(said(now - 20_000), now);
  assert.ok(Math.abs(stationNow() - Date.now()) < 1000);
});

test('a practice clock is followed by the answer that was heard soonest, and left again', () => {
  const now = Date.now();
  const ahead = -90 * 86_400_000;
  followStationClock(said(now + ahead - 9_000), now);
  followStationClock(said(now + ahead - 40), now);
  followStationClock(said(now + ahead - 3_000), now);
  assert.ok(Math.abs(stationNow() - Date.now() - (ahead - 40)) < 1000);
  followStationClock(said(now + 3_600_000), now);
  assert.ok(Math.abs(stationNow() - Date.now() - 3_600_000) < 1000);
  followStationClock(said(now), now);
  assert.ok(Math.abs(stationNow() - Date.now()) < 1000);
});

test('a step of the clock is told at once, a nearer measure of the same clock is not', () => {
  const now = Date.now();
  followStationClock(said(now), now);
  let steps = 0;
  const unwatch = watchClockSteps(() => {
    steps += 1;
  });
  followStationClock(said(now - 4 * 86_400_000), now);
  assert.equal(steps, 1);
  followStationClock(said(now - 4 * 86_400_000 + 200), now);
  assert.equal(steps, 1);
  unwatch();
  followStationClock(said(now), now);
  assert.equal(steps, 1);
});

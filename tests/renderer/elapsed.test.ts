import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elapsedMs, minutesText } from '#renderer/features/collection/time-words.ts';

const startedAt = '2026-11-18T05:23:00.000Z';

test('a draw has gone on since its start by the station’s clock, also a clock set for practice', () => {
  const now = Date.parse('2026-11-18T05:31:30.000Z');
  assert.equal(minutesText(elapsedMs({ startedAt, machineEndedAt: null }, now)), '08:30');
});

test('an ended draw stands still, and one whose start lies ahead has not begun', () => {
  const machineEndedAt = '2026-11-18T05:49:00.000Z';
  const later = Date.parse('2026-11-18T09:00:00.000Z');
  assert.equal(minutesText(elapsedMs({ startedAt, machineEndedAt }, later)), '26:00');
  assert.equal(elapsedMs({ startedAt, machineEndedAt: null }, Date.parse(startedAt) - 5000), 0);
});

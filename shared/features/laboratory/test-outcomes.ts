import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { testStateOf } from '../donors/test-samples.ts';
import { testState } from './effective.ts';
import { requirementsOf } from './panel.ts';
import type { Reading } from './readings.ts';

const WORST = ['unqualified', 'pending', 'qualified'] as const;

/** What each test of a test sample comes to now, by every pack that judges it; only what changed. */
export function testOutcomes(
  read: StateReader,
  number: string,
  readings: readonly Reading[],
  today: string,
): readonly NewEvent[] {
  const asked = requirementsOf(read, number, today);
  return [...new Set(asked.map(({ required }) => required.test))].flatMap((test) => {
    const states = asked
      .filter(({ required }) => required.test === test)
      .map(({ required, rules }) => testState(required, readings, rules));
    const state = WORST.find((one) => states.includes(one)) ?? 'pending';
    return state === testStateOf(read, number, test)
      ? []
      : [event('donors.testOutcome', { number, test, state })];
  });
}

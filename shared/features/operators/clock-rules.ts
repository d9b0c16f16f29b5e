import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';

/** A person reads, thinks and presses: what she confirms may be this much older than the clock now. */
const READING_MS = 2 * 60_000;

/** The station's clock, and the date and time on the screen when the person pressed; UTC. */
interface ClockQuestion {
  readonly isAsked: boolean;
  readonly at: string;
  readonly seen: string;
}

/**
 * After a long stop (rule SITE-CLOCK) the first who signs in calls date and time right (INV-34).
 * Refused where nothing is asked, and where another time stood on her screen.
 */
export function confirmTime(clock: ClockQuestion): Decision<NewEvent, Record<string, never>> {
  if (!clock.isAsked) return refused(reason('operators.timeNotAsked'));
  const late = Math.abs(Date.parse(clock.at) - Date.parse(clock.seen));
  if (late > READING_MS) return refused(reason('operators.timeNotAsShown'));
  return accepted([event('operators.timeConfirmed', { at: clock.at })], {});
}

import { isDin } from '../../../codes/din.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

export interface StopInput {
  readonly code: string;
  readonly expected: string;
  readonly scanned: string;
  readonly reasonCode: string;
}

/**
 * A second person takes the full-screen stop away, with a reason. It is counted and opens an incident;
 * the code that stopped the screen stays refused, so nothing is let through.
 */
export function overrideStop(
  input: StopInput,
  ctx: DecideContext,
): Decision<NewEvent, { stopId: string; today: number }> {
  if (!ctx.second) return refused(reason('collection.nobodyToOverride'));
  const stopId = ctx.newId();
  const subjects = [...new Set([input.expected, input.scanned].map(subjectOf))].filter(Boolean);
  const incident = { incidentId: `stop:${stopId}`, code: 'stopOverridden', subjects };
  return accepted(
    [
      event('collection.stopOverridden', { ...input, stopId, localDate: ctx.today }),
      event('quality.incidentOpened', incident),
    ],
    { stopId, today: ctx.read.by('stopOverride', 'localDate', ctx.today).length + 1 },
  );
}

/** A donation number as people compare it back to its 13 characters; other codes as they are. */
function subjectOf(shown: string): string {
  const din = shown.replaceAll(' ', '').slice(0, 13);
  return isDin(din) ? din : shown.replace(/^—$/, '').trim();
}

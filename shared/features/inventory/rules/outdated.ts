import type { DecideContext } from '../../../contract/context.ts';
import type { NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision } from '../../../kernel/decision.ts';
import { labelledBefore, outdatedHolds } from '../outdated.ts';

/** A pack came into force with the day: what it does not let stand is held; twice holds once. */
export function holdOutdated(
  _input: unknown,
  { read, today, zone }: DecideContext,
): Decision<NewEvent, { readonly held: number }> {
  const events = outdatedHolds(read, labelledBefore(read, today, zone), today);
  return accepted(events, { held: events.length });
}

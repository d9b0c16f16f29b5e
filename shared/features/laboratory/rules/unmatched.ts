import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

/** Says why a device message names no sample of ours; it stays in the record. */
export function explainUnmatched(
  input: { readonly unmatchedId: string; readonly code: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const row = ctx.read.get('unmatched', input.unmatchedId);
  if (row?.state !== 'open') return refused(reason('laboratory.unmatchedNotOpen'));
  return accepted([event('laboratory.unmatchedExplained', input)], {});
}

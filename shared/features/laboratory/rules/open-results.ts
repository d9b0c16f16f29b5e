import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { testedUnder } from '../../donors/test-samples.ts';
import { opensForMs } from '../reads.ts';

/**
 * Opens a donation's infection results to the person who asks, for a while. The read itself is the
 * event: who, when, whose, why. Refused for a number without a
 * donation, and where the pack at its collection does not say for how long (SITE-OPEN).
 */
export function openResults(
  input: { readonly din: string; readonly purpose: string },
  ctx: DecideContext,
): Decision<NewEvent, { readonly openForMs: number }> {
  const tested = testedUnder(ctx.read, input.din);
  if (!tested) return refused(reason('laboratory.donationUnknown', { din: input.din }));
  const openForMs = opensForMs(ctx.read, input.din);
  if (openForMs === undefined)
    return refused(reason('laboratory.openingUnset', { din: input.din }));
  const { donorId } = tested;
  const opened = { readId: ctx.newId(), din: input.din, donorId, purpose: input.purpose };
  return accepted([event('laboratory.resultsOpened', opened)], { openForMs });
}

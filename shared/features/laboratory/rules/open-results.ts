import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { OPEN_MS } from '../reads.ts';

/**
 * Opens a donation's infection results to the person who asks, for a while. The read itself is the
 * event: who, when, whose, why. Refused for a number without a donation.
 */
export function openResults(
  input: { readonly din: string; readonly purpose: string },
  ctx: DecideContext,
): Decision<NewEvent, { readonly openForMs: number }> {
  const donation = ctx.read.get('donation', input.din);
  if (!donation) return refused(reason('laboratory.donationUnknown', { din: input.din }));
  const { donorId } = donation;
  const opened = { readId: ctx.newId(), din: input.din, donorId, purpose: input.purpose };
  return accepted([event('laboratory.resultsOpened', opened)], { openForMs: OPEN_MS });
}

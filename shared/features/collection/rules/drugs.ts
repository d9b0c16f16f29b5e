import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

/**
 * A drug that was given, by the order of a physician who is named: one in service, and by role. Oral
 * calcium, fluids and posture are no drugs and need nobody's order (`collection.recordIntervention`).
 */
export function giveDrug(
  input: {
    readonly din: string;
    readonly drug: string;
    readonly dose: string;
    readonly orderedBy: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, { markId: string }> {
  const donation = ctx.read.get('donation', input.din);
  if (!donation) return refused(reason('collection.donationUnknown'));
  if (donation.state === 'left') return refused(reason('collection.donorGone'));
  const physician = ctx.read.get('staff', input.orderedBy);
  if (!physician?.active || !physician.roles.includes('physician'))
    return refused(reason('collection.orderNeeded'));
  const markId = ctx.newId();
  return accepted([event('collection.drugGiven', { ...input, markId, at: ctx.now })], { markId });
}

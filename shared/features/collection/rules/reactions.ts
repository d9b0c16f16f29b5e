import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

type ReactionInput = Pick<
  BodyOf<'collection.reactionRecorded'>,
  'din' | 'kind' | 'severity' | 'physicianCalled'
>;

/** An adverse reaction, at the chair, at rest, or told after the donor left. */
export function recordReaction(
  input: ReactionInput,
  ctx: DecideContext,
): Outcome<{ reactionId: string }> {
  const donation = ctx.read.get('donation', input.din);
  if (!donation) return refused(reason('collection.donationUnknown'));
  if (input.severity === 'severe' && !input.physicianCalled)
    return refused(reason('collection.physicianFirst'));
  const reactionId = ctx.newId();
  const body = { ...input, reactionId, donorId: donation.donorId, at: ctx.now };
  return accepted([event('collection.reactionRecorded', body)], { reactionId });
}

/** How a reaction ended and who calls the donor afterwards. */
export function closeReaction(
  input: { readonly reactionId: string; readonly outcome: string; readonly callOwnerId: string },
  ctx: DecideContext,
): Outcome {
  const row = ctx.read.get('reaction', input.reactionId);
  if (!row) return refused(reason('collection.reactionUnknown'));
  if (row.closedAt !== null) return refused(reason('collection.reactionClosed'));
  if (!ctx.read.get('staff', input.callOwnerId)?.active)
    return refused(reason('collection.ownerUnknown'));
  return accepted([event('collection.reactionClosed', { ...input, din: row.din })], {});
}

/** The physician's own badge at the chair: she is there, from this moment. Told once. */
export function physicianArrived(
  input: { readonly reactionId: string },
  ctx: DecideContext,
): Outcome {
  const row = ctx.read.get('reaction', input.reactionId);
  if (!row) return refused(reason('collection.reactionUnknown'));
  if (row.closedAt !== null) return refused(reason('collection.reactionClosed'));
  if (row.physicianArrivedAt !== null) return refused(reason('collection.physicianHere'));
  const body = { reactionId: row.id, din: row.din, at: ctx.now };
  return accepted([event('collection.physicianArrived', body)], {});
}

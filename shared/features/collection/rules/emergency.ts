import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { emergencyMarks, transferOf, unnotedCalls } from '../facts-reactions.ts';
import { openReaction } from './reactions.ts';

type Outcome<O = Record<string, never>> = Decision<NewEvent, O>;

/** The station's clock: a call for a physician that nobody answered in time is the supervisor's. */
export function noteUnanswered(
  _input: Record<string, never>,
  { read, now, today }: DecideContext,
): Outcome {
  const events = unnotedCalls(read, now, today).map(({ id: reactionId, din }) =>
    event('collection.physicianUnanswered', { reactionId, din, at: now }),
  );
  return accepted(events, {});
}

/** A supervisor takes a call that nobody answered; told once. */
export function takeEscalation(
  input: { readonly reactionId: string },
  ctx: DecideContext,
): Outcome {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  const { id: reactionId, din, unansweredAt, takenAt } = row.value;
  if (unansweredAt === null) return refused(reason('collection.notEscalated'));
  if (takenAt !== null) return refused(reason('collection.escalationTaken'));
  return accepted([event('collection.escalationTaken', { reactionId, din, at: ctx.now })], {});
}

/**
 * A line of the emergency list, each once. The stop of the run asks what became of the red cells; no
 * other line does.
 */
export function takeEmergencyStep(
  input: {
    readonly reactionId: string;
    readonly step: string;
    readonly redCellsReturned?: 'yes' | 'no' | 'partly' | undefined;
  },
  ctx: DecideContext,
): Outcome<{ markId: string }> {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  const { reactionId, step } = input;
  const isTaken = emergencyMarks(ctx.read, row.value).some((mark) => mark.code === step);
  if (isTaken) return refused(reason('collection.stepTaken'));
  const redCellsReturned = step === 'runStopped' ? (input.redCellsReturned ?? null) : null;
  if (step === 'runStopped' && redCellsReturned === null)
    return refused(reason('collection.redCellsUnstated'));
  const { din } = row.value;
  const body = { reactionId, din, markId: ctx.newId(), step, redCellsReturned, at: ctx.now };
  return accepted([event('collection.emergencyStepTaken', body)], { markId: body.markId });
}

/** The donor goes on to a hospital: who took her over, and when; not before the reaction, not later than now. */
export function transferDonor(
  input: {
    readonly reactionId: string;
    readonly receiver: string;
    readonly at?: string | undefined;
  },
  ctx: DecideContext,
): Outcome<{ markId: string }> {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  if (transferOf(ctx.read, row.value)) return refused(reason('collection.transferredAlready'));
  const at = input.at ?? ctx.now;
  if (at < row.value.at || at > ctx.now) return refused(reason('collection.transferTime'));
  const { reactionId, receiver } = input;
  const body = { reactionId, din: row.value.din, markId: ctx.newId(), receiver, at };
  return accepted([event('collection.donorTransferred', body)], { markId: body.markId });
}

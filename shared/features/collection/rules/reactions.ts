import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { transferOf } from '../facts-reactions.ts';
import type { ReactionRow } from '../model.ts';

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

/** A reaction that nobody has closed. */
export function openReaction(read: StateReader, reactionId: string): Result<ReactionRow, Reason> {
  const row = read.get('reaction', reactionId);
  if (!row) return err(reason('collection.reactionUnknown'));
  return row.closedAt === null ? ok(row) : err(reason('collection.reactionClosed'));
}

/** Another kind or severity; one that becomes severe calls the physician in the same breath. */
export function changeReaction(
  input: {
    readonly reactionId: string;
    readonly kind: string;
    readonly severity: ReactionRow['severity'];
  },
  ctx: DecideContext,
): Outcome {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  const { id: reactionId, din, kind, severity, physicianCalledAt } = row.value;
  if (kind === input.kind && severity === input.severity)
    return refused(reason('collection.nothingCorrected'));
  const isCalled = input.severity !== 'severe' || physicianCalledAt !== null;
  return accepted(
    [
      event('collection.reactionChanged', { ...input, din }),
      ...(isCalled ? [] : [event('collection.physicianCalled', { reactionId, din, at: ctx.now })]),
    ],
    {},
  );
}

/** The physician is called now; told once. */
export function callPhysician(input: { readonly reactionId: string }, ctx: DecideContext): Outcome {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  const { id: reactionId, din, physicianCalledAt } = row.value;
  if (physicianCalledAt !== null) return refused(reason('collection.calledAlready'));
  return accepted([event('collection.physicianCalled', { reactionId, din, at: ctx.now })], {});
}

/** The physician's own badge at the chair: she is there, from this moment. Told once. */
export function physicianArrived(
  input: { readonly reactionId: string },
  ctx: DecideContext,
): Outcome {
  const row = openReaction(ctx.read, input.reactionId);
  if (!row.ok) return refused(row.error);
  const { id: reactionId, din, physicianArrivedAt } = row.value;
  if (physicianArrivedAt !== null) return refused(reason('collection.physicianHere'));
  return accepted([event('collection.physicianArrived', { reactionId, din, at: ctx.now })], {});
}

export interface Closing {
  readonly reactionId: string;
  readonly outcome: string;
  readonly callOwnerId: string;
  readonly grade: number;
  readonly relatedness: string;
}

/**
 * How a reaction ended, its international grade, how surely the donation caused it, and who calls the
 * donor afterwards. A severe one only after the draw has stopped; “referred” only with the transfer.
 */
export function closeReaction(input: Closing, ctx: DecideContext): Outcome {
  const found = openReaction(ctx.read, input.reactionId);
  if (!found.ok) return refused(found.error);
  const row = found.value;
  if (!ctx.read.get('staff', input.callOwnerId)?.active)
    return refused(reason('collection.ownerUnknown'));
  const draws = ctx.read.get('donation', row.din);
  if (row.severity === 'severe' && draws?.state === 'running' && draws.machineEndedAt === null)
    return refused(reason('collection.stopFirst'));
  if (input.outcome === 'referred' && transferOf(ctx.read, row) === undefined)
    return refused(reason('collection.transferMissing'));
  return accepted([event('collection.reactionClosed', { ...input, din: row.din })], {});
}

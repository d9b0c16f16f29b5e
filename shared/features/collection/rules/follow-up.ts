import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

/** What the donor said at the call; days are those of limits in what she usually does. */
export interface SaidLater {
  readonly condition: string;
  readonly care: string;
  readonly limitedDays: number;
  readonly grade: number;
}

/**
 * The call after a closed reaction; one that reached nobody is kept and leaves the call due. Care outside
 * or a hospital raises the least grade that can be told: hospital from 3, outside care from 2.
 */
export function followUpReaction(
  input: {
    readonly reactionId: string;
    readonly said: SaidLater | null;
    readonly note: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, { followUpId: string }> {
  const row = ctx.read.get('reaction', input.reactionId);
  if (!row) return refused(reason('collection.reactionUnknown'));
  if (row.closedAt === null) return refused(reason('collection.closeFirst'));
  const { said, note } = input;
  const least = said === null ? 1 : leastGrade(said.care);
  if (said && said.grade < least) return refused(reason('collection.gradeTooLow', { least }));
  const followUpId = ctx.newId();
  const { id: reactionId, din } = row;
  const told = said ?? { condition: null, care: null, limitedDays: null, grade: null };
  const body = { followUpId, reactionId, din, reached: said !== null, ...told, note, at: ctx.now };
  return accepted([event('collection.reactionFollowedUp', body)], { followUpId });
}

/** The least international grade that outside care allows. */
function leastGrade(care: string): number {
  if (care === 'hospital') return 3;
  return care === 'outpatient' ? 2 : 1;
}

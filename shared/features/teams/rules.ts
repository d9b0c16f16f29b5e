import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { confirmedGroups } from '../donors/facts.ts';
import type { Team } from './model.ts';
import { callable, isMember } from './standing.ts';

/**
 * Puts a donor into a team or takes her out. Refused for what stands already, and for the team of rare
 * groups while no group, or more than one, is confirmed.
 */
export function setMember(
  input: { readonly donorId: string; readonly team: Team; readonly member: boolean },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const { donorId, team, member } = input;
  if (!ctx.read.get('donor', donorId)) return refused(reason('donors.unknown'));
  if (isMember(ctx.read, donorId, team) === member) return refused(reason('teams.memberSame'));
  if (member && team === 'rareGroup' && confirmedGroups(ctx.read, donorId).length !== 1)
    return refused(reason('teams.groupUnknown'));
  return accepted([event('teams.memberSet', input)], {});
}

export interface CallOutInput {
  readonly team: Team;
  readonly donationType: string;
  readonly purpose: string;
}

/**
 * Makes the list to call a team by: members whom the rules let come today and who agreed to be
 * contacted. Its making is journaled with who stands on it. Refused where nobody does. `drawn` is the
 * sheet, or why it could not be drawn.
 */
export function callOut(
  input: CallOutInput,
  ctx: DecideContext,
  drawn: { readonly pdf: string | null; readonly problem: string | null },
): Decision<NewEvent, { callOutId: string; people: number; pdf: string }> {
  const { pdf, problem } = drawn;
  const asked = { ...input, on: ctx.today, roles: ctx.actor.roles, zone: ctx.zone };
  const donorIds = callable(ctx.read, asked).map(({ donorId }) => donorId);
  if (donorIds.length === 0) return refused(reason('teams.nobody'));
  if (pdf === null) return refused(reason('teams.notDrawn', { problem: problem ?? '' }));
  const callOutId = ctx.newId();
  return accepted([event('teams.calledOut', { ...input, callOutId, donorIds })], {
    callOutId,
    people: donorIds.length,
    pdf,
  });
}

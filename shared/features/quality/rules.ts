import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';

/** Opens an incident about records by their ids. */
export function openIncident(
  input: { readonly code: string; readonly subjects: readonly string[]; readonly note: string },
  ctx: DecideContext,
): Decision<NewEvent, { readonly incidentId: string }> {
  const incidentId = ctx.newId();
  const body = { incidentId, code: input.code, subjects: [...input.subjects] };
  return accepted([event('quality.incidentOpened', body, { reason: input.note })], { incidentId });
}

/** Closes an incident with cause, measure and conclusion; a closed one stays closed. */
export function closeIncident(
  input: {
    readonly incidentId: string;
    readonly cause: string;
    readonly measure: string;
    readonly conclusion: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const row = ctx.read.get('incident', input.incidentId);
  if (!row) return refused(reason('quality.incidentUnknown'));
  if (row.closedAt !== null) return refused(reason('quality.incidentClosed'));
  return accepted([event('quality.incidentClosed', input)], {});
}

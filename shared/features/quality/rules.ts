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

/** Two reports of the same hurt within this time are one. */
const SAME_MINUTES = 10;

/**
 * Opens the incident of a needle-stick, a cut or a splash of blood. Anybody may, signed in or not; the
 * same said again within ten minutes changes nothing.
 */
export function reportNeedleStick(
  input: { readonly what: string; readonly who: string; readonly source: string },
  { read, now, newId }: DecideContext,
): Decision<NewEvent, { readonly incidentId: string; readonly reportedAt: string }> {
  const account = [input.what, input.who, input.source].filter((part) => part !== '').join(' · ');
  const same = read
    .by('incident', 'closedAt', null)
    .find(
      (row) =>
        row.code === 'needleStick' &&
        row.account === account &&
        Date.parse(now) - Date.parse(row.openedAt) < SAME_MINUTES * 60_000,
    );
  if (same) return accepted([], { incidentId: same.id, reportedAt: same.openedAt });
  const incidentId = newId();
  const subjects = input.source === '' ? [] : [input.source];
  const body = { incidentId, code: 'needleStick', subjects };
  return accepted([event('quality.incidentOpened', body, { reason: account })], {
    incidentId,
    reportedAt: now,
  });
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

import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { openCalls, unnoted } from './facts.ts';
import type { CallKind } from './model.ts';

/**
 * Says that a donor reacts or that her machine was stopped. Anybody may, signed in or not; a second
 * press of the same changes nothing, and somebody who is signed in stands behind it at once.
 */
export function raiseCall(
  { din, what }: { readonly din: string; readonly what: CallKind },
  { read, actor, newId }: DecideContext,
): Decision<NewEvent, { callId: string }> {
  const donation = read.get('donation', din);
  if (donation?.state !== 'running') return refused(reason('calls.notRunning'));
  const open = openCalls(read).find((row) => row.din === din && row.what === what);
  if (open) return accepted([], { callId: open.id });
  const callId = newId();
  const raised = event('calls.raised', { callId, din, chairId: donation.chairId, what });
  const { staffId } = actor;
  const isKnown = read.get('staff', staffId) !== undefined;
  return accepted([raised, ...(isKnown ? [event('calls.attributed', { callId, staffId })] : [])], {
    callId,
  });
}

/** Says whose press it was: one's own, or that of a colleague who told so. */
export function attributeCall(
  { callId, staffId }: { readonly callId: string; readonly staffId: string },
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  if (!read.get('call', callId)) return refused(reason('calls.unknown'));
  if (read.get('callOwner', callId)) return refused(reason('calls.attributed'));
  if (!read.get('staff', staffId)?.active) return refused(reason('calls.personUnknown'));
  return accepted([event('calls.attributed', { callId, staffId })], {});
}

/** The station's clock: a press that is nobody's after half an hour becomes an incident. */
export function noteOverdueCalls(
  _input: Record<string, never>,
  { read, now }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const events = unnoted(read, now).map(({ id, din }) =>
    event('quality.incidentOpened', { incidentId: id, code: 'callUnattributed', subjects: [din] }),
  );
  return accepted(events, {});
}

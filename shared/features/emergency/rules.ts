import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { humanOf } from '../operators/humans.ts';
import { EMERGENCY_MINUTES, endOf, runningEmergency } from './access.ts';
import type { EmergencyReviewRow } from './model.ts';

/** Opens wide reading for half an hour, journaled at once with the reason; it opens no act (INV-29). */
export function openEmergency(
  { why }: { readonly why: string },
  { read, now, actor, newId }: DecideContext,
): Decision<NewEvent, { accessId: string; until: string }> {
  const running = runningEmergency(read, actor.staffId, now);
  if (running) return refused(reason('emergency.runs', { until: running.until }));
  const accessId = newId();
  const until = new Date(Date.parse(now) + EMERGENCY_MINUTES * 60_000).toISOString();
  const opened = { accessId, staffId: actor.staffId, until };
  return accepted([event('emergency.opened', opened, { reason: why })], { accessId, until });
}

/** Ends one's own emergency before its time. */
export function endEmergency(
  _input: Record<string, never>,
  { read, now, actor }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const running = runningEmergency(read, actor.staffId, now);
  if (!running) return refused(reason('emergency.none'));
  return accepted([event('emergency.ended', { accessId: running.id, how: 'self' })], {});
}

/** Another person looks at an emergency that is over and says whether it was one (INV-30). */
export function reviewEmergency(
  input: {
    readonly accessId: string;
    readonly verdict: EmergencyReviewRow['verdict'];
    readonly note: string;
  },
  { read, now, actor }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const row = read.get('emergency', input.accessId);
  if (!row) return refused(reason('emergency.unknown'));
  if (now < endOf(read, row)) return refused(reason('emergency.notOver', { until: row.until }));
  if (read.get('emergencyReview', row.id)) return refused(reason('emergency.reviewed'));
  const owner = read.get('staff', row.staffId)?.personId ?? row.staffId;
  if (humanOf(read, owner) === humanOf(read, actor.personId))
    return refused(reason('emergency.own'));
  if (input.verdict === 'notJustified' && input.note.trim() === '')
    return refused(reason('emergency.noteMissing'));
  return accepted([event('emergency.reviewed', input)], {});
}

import type { Actor } from '../../contract/context.ts';
import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { EmergencyRow } from './model.ts';

/** How long an emergency lasts at most: 15 to 60 minutes are usual for breaking the glass. */
export const EMERGENCY_MINUTES = 30;

/**
 * Whose reading an emergency opens: bedside, laboratory and records. What a donor said in confidence
 * stays with its two named roles.
 */
export const EMERGENCY_READS_AS: readonly Role[] = ['nurse', 'labTech', 'supervisor'];

/** The emergency of a person that runs at an instant; undefined where none does. */
export function runningEmergency(
  read: StateReader,
  staffId: string,
  now: string,
): EmergencyRow | undefined {
  return read
    .by('emergency', 'staffId', staffId)
    .find((row) => row.openedAt <= now && now < endOf(read, row));
}

/** When an emergency ended or will: by hand, by signing out, or by its time. */
export function endOf(read: StateReader, row: EmergencyRow): string {
  const ended = read.get('emergencyEnd', row.id)?.endedAt;
  return ended !== undefined && ended < row.until ? ended : row.until;
}

/** For how many milliseconds more somebody reads as in an emergency. */
export function emergencyLeftMs(read: StateReader, staffId: string, now: string): number {
  const row = runningEmergency(read, staffId, now);
  return row ? Date.parse(row.until) - Date.parse(now) : 0;
}

/** The person as her questions are answered: in an emergency she also reads as others would. */
export function readerOf(read: StateReader, actor: Actor, now: string): Actor {
  if (!runningEmergency(read, actor.staffId, now)) return actor;
  return { ...actor, roles: [...new Set([...actor.roles, ...EMERGENCY_READS_AS])] };
}

/** Emergencies that are over and that nobody has looked at yet, oldest first. */
export function unreviewed(read: StateReader, now: string): readonly EmergencyRow[] {
  return read
    .all('emergency')
    .filter((row) => endOf(read, row) <= now && !read.get('emergencyReview', row.id))
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}

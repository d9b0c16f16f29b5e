import { z } from 'zod';
import { code, din, id, note, utc, words } from '../../contract/fields.ts';
import { redCells } from './contract-parts.ts';

const severity = z.enum(['mild', 'moderate', 'severe']);
const grade = z.int().min(1).max(5);

/** A reaction from its first word to the call afterwards. */
export const reactionEvents = {
  'collection.reactionRecorded': z.strictObject({
    reactionId: id,
    din,
    donorId: id,
    kind: code,
    severity,
    physicianCalled: z.boolean(),
    at: utc,
  }),
  /** It turned out to be another, or became lighter or heavier; the newest word stands. */
  'collection.reactionChanged': z.strictObject({ reactionId: id, din, kind: code, severity }),
  'collection.physicianCalled': z.strictObject({ reactionId: id, din, at: utc }),
  /** Nobody came within the site's time (SITE-PHYSICIAN): it is the supervisor's now. */
  'collection.physicianUnanswered': z.strictObject({ reactionId: id, din, at: utc }),
  /** A supervisor has taken the unanswered call. */
  'collection.escalationTaken': z.strictObject({ reactionId: id, din, at: utc }),
  /** The physician stands at the chair: her own badge says so. */
  'collection.physicianArrived': z.strictObject({ reactionId: id, din, at: utc }),
  /** A line of the emergency list was done; with the stop, what became of the red cells. */
  'collection.emergencyStepTaken': z.strictObject({
    reactionId: id,
    din,
    markId: id,
    step: code,
    redCellsReturned: redCells.nullable(),
    at: utc,
  }),
  /** A drug, by the order of the physician named. */
  'collection.drugGiven': z.strictObject({
    din,
    markId: id,
    drug: code,
    dose: words,
    orderedBy: id,
    at: utc,
  }),
  /** The donor went on to a hospital: who took her over, and when. */
  'collection.donorTransferred': z.strictObject({
    reactionId: id,
    din,
    markId: id,
    receiver: words,
    at: utc,
  }),
  'collection.reactionClosed': z.strictObject({
    reactionId: id,
    din,
    outcome: code,
    callOwnerId: id,
    grade: grade.optional(),
    relatedness: code.optional(),
  }),
  /** The call afterwards; one that nobody answered is told too. */
  'collection.reactionFollowedUp': z.strictObject({
    followUpId: id,
    reactionId: id,
    din,
    reached: z.boolean(),
    condition: code.nullable(),
    care: code.nullable(),
    limitedDays: z.int().min(0).max(3650).nullable(),
    grade: grade.nullable(),
    note,
    at: utc,
  }),
} as const;

import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, din, id, note, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { BEDSIDE, badge, done, mark, redCells } from './contract-parts.ts';
import {
  EMERGENCY_STEPS,
  FOLLOW_UP_CARE,
  FOLLOW_UP_CONDITIONS,
  REACTION_KINDS,
  REACTION_OUTCOMES,
  RELATEDNESS,
  SEVERITIES,
} from './reaction-words.ts';
import { reactionViews } from './views-reactions.ts';

const nothing = z.strictObject({});
const kind = z.enum(REACTION_KINDS);
const severity = z.enum(SEVERITIES);
const grade = z.int().min(1).max(5);
const OVERSEERS: readonly Role[] = [...BEDSIDE, 'qualityRelease'];
const READS = ['collection', 'operators', 'donors'] as const;

/** Reactions from the first tap to the call afterwards. */
export const reactionContract = {
  'collection.recordReaction': command(
    BEDSIDE,
    z.strictObject({ din, kind, severity, physicianCalled: z.boolean() }),
    z.strictObject({ reactionId: id }),
    badge,
  ),
  /** Another kind or severity; one that becomes severe calls the physician. */
  'collection.changeReaction': command(
    BEDSIDE,
    z.strictObject({ reactionId: id, kind, severity }),
    done,
    badge,
  ),
  'collection.callPhysician': command(BEDSIDE, z.strictObject({ reactionId: id }), done, badge),
  /** The physician's own badge at the chair. */
  'collection.physicianArrived': command(
    ['physician'],
    z.strictObject({ reactionId: id }),
    done,
    badge,
  ),
  /** The clock of the station: calls that nobody answered in the site's time become the supervisor's. */
  'collection.noteUnanswered': command('station', nothing, done),
  'collection.takeEscalation': command(
    ['supervisor'],
    z.strictObject({ reactionId: id }),
    done,
    badge,
  ),
  /** A line of the emergency list; the stop says what became of the red cells. */
  'collection.takeEmergencyStep': command(
    BEDSIDE,
    z.strictObject({
      reactionId: id,
      step: z.enum(EMERGENCY_STEPS),
      redCellsReturned: redCells.optional(),
    }),
    mark,
    badge,
  ),
  'collection.transferDonor': command(
    BEDSIDE,
    z.strictObject({
      reactionId: id,
      /** Hospital, and who took her over there or in the ambulance. */
      receiver: words,
      /** When she left; now when left out. */
      at: utc.optional(),
    }),
    mark,
    badge,
  ),
  'collection.closeReaction': command(
    BEDSIDE,
    z.strictObject({
      reactionId: id,
      outcome: z.enum(REACTION_OUTCOMES),
      /** Who calls the donor afterwards. */
      callOwnerId: id,
      grade,
      relatedness: z.enum(RELATEDNESS),
    }),
    done,
    badge,
  ),
  'collection.followUpReaction': command(
    BEDSIDE,
    z.strictObject({
      reactionId: id,
      /** What she said; null where nobody answered. */
      said: z
        .strictObject({
          condition: z.enum(FOLLOW_UP_CONDITIONS),
          care: z.enum(FOLLOW_UP_CARE),
          limitedDays: z.int().min(0).max(3650),
          grade,
        })
        .nullable(),
      note,
    }),
    z.strictObject({ followUpId: id }),
    badge,
  ),
  'collection.openReactions': query(BEDSIDE, nothing, reactionViews.open, [...READS]),
  /** Calls for a physician that nobody answered in the site's time; names nobody. */
  'collection.unanswered': query('public', nothing, z.array(reactionViews.unanswered), [
    'collection',
  ]),
  /** Closed reactions whose donor nobody has reached yet. */
  'collection.followUps': query(BEDSIDE, nothing, z.array(reactionViews.followUp), [...READS]),
  /** Reactions and technical events of a span of days, at most a year. */
  'collection.reactionCounts': query(
    OVERSEERS,
    z.strictObject({ from: civil, to: civil }),
    reactionViews.counts,
    ['collection'],
  ),
} as const;

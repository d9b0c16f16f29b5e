import { z } from 'zod';
import { code, din, id, utc } from '../../contract/fields.ts';
import { SEVERITIES } from './reaction-words.ts';
import { person } from './views-person.ts';

const severity = z.enum(SEVERITIES);

const reaction = z.strictObject({
  reactionId: id,
  kind: code,
  severity,
  at: utc,
  physicianCalledAt: utc.nullable(),
  physicianArrivedAt: utc.nullable(),
  physician: z.string().nullable(),
  unansweredAt: utc.nullable(),
  /** The supervisor who took an unanswered call. */
  takenBy: z.string().nullable(),
});

const donation = { reactionId: id, din, person, kind: code, severity };

/** Shapes of the answers about reactions. */
export const reactionViews = {
  ofRun: reaction.extend({ outcome: z.string().nullable(), closedAt: utc.nullable() }),
  open: z.strictObject({
    reactions: z.array(
      reaction.extend({
        din,
        person,
        chair: z.string(),
        /** The machine still draws. */
        running: z.boolean(),
        steps: z.array(z.strictObject({ step: code, at: utc, by: z.string() })),
        transfer: z.strictObject({ receiver: z.string(), at: utc }).nullable(),
      }),
    ),
    staff: z.array(z.strictObject({ staffId: id, name: z.string(), physician: z.boolean() })),
  }),
  unanswered: z.strictObject({
    reactionId: id,
    din,
    chair: z.string(),
    calledAt: utc,
    takenBy: z.string().nullable(),
  }),
  followUp: z.strictObject({
    ...donation,
    closedAt: utc,
    dueAt: utc,
    overdue: z.boolean(),
    ownerId: id,
    owner: z.string(),
    grade: z.int().nullable(),
    outcome: code,
    /** Calls that reached nobody. */
    tried: z.array(utc),
  }),
  counts: z.strictObject({
    donations: z.int(),
    reactions: z.array(
      z.strictObject({ kind: code, mild: z.int(), moderate: z.int(), severe: z.int() }),
    ),
    grades: z.array(z.strictObject({ grade: z.int(), count: z.int() })),
    technical: z.array(z.strictObject({ code, count: z.int() })),
  }),
} as const;

import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, note, utc, words } from '../../contract/fields.ts';

/** What a person may report; others open by themselves. */
export const INCIDENT_CODES = [
  'wrongLabel',
  'identityDoubt',
  'deviceFault',
  'temperature',
  'boxDifference',
  'volumeVariance',
  'lateInformation',
  'needleStick',
  'other',
] as const;

/** What an incident came from. */
export const INCIDENT_CAUSES = [
  'person',
  'procedure',
  'equipment',
  'material',
  'software',
  'outside',
  'unknown',
] as const;

/** How somebody was hurt by a donor's blood. */
export const NEEDLE_STICKS = ['needle', 'cut', 'splash'] as const;

/** Incidents. */
export const qualityContract = {
  /** Anybody may say so at once, signed in or not; the first-aid card stands beside it. */
  'quality.reportNeedleStick': command(
    'public',
    z.strictObject({
      what: z.enum(NEEDLE_STICKS),
      /** Name of who was hurt. */
      who: words,
      /** Number of the donation or chair that the blood came from; may be unknown. */
      source: z.string().trim().max(60),
    }),
    z.strictObject({ incidentId: id, reportedAt: utc }),
  ),
  /** Whom to call: the site's own number, day and night. */
  'quality.firstAid': query('public', z.strictObject({}), z.strictObject({ phone: z.string() }), [
    'operators',
  ]),
  'quality.openIncident': command(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'printClerk', 'supervisor', 'admin'],
    z.strictObject({
      code: z.enum(INCIDENT_CODES),
      subjects: z.array(id).max(40),
      note: note.min(2),
    }),
    z.strictObject({ incidentId: id }),
  ),
  'quality.closeIncident': command(
    ['qualityRelease', 'supervisor'],
    z.strictObject({
      incidentId: id,
      cause: z.enum(INCIDENT_CAUSES),
      /** What keeps it from coming again. */
      measure: note.min(2),
      conclusion: note.min(2),
    }),
    z.strictObject({}),
    { signature: true },
  ),
  /** All of them for who oversees; others see those that they reported themselves. */
  'quality.incidents': query(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'printClerk', 'supervisor', 'admin'],
    z.strictObject({ scope: z.enum(['open', 'all']).default('open') }),
    z.array(
      z.strictObject({
        incidentId: id,
        code: z.string(),
        subjects: z.array(z.string()),
        openedAt: utc,
        openedBy: z.string(),
        account: z.string(),
        /** Open for longer than rule SITE-INCIDENT allows. */
        overdue: z.boolean(),
        closedAt: utc.nullable(),
        closedBy: z.string().nullable(),
        cause: z.string().nullable(),
        measure: z.string().nullable(),
        conclusion: z.string().nullable(),
        version: z.int(),
      }),
    ),
    ['quality', 'rulesets'],
  ),
} as const;

import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, note, utc } from '../../contract/fields.ts';

/** What a person may report; others open by themselves. */
export const INCIDENT_CODES = [
  'wrongLabel',
  'identityDoubt',
  'deviceFault',
  'temperature',
  'boxDifference',
  'volumeVariance',
  'lateInformation',
  'other',
] as const;

/** Incidents. */
export const qualityContract = {
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
    z.strictObject({ incidentId: id, conclusion: note.min(2) }),
    z.strictObject({}),
    { signature: true },
  ),
  'quality.incidents': query(
    ['physician', 'labTech', 'qualityRelease', 'supervisor', 'admin'],
    z.strictObject({ scope: z.enum(['open', 'all']).default('open') }),
    z.array(
      z.strictObject({
        incidentId: id,
        code: z.string(),
        subjects: z.array(z.string()),
        openedAt: utc,
        openedBy: z.string(),
        closedAt: utc.nullable(),
        closedBy: z.string().nullable(),
        conclusion: z.string().nullable(),
        version: z.int(),
      }),
    ),
    ['quality'],
  ),
} as const;

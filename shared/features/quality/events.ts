import { z } from 'zod';
import { code, id, note } from '../../contract/fields.ts';

/** Incidents. */
export const qualityEvents = {
  'quality.incidentOpened': z.strictObject({ incidentId: id, code, subjects: z.array(id) }),
  'quality.incidentClosed': z.strictObject({
    incidentId: id,
    conclusion: note,
    cause: code.optional(),
    measure: note.optional(),
  }),
} as const;

import { z } from 'zod';
import { id, note, utc } from '../../contract/fields.ts';

/** Emergency reading; the reason stands in the entry. */
export const emergencyEvents = {
  'emergency.opened': z.strictObject({ accessId: id, staffId: id, until: utc }),
  'emergency.ended': z.strictObject({ accessId: id, how: z.enum(['self', 'signedOut']) }),
  'emergency.reviewed': z.strictObject({
    accessId: id,
    verdict: z.enum(['justified', 'notJustified']),
    note,
  }),
} as const;

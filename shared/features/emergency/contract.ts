import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, note, utc, words } from '../../contract/fields.ts';

const nothing = z.strictObject({});
const verdict = z.enum(['justified', 'notJustified']);

/** Emergency reading ("break the glass"): reads widely for a bounded time, does nothing. */
export const emergencyContract = {
  'emergency.open': command(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'printClerk', 'supervisor', 'admin'],
    z.strictObject({ why: words }),
    z.strictObject({ accessId: id, until: utc }),
    { signature: true },
  ),
  'emergency.end': command('signedIn', nothing, nothing),
  'emergency.review': command(
    ['admin', 'qualityRelease'],
    z.strictObject({ accessId: id, verdict, note }),
    nothing,
    { signature: true },
  ),
  /** One's own that runs now. */
  'emergency.mine': query(
    'signedIn',
    nothing,
    z.strictObject({ accessId: id, why: z.string(), until: utc }).nullable(),
    ['emergency'],
  ),
  /** All of them, those that wait for a review first. */
  'emergency.list': query(
    ['admin', 'qualityRelease', 'supervisor'],
    nothing,
    z.array(
      z.strictObject({
        accessId: id,
        name: z.string(),
        why: z.string(),
        openedAt: utc,
        until: utc,
        state: z.enum(['running', 'toReview', 'reviewed']),
        review: z.strictObject({ verdict, note: z.string(), by: z.string(), at: utc }).nullable(),
        mine: z.boolean(),
      }),
    ),
    ['emergency', 'operators'],
  ),
} as const;

import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { id } from '../../contract/fields.ts';

/** What clashed between stations. */
export const exchangeContract = {
  'exchange.conflicts': query(
    ['supervisor', 'admin', 'qualityRelease'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        conflictId: id,
        kind: z.enum(['number']),
        subjects: z.array(z.string()).readonly(),
        notedAt: z.string(),
      }),
    ),
    ['exchange', 'collection'],
  ),
} as const;

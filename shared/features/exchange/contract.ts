import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { id, utc } from '../../contract/fields.ts';

/** One of the acts that clash: who of which visit was given the number, and where. */
const side = z.strictObject({
  visitId: id,
  donorId: id.nullable(),
  /** The donor's number; names are for those who may read her file. */
  donor: z.string().nullable(),
  /** Name of the site; null where its founding has not come here yet. */
  site: z.string().nullable(),
  own: z.boolean(),
  at: utc.nullable(),
  by: z.string().nullable(),
  /** The act that the records go by meanwhile. */
  counts: z.boolean(),
});

/** What keeps the clash from doing harm, and who ended it. */
const guard = z.strictObject({
  since: utc,
  endedAt: utc.nullable(),
  endedBy: z.string().nullable(),
});

/** What clashed between stations. */
export const exchangeContract = {
  'exchange.conflicts': query(
    ['supervisor', 'admin', 'qualityRelease'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        conflictId: id,
        kind: z.enum(['number']),
        /** The thing that both claim: a donation number. */
        key: z.string(),
        notedAt: z.string(),
        sides: z.array(side),
        /** The hold on everything that carries the number; null before it was placed. */
        hold: guard.nullable(),
        /** The incident that people close when they have found out; null before it was opened. */
        incident: guard.extend({ conclusion: z.string().nullable() }).nullable(),
      }),
    ),
    ['exchange', 'collection', 'components', 'quality'],
  ),
} as const;

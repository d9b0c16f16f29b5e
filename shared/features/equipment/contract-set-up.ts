import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { code, id } from '../../contract/fields.ts';

const nothing = z.strictObject({});

const setUpItem = z.strictObject({
  /** What has to be there; `equipment.setUp.<item>` in the texts. */
  item: code,
  done: z.boolean(),
  /** Refusal code that says what is missing and where to do it; null when done. */
  missing: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Screen on which it is done. */
  where: z.string(),
});

/** What the site still lacks before it can be opened, and the numbers that it may give out. */
export const setUpContract = {
  'equipment.numberLeases': query(
    ['admin', 'supervisor', 'nurse'],
    nothing,
    z.array(
      z.strictObject({
        leaseId: id,
        facility: z.string(),
        year: z.string(),
        first: z.int(),
        last: z.int(),
        burnedAbove: z.int().nullable(),
        own: z.boolean(),
        thisYear: z.boolean(),
      }),
    ),
    ['collection', 'exchange'],
  ),
  'equipment.setUp': query(
    'signedIn',
    nothing,
    z.strictObject({
      openedAt: z.string().nullable(),
      complete: z.boolean(),
      items: z.array(setUpItem),
    }),
    ['operators', 'rulesets', 'equipment', 'collection'],
  ),
} as const;

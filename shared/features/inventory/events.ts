import { z } from 'zod';
import { code, din, grams, id } from '../../contract/fields.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** Release, put-away, discard. */
export const inventoryEvents = {
  /** The only road into `released` (INV-20); journaled with the evidence of each condition. */
  'inventory.released': z.strictObject({
    unitId: id,
    din,
    listId: id,
    checks: z.array(
      z.strictObject({
        ruleId: id,
        clause: z.string(),
        item: bilingual,
        input: bilingual,
        replaced: z.array(bilingual),
        limit: bilingual,
        verdict: z.enum(['met', 'notMet', 'missing', 'notApplicable', 'caution']),
        overridableBy: z.literal('physician').nullable(),
      }),
    ),
  }),
  /** A disqualifying fact came after release and before issue (INV-19). */
  'inventory.releaseWithdrawn': z.strictObject({ unitId: id, din, code }),
  'inventory.moved': z.strictObject({ unitId: id, fromPlaceId: id.nullable(), toPlaceId: id }),
  'inventory.discarded': z.strictObject({
    discardId: id,
    unitId: id,
    din,
    code,
    netGrams: grams,
    wasteBag: z.string().max(40),
  }),
} as const;

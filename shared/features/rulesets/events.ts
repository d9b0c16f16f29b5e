import { z } from 'zod';
import { civil, code, id, sha256, words } from '../../contract/fields.ts';

/** Adoption of dated rule packs. */
export const rulesetsEvents = {
  /** The whole pack goes into the journal; later decisions name its hash. */
  'rulesets.packAdopted': z.strictObject({
    hash: sha256,
    packId: id,
    programme: code,
    revision: z.int(),
    demo: z.boolean(),
    inForceFrom: civil,
    inForceTo: civil.nullable(),
    content: z.json(),
    /** Rule ids of unverified values that the two persons named one by one. */
    confirmed: z.array(id),
    note: z.string().max(400),
  }),
  'rulesets.packRetired': z.strictObject({ hash: sha256, inForceTo: civil, why: words }),
} as const;

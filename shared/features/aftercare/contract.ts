import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { din, id, note, utc } from '../../contract/fields.ts';
import { CONFIDENTIAL_ROLES } from '../donors/facts.ts';

/** What a donor may tell afterwards. */
export const LATE_CODES = [
  'fever',
  'symptoms',
  'covidContact',
  'medication',
  'illness',
  'riskTold',
  'selfExclusion',
  'other',
] as const;

/** Late information. */
export const aftercareContract = {
  'aftercare.recordInformation': command(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({ din, code: z.enum(LATE_CODES), note: note.default('') }),
    z.strictObject({ informationId: id, held: z.int() }),
    { badge: true },
  ),
  /**
   * The coded call: whoever holds the code of the after-care sheet withdraws her plasma without a
   * name. Open to these two roles alone; reception, laboratory and print desk learn nothing of it.
   */
  'aftercare.withdraw': command(
    CONFIDENTIAL_ROLES,
    z.strictObject({ code: z.string().max(20) }),
    z.strictObject({
      /** Donations of hers that were held now or before. */
      held: z.int(),
      /** The code was used before; nothing more was done. */
      known: z.boolean(),
    }),
  ),
  /** Recent donations, for finding the caller's by number, name or phone. */
  'aftercare.recent': query(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({ search: z.string().max(60).default('') }),
    z.array(
      z.strictObject({
        din,
        donorName: z.string(),
        donorNumber: z.string(),
        phoneTail: z.string(),
        collectedAt: utc,
        informed: z.int(),
      }),
    ),
    ['collection', 'donors', 'aftercare'],
  ),
  'aftercare.informationList': query(
    ['physician', 'qualityRelease', 'supervisor'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        informationId: id,
        din,
        code: z.string(),
        receivedAt: utc,
        by: z.string(),
      }),
    ),
    ['aftercare'],
  ),
} as const;

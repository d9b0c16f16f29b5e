import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { din, id, note, utc } from '../../contract/fields.ts';

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

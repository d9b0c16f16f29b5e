import { z } from 'zod';
import { code, din, grams, id, ml, sha256, tenthsC, utc } from '../../contract/fields.ts';
import { PRINT_OUTCOMES } from './model.ts';

/** Split, pathogen inactivation, freezing, holds. */
export const componentsEvents = {
  'components.unitCreated': z.strictObject({
    unitId: id,
    din,
    donorId: id,
    productCode: z.string().length(8),
    division: z.string().length(2),
    parentUnitId: id.nullable(),
    volumeMl: ml,
    netGrams: grams,
    collectedAt: utc,
    expiresAt: utc,
    freezeBy: utc,
    /** Serial of the in-process label that it carries before it is cut. */
    inProcessSerial: code.nullable(),
  }),
  /** What was mistyped at the split, before any final label; the newest figures stand. */
  'components.unitCorrected': z.strictObject({
    unitId: id,
    din,
    volumeMl: ml,
    netGrams: grams,
    code,
  }),
  /** An in-process label goes to the printer; each further copy has a reason. */
  'components.inProcessPrinted': z.strictObject({
    unitId: id,
    serial: code,
    /** The printer that the person chose; without it the first one in use. */
    printerId: id.optional(),
  }),
  /** What became of it: checked, sent, and what the printer told; one report a printing. */
  'components.inProcessReported': z.strictObject({
    printId: id,
    unitId: id,
    printerId: id.nullable(),
    /** SHA-256 of the bytes that passed the check and went out; null where nothing was sent. */
    contentHash: sha256.nullable(),
    outcome: z.enum(PRINT_OUTCOMES),
    codes: z.array(code),
  }),
  /** The in-process label was scanned against its mother. */
  'components.inProcessVerified': z.strictObject({ unitId: id, serial: code }),
  'components.inactivated': z.strictObject({
    unitId: id,
    done: z.boolean(),
    method: code,
    code: z.string().max(60),
  }),
  'components.freezerIn': z.strictObject({ unitId: id, placeId: id, at: utc }),
  'components.frozen': z.strictObject({ unitId: id, coreTenthsC: tenthsC, at: utc }),
  'components.quarantined': z.strictObject({ unitId: id, placeId: id }),
  'components.held': z.strictObject({
    holdId: id,
    scope: z.enum(['unit', 'donation']),
    target: id,
    din,
    code,
    source: id,
  }),
  'components.holdLifted': z.strictObject({ holdId: id, target: id, code }),
} as const;

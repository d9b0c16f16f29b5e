import { z } from 'zod';
import { abo, code, din, id, ml, rhd, sha256, utc, words } from '../../contract/fields.ts';

/** Exactly what a final label states. */
export const labelContentSchema = z.strictObject({
  din,
  flags: z.string().length(2),
  abo,
  rhd,
  productCode: z.string().length(8),
  division: z.string().length(2),
  productName: words,
  volumeMl: ml,
  anticoagulant: words,
  storage: words,
  collectedAt: utc,
  expiresAt: utc,
  zone: z.string().max(60),
  specialText: z.array(z.string().max(80)),
  facilityName: words,
  licence: words,
});

/** Gate, print, read-back. */
export const labelingEvents = {
  /** Minted before the printer gets a byte; every serial is accounted for (INV-17). */
  'labeling.labelPrinted': z.strictObject({
    serial: code,
    unitId: id,
    din,
    content: labelContentSchema,
    contentHash: sha256,
    printerId: id,
    reprintOf: code.nullable(),
  }),
  /** What became of the bytes; one report a label. */
  'labeling.printReported': z.strictObject({
    serial: code,
    unitId: id,
    outcome: z.enum(['printed', 'sent', 'notReady', 'noAnswer', 'unknown']),
    codes: z.array(code),
  }),
  /** The container's own number, the label's Data Matrix and its serial were read and agree. */
  'labeling.labelVerified': z.strictObject({ serial: code, unitId: id, readers: z.array(code) }),
  'labeling.labelVoided': z.strictObject({ serial: code, unitId: id, code }),
  'labeling.labelDestroyed': z.strictObject({ serial: code, unitId: id }),
  /** A wrong label: both units are held and an incident opens. */
  'labeling.mismatchFound': z.strictObject({
    unitId: id,
    serial: code.nullable(),
    otherUnitId: id.nullable(),
    /** Every other unit that container, label or serial spoke of, where there was more than one. */
    others: z.array(id).optional(),
    codes: z.array(code),
  }),
} as const;

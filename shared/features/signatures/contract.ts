import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { code, id, sha256, utc } from '../../contract/fields.ts';

/** One signature as a screen shows it. */
const signature = z.strictObject({
  /** The act that was signed: an event type. */
  meaning: code,
  /** Visit, donor, unit, donation or other record that it is about. */
  subject: id,
  by: z.string(),
  second: z.string().nullable(),
  at: utc,
  /** Seal of the journal entry. */
  hash: sha256,
  /** `broken`: what was signed is no longer what the record says. */
  state: z.enum(['valid', 'broken']),
  /** What changed: names of parts and fields; `entry` where the sealed words themselves were touched. */
  changed: z.array(z.string()),
});

/** Signatures, each checked against the record when it is shown (INV-31). */
export const signaturesContract = {
  'signatures.onRecord': query(
    ['nurse', 'physician', 'supervisor', 'labTech', 'qualityRelease', 'admin'],
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('visit'), visitId: id }),
      z.strictObject({ kind: z.literal('donor'), donorId: id }),
      z.strictObject({ kind: z.literal('unit'), unitId: id }),
      /** A run of tests, a recall or an incident. */
      z.strictObject({ kind: z.literal('record'), id }),
    ]),
    z.array(signature),
    [
      'visits',
      'donors',
      'collection',
      'laboratory',
      'components',
      'labeling',
      'inventory',
      'aftercare',
      'quality',
      'rulesets',
    ],
  ),
} as const;

export type SignatureView = z.output<typeof signature>;

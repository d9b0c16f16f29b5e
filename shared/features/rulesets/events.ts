import { z } from 'zod';
import { civil, code, din, id, sha256, words } from '../../contract/fields.ts';
import { programmeForm } from './programme/form.ts';

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
    /** Rule ids of unverified values that two persons confirmed. */
    confirmed: z.array(id),
    note: z.string().max(400),
  }),
  /** Two persons signed one page of the list of unverified values; the exceptions are named. */
  'rulesets.pageConfirmed': z.strictObject({
    hash: sha256,
    packId: id,
    revision: z.int(),
    page: z.int().min(1),
    pageHash: sha256,
    ruleIds: z.array(id),
    exceptions: z.array(z.strictObject({ ruleId: id, why: words })),
  }),
  /** A pack was replayed over the recorded history: what it would have decided otherwise. */
  'rulesets.packReplayed': z.strictObject({
    hash: sha256,
    packId: id,
    revision: z.int(),
    inForceFrom: civil,
    visits: z.int().min(0),
    units: z.int().min(0),
    otherwise: z.array(
      z.strictObject({
        kind: z.enum(['visit', 'unit']),
        target: id,
        donorId: id,
        din: din.nullable(),
        on: civil,
        change: z.enum(['wouldRefuse', 'wouldAllow']),
        rules: z.array(id),
      }),
    ),
  }),
  /** A filled form became a pack on offer; the whole pack goes along, as at its adoption. */
  'rulesets.programmeDrafted': z.strictObject({
    hash: sha256,
    packId: id,
    programme: code,
    revision: z.int().min(1),
    form: programmeForm,
    content: z.json(),
  }),
  'rulesets.packRetired': z.strictObject({ hash: sha256, inForceTo: civil, why: words }),
} as const;

import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { din, id, note, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { CONFIDENTIAL_ROLES } from '../donors/facts.ts';
import { RECALL_ANSWERS } from './recall.ts';

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

const CALLERS: readonly Role[] = ['nurse', 'physician', 'labTech', 'qualityRelease', 'supervisor'];

/** Late information, and units that it finds out of the house. */
export const aftercareContract = {
  'aftercare.recordInformation': command(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({ din, code: z.enum(LATE_CODES), note: note.default('') }),
    z.strictObject({ informationId: id, held: z.int(), recalls: z.int() }),
    { badge: true },
  ),
  /**
   * The coded call or slip: whoever holds the code of the after-care sheet withdraws her plasma without a
   * name. Open to these two roles alone; reception, laboratory and print desk learn nothing of it.
   */
  'aftercare.withdraw': command(
    CONFIDENTIAL_ROLES,
    z.strictObject({
      code: z.string().max(20),
      /** Spoken on the telephone, or written on a slip that was left in the box. */
      way: z.enum(['call', 'slip']).default('call'),
    }),
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
  'aftercare.recordRecallCall': command(
    CALLERS,
    z.strictObject({
      recallId: id,
      consignee: words,
      person: z.string().trim().max(100),
      answer: z.enum(RECALL_ANSWERS),
      doctor: z.string().trim().max(100).default(''),
      note: note.default(''),
    }),
    z.strictObject({ callId: id }),
  ),
  'aftercare.closeRecall': command(
    ['qualityRelease'],
    z.strictObject({ recallId: id, conclusion: note.min(2) }),
    z.strictObject({}),
    { signature: true },
  ),
  /** Open recalls; what was said by the donor stays with the incident. */
  'aftercare.recalls': query(
    CALLERS,
    z.strictObject({}),
    z.array(
      z.strictObject({
        recallId: id,
        unitId: id,
        din,
        openedAt: utc,
        /** As the last call wrote it, or where it was issued to; empty where neither is known. */
        consignee: z.string(),
        /** Who took it away, and the number of her hospital. */
        receiver: z.string(),
        phone: z.string(),
        waitsFor: z.enum(['recallNoEnd', 'recallDoctor']).nullable(),
        calls: z.array(
          z.strictObject({
            at: utc,
            by: z.string(),
            consignee: z.string(),
            person: z.string(),
            answer: z.enum(RECALL_ANSWERS),
            doctor: z.string(),
          }),
        ),
      }),
    ),
    ['aftercare'],
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

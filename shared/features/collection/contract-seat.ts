import { z } from 'zod';
import { command } from '../../contract/define.ts';
import { code, din, id, words } from '../../contract/fields.ts';
import { BEDSIDE, badge, done, said, scan } from './contract-parts.ts';
import { collectionEvents } from './events.ts';
import { CLEAR_CODES, NEEDLE_CAUTIONS, VOID_CODES } from './words.ts';

const startInput = z.strictObject({
  chairId: id,
  /** Donor card or identity document; null where the donor has neither at hand. */
  donor: scan.nullable(),
  said,
  number: scan,
  arm: z.enum(['left', 'right']),
});

/** A prepared chair and the number that was scanned there. */
const atNeedle = z.strictObject({ chairId: id, number: scan });

/** Numbers, their stickers, and everything at a chair up to the needle. */
export const seatContract = {
  'collection.leaseNumbers': command(
    ['admin'],
    z.strictObject({
      year: z.string().regex(/^\d{2}$/),
      first: z.int().min(0).max(999_999),
      last: z.int().min(0).max(999_999),
    }),
    z.strictObject({ leaseId: id }),
    { signature: true, second: { roles: ['admin', 'supervisor'], when: 'always' } },
  ),
  'collection.burnLease': command(
    ['admin'],
    z.strictObject({ leaseId: id, above: z.int().min(-1).max(999_999), why: code }),
    done,
    { signature: true },
  ),
  'collection.assignNumber': command(
    BEDSIDE,
    z.strictObject({
      visitId: id,
      /** The first sticker of a pre-printed sheet; absent: the next number is printed at the chair. */
      sheet: scan.optional(),
      chairId: id.optional(),
      /** Why numbers before the sheet's are passed over; they are voided. */
      gapReason: words.optional(),
    }),
    z.strictObject({ din, check: z.string(), source: z.enum(['printed', 'sheet']) }),
    badge,
  ),
  'collection.voidNumber': command(
    BEDSIDE,
    z.strictObject({ number: scan, code: z.enum(VOID_CODES), note: z.string().max(400) }),
    done,
    badge,
  ),
  /** Draws, renders and reads back the stickers of a number; they go out after the record stands. */
  'collection.printChairLabels': command(
    BEDSIDE,
    z.strictObject({
      din,
      only: z.array(code).max(8).optional(),
      /** Why stickers that may be on paper are printed again. */
      why: words.optional(),
      /** Absent: the chair's own printer, else the first on which all stickers read back. */
      printerId: id.optional(),
    }),
    z.strictObject({ jobId: id, containers: z.array(code) }),
  ),
  /** What became of the bytes; the print service reports. */
  'collection.reportChairPrint': command(
    'station',
    collectionEvents['collection.chairPrintReported'],
    done,
  ),
  'collection.prepareChair': command(
    BEDSIDE,
    z.strictObject({
      chairId: id,
      donationType: code.default('convalescentPlasma'),
      machine: scan,
      kit: scan,
      /** Only where the kit's code does not carry its serial. */
      kitSerial: z.string().max(60).optional(),
      anticoagulant: scan,
      saline: scan,
    }),
    z.strictObject({ preparationId: id }),
    badge,
  ),
  'collection.clearChair': command(
    BEDSIDE,
    z.strictObject({ preparationId: id, code: z.enum(CLEAR_CODES) }),
    done,
    badge,
  ),
  /** One scan of the set-up: accepted or stopped. A supply is kept at once; the fourth makes the chair ready. */
  'collection.checkSetup': command(
    BEDSIDE,
    z.strictObject({
      chairId: id,
      step: z.enum(['machine', 'kit', 'anticoagulant', 'saline', 'donor', 'number']),
      donationType: code.default('convalescentPlasma'),
      visitId: id.optional(),
      scan,
    }),
    z.strictObject({ what: z.string(), detail: z.string() }),
    badge,
  ),
  /** Sends number, target and kit to the linked machine and reads back what it then holds. */
  'collection.setMachine': command(
    BEDSIDE,
    atNeedle,
    z.strictObject({
      outcome: z.enum(['agrees', 'differs', 'refused', 'noAnswer', 'notProgrammable']),
    }),
    badge,
  ),
  /** Where the machine cannot be told: its display shows the values, says the person at the chair. */
  'collection.confirmDisplay': command(BEDSIDE, atNeedle, done, badge),
  'collection.start': command(
    BEDSIDE,
    startInput,
    /** Cautions say what was missing or short at the needle; none of them was in the way. */
    z.strictObject({ din, linked: z.boolean(), cautions: z.array(z.enum(NEEDLE_CAUTIONS)) }),
    badge,
  ),
} as const;

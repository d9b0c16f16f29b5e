import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual, code, din, id, ml, utc, words } from '../../contract/fields.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';
import { labelContentSchema } from './events.ts';

const label = z.strictObject({
  serial: code,
  unitId: id,
  din,
  division: z.string(),
  state: z.enum(['printed', 'applied', 'void', 'destroyed']),
  voidCode: z.string().nullable(),
  printedAt: utc,
  printedBy: z.string(),
  printerName: z.string(),
  reprintOf: z.string().nullable(),
  verifiedAt: utc.nullable(),
  outcome: z.enum(['printed', 'sent', 'notReady', 'noAnswer', 'unknown']).nullable(),
  outcomeCodes: z.array(code),
  awaitsDestruction: z.boolean(),
  version: z.int(),
});

const symbol = z.strictObject({ name: z.string(), text: z.string() });

const place = z.strictObject({
  unitId: id,
  printerId: id,
  stockId: id,
});

/** The physical fault, or what else made the label worthless. */
export const VOID_CODES = [
  'badPrint',
  'misapplied',
  'lost',
  'damaged',
  'notUsed',
  'other',
] as const;

const LAB = ['labTech', 'qualityRelease', 'supervisor'] as const;

/** Gate, print, read-back, voids and the register of every label. */
export const labelingContract = {
  'labeling.queue': query(
    LAB,
    z.strictObject({}),
    z.array(
      z.strictObject({
        unitId: id,
        din,
        productCode: z.string(),
        division: z.string(),
        volumeMl: ml,
        state: z.enum(['inProcess', 'quarantine', 'labelled']),
        placeName: z.string().nullable(),
        met: z.int(),
        total: z.int(),
        /** What is open, the first few, already readable. */
        open: z.array(bilingual),
        liveSerial: z.string().nullable(),
        verified: z.boolean(),
        toDestroy: z.int(),
      }),
    ),
    ['labeling', 'components', 'laboratory', 'inventory', 'collection', 'rulesets', 'equipment'],
  ),
  'labeling.unit': query(
    LAB,
    z.strictObject({ unitId: id }),
    z
      .strictObject({
        unitId: id,
        din,
        division: z.string(),
        siblings: z.int(),
        /** The station's time, by which scans are stamped. */
        now: utc,
        placeName: z.string().nullable(),
        productCode: z.string(),
        state: z.string(),
        version: z.int(),
        verdicts: z.array(judgedRule),
        ready: z.boolean(),
        /** Null while a fact that the label must state is missing. */
        content: labelContentSchema.nullable(),
        groupCode: z.string().nullable(),
        expiryText: z.string().nullable(),
        collectedText: z.string().nullable(),
        labels: z.array(label),
        /** What the read-back must find on the label that waits for it. */
        awaited: z
          .strictObject({
            serial: code,
            container: z.enum(['bag', 'inProcess']),
            symbols: z.array(symbol),
          })
          .nullable(),
        printers: z.array(
          z.strictObject({
            printerId: id,
            name: z.string(),
            link: z.string(),
            testedOk: z.boolean(),
            deadDots: z.boolean(),
            verifiedInARow: z.int(),
          }),
        ),
        stocks: z.array(
          z.strictObject({
            stockId: id,
            name: z.string(),
            widthMm: z.number(),
            heightMm: z.number(),
          }),
        ),
      })
      .nullable(),
    ['labeling', 'components', 'laboratory', 'inventory', 'collection', 'rulesets', 'equipment'],
  ),
  /** A picture of the label as it would print, decoded like a print; mints and keeps nothing. */
  'labeling.previewLabel': command(
    LAB,
    place,
    z.strictObject({
      ok: z.boolean(),
      pngBase64: z.string().nullable(),
      symbols: z.array(symbol),
      problems: z.array(z.strictObject({ code, detail: z.string() })),
    }),
  ),
  'labeling.printLabel': command(
    LAB,
    place.extend({
      /** The label that this one replaces; then a reason and a second person are needed. */
      reprintOf: code.optional(),
      why: words.optional(),
    }),
    z.strictObject({ serial: code }),
    { second: { roles: LAB, when: 'ifGiven' } },
  ),
  /** What became of the bytes; the print service reports. */
  'labeling.reportPrint': command(
    'station',
    z.strictObject({
      serial: code,
      outcome: z.enum(['printed', 'sent', 'notReady', 'noAnswer', 'unknown']),
      codes: z.array(code).max(20),
    }),
    z.strictObject({}),
  ),
  'labeling.verifyLabel': command(
    LAB,
    z.strictObject({
      unitId: id,
      /** Raw scans in their order, each with its time. */
      scans: z
        .array(z.strictObject({ text: z.string().min(1).max(400), at: utc }))
        .min(1)
        .max(8),
    }),
    z.strictObject({
      verified: z.boolean(),
      serial: code,
      /** What differs, expected beside scanned; then both units are held. */
      differences: z.array(
        z.strictObject({ field: code, expected: z.string(), scanned: z.string() }),
      ),
      otherUnitId: id.nullable(),
    }),
  ),
  'labeling.voidLabel': command(
    LAB,
    z.strictObject({
      serial: code,
      code: z.enum(VOID_CODES),
      note: z.string().max(400).default(''),
    }),
    z.strictObject({}),
  ),
  'labeling.destroyLabel': command(LAB, z.strictObject({ serial: code }), z.strictObject({}), {
    signature: true,
    second: { roles: LAB, when: 'always' },
  }),
  'labeling.register': query(
    [...LAB, 'admin'],
    z.strictObject({ only: z.enum(['outstanding', 'all']).default('outstanding') }),
    z.strictObject({
      counts: z.strictObject({
        given: z.int(),
        waiting: z.int(),
        applied: z.int(),
        toDestroy: z.int(),
        destroyed: z.int(),
        notPrinted: z.int(),
      }),
      labels: z.array(label),
    }),
    ['labeling'],
  ),
} as const;

import { z } from 'zod';
import { CORRECT_CODES } from '../../contract/correct-codes.ts';
import { command, query } from '../../contract/define.ts';
import {
  bilingual,
  code,
  din,
  grams,
  id,
  ml,
  note,
  sha256,
  tenthsC,
  utc,
} from '../../contract/fields.ts';
import { HOLD_CODES } from './holds.ts';
import { PRINT_OUTCOMES } from './model.ts';

const done = z.strictObject({});
const nothing = z.strictObject({});
/** Raw text of a scan or a typed code with its check character. */
const scan = z.string().min(1).max(200);

const unit = z.strictObject({
  unitId: id,
  din,
  productCode: z.string(),
  productName: bilingual,
  division: z.string(),
  state: z.enum(['inProcess', 'quarantine', 'labelled', 'released', 'issued', 'discarded']),
  volumeMl: z.int(),
  netGrams: z.int(),
  inProcessSerial: z.string().nullable(),
  inProcessVerified: z.boolean(),
  /** The last printing of the in-process label. */
  inProcessPrint: z
    .strictObject({
      outcome: z.enum(PRINT_OUTCOMES).nullable(),
      codes: z.array(code),
      printerName: z.string().nullable(),
      printedAt: utc,
      copies: z.int(),
    })
    .nullable(),
  inactivation: z.enum(['none', 'done', 'notDone']),
  wantsInactivation: z.boolean(),
  freezerInAt: utc.nullable(),
  frozenAt: utc.nullable(),
  freezeBy: utc,
  expiresAt: utc,
  place: z.string().nullable(),
  holds: z.array(code),
  version: z.int(),
});

const hold = z.strictObject({
  holdId: id,
  scope: z.enum(['unit', 'donation']),
  target: z.string(),
  din,
  code,
  source: z.string(),
  placedAt: utc,
  placedBy: z.string(),
  liftedAt: utc.nullable(),
  liftedBy: z.string().nullable(),
  /** Empty when the cause is gone; else why it may not be lifted yet. */
  standing: z.array(code),
  version: z.int(),
});

/** Split, pathogen inactivation, freezing, holds. */
export const componentsContract = {
  'components.planSplit': command(
    ['labTech'],
    z.strictObject({
      din,
      inactivated: z.boolean(),
      parts: z
        .array(z.strictObject({ volumeMl: ml.min(1), netGrams: grams.min(1) }))
        .min(1)
        .max(6),
      /** Printer of the in-process labels; without it the first one in use. */
      printerId: id.optional(),
    }),
    z.strictObject({
      units: z.array(
        z.strictObject({ unitId: id, division: z.string(), serial: z.string().nullable() }),
      ),
    }),
    { badge: true },
  ),
  /** A bag's figures typed anew before a second person, as long as it has no final label. */
  'components.correctUnit': command(
    ['labTech'],
    z.strictObject({
      unitId: id,
      volumeMl: ml.min(1),
      netGrams: grams.min(1),
      code: z.enum(CORRECT_CODES),
    }),
    done,
    { second: { roles: ['labTech', 'qualityRelease'], when: 'always' } },
  ),
  /** Another copy of a sub-bag's in-process label, before it is checked against its mother. */
  'components.printInProcess': command(
    ['labTech'],
    z.strictObject({ unitId: id, why: note.min(2), printerId: id.optional() }),
    done,
    { badge: true },
  ),
  /** What became of the bytes; the print service reports. */
  'components.reportInProcess': command(
    'station',
    z.strictObject({
      printId: id,
      printerId: id.nullable(),
      contentHash: sha256.nullable(),
      outcome: z.enum(PRINT_OUTCOMES),
      codes: z.array(code).max(20),
    }),
    done,
  ),
  /** Before the cut: the mother's own number and the sub-bag's in-process label, both by scan. */
  'components.verifyInProcess': command(
    ['labTech'],
    z.strictObject({ unitId: id, mother: scan, serial: scan }),
    done,
    { badge: true },
  ),
  'components.recordInactivation': command(
    ['labTech'],
    z.strictObject({
      unitId: id,
      done: z.boolean(),
      method: code,
      code: z.string().max(60).default(''),
    }),
    done,
    { badge: true },
  ),
  'components.putInFreezer': command(
    ['labTech'],
    z.strictObject({ unitId: id, place: scan }),
    done,
    { badge: true },
  ),
  'components.recordFrozen': command(
    ['labTech'],
    z.strictObject({ unitId: id, coreTenthsC: tenthsC }),
    z.strictObject({ late: z.boolean() }),
    { badge: true },
  ),
  /** Onto the shelf: the bag's own code and the shelf's, both by scan. */
  'components.quarantine': command(
    ['labTech'],
    z.strictObject({ unitId: id, container: scan, place: scan }),
    done,
    { badge: true },
  ),
  'components.placeHold': command(
    ['nurse', 'physician', 'labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({
      scope: z.enum(['unit', 'donation']),
      target: id,
      code: z.enum(HOLD_CODES),
      why: note.min(2),
    }),
    z.strictObject({ holdId: id }),
  ),
  /** The clock of the station: everything past its freezing limit and not frozen is held. */
  'components.holdOverdue': command(
    'station',
    z.strictObject({}),
    z.strictObject({ held: z.int() }),
  ),
  'components.liftHold': command(
    ['qualityRelease'],
    z.strictObject({ holdId: id, why: note.min(2) }),
    done,
    {
      signature: true,
      second: { roles: ['qualityRelease', 'labTech', 'physician', 'supervisor'], when: 'always' },
    },
  ),
  /** Everything that must still be frozen, the most urgent first. */
  'components.freezingBoard': query(
    ['labTech', 'qualityRelease', 'nurse', 'supervisor'],
    nothing,
    z.strictObject({
      now: utc,
      lines: z.array(
        z.strictObject({
          din,
          unitId: id.nullable(),
          division: z.string(),
          volumeMl: z.int().nullable(),
          freezeBy: utc,
          minutesLeft: z.int(),
          stage: z.enum(['atPoint', 'received', 'split', 'inFreezer']),
          freezerInAt: utc.nullable(),
          version: z.int(),
        }),
      ),
    }),
    ['collection', 'laboratory', 'components'],
  ),
  'components.processing': query(
    ['labTech', 'qualityRelease', 'supervisor', 'physician'],
    z.strictObject({ din }),
    z.strictObject({
      din,
      known: z.boolean(),
      productMl: z.int().nullable(),
      netGrams: z.int().nullable(),
      bagReceived: z.boolean(),
      /** Size of one bag (PREP-2); null where the packs do not say, and nothing can be split. */
      bagLimits: z.strictObject({ minMl: z.int(), maxMl: z.int() }).nullable(),
      freezeBy: utc.nullable(),
      products: z.array(
        z.strictObject({ productCode: z.string(), name: bilingual, inactivated: z.boolean() }),
      ),
      units: z.array(unit),
      printers: z.array(z.strictObject({ printerId: id, name: z.string() })),
      version: z.int(),
    }),
    ['collection', 'laboratory', 'components', 'rulesets', 'equipment', 'labeling', 'inventory'],
  ),
  'components.holdList': query(
    ['labTech', 'qualityRelease', 'physician', 'supervisor'],
    z.strictObject({ scope: z.enum(['active', 'all']).default('active') }),
    z.array(hold),
    ['components', 'laboratory', 'donors', 'quality', 'rulesets', 'equipment'],
  ),
  /** Places of a kind, for a list beside the scan. */
  'components.places': query(
    ['labTech', 'qualityRelease', 'supervisor'],
    nothing,
    z.array(z.strictObject({ placeId: id, code: z.string(), name: z.string(), kind: z.string() })),
    ['equipment'],
  ),
} as const;

import { z } from 'zod';
import { CORRECT_CODES } from '../../contract/correct-codes.ts';
import { command } from '../../contract/define.ts';
import { civil, code, din, grams, id, ml, tenthsC } from '../../contract/fields.ts';
import { BEDSIDE, badge, done, mark, readBack, redCells, stopReason } from './contract-parts.ts';

/** Typing errors put right by superseding statements; the old ones stay on record. */
export const correctContract = {
  'collection.correctProgress': command(
    BEDSIDE,
    z.strictObject({ din, corrects: id, machineMl: ml, cycle: z.int().min(1).max(50) }),
    mark,
    badge,
  ),
  /** The figures of the end typed anew, read back by a second person. */
  'collection.correctEnd': command(
    BEDSIDE,
    z.strictObject({
      din,
      grossGrams: grams,
      tareGrams: grams,
      machineMl: ml.optional(),
      acMl: ml.optional(),
      stopReason,
      redCellsReturned: redCells,
      code: z.enum(CORRECT_CODES),
    }),
    z.strictObject({
      machineMl: ml,
      netGrams: grams,
      plasmaMl: ml,
      productMl: ml,
      heldForVariance: z.boolean(),
    }),
    { second: readBack },
  ),
  'collection.correctBoxTemperature': command(
    [...BEDSIDE, 'labTech'],
    z.strictObject({
      boxId: id,
      moment: z.enum(['handedOver', 'received']),
      temperatureTenthsC: tenthsC,
      code: z.enum(CORRECT_CODES),
    }),
    z.strictObject({ held: z.boolean() }),
    { second: { roles: [...BEDSIDE, 'labTech'], when: 'always' } },
  ),
  /** A past donation as its paper tells, read by a second person. */
  'collection.correctHistory': command(
    BEDSIDE,
    z.strictObject({
      recordId: id,
      donationType: code,
      collectedOn: civil,
      volumeMl: ml,
      completed: z.boolean(),
      redCellsReturned: z.boolean(),
      counts: z.boolean(),
      code: z.enum(CORRECT_CODES),
    }),
    done,
    { second: readBack },
  ),
} as const;

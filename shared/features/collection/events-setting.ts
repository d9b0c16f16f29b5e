import { z } from 'zod';
import { code, din, id, ml } from '../../contract/fields.ts';

const values = { din, targetMl: ml, kit: z.string().max(60) };

/** What a machine holds before a run: sent and read back, or keyed and compared by a person. */
export const settingEvents = {
  /** The values went to the machine; `read` is what it then said that it holds. */
  'collection.machineSet': z.strictObject({
    preparationId: id,
    deviceId: id,
    ...values,
    outcome: z.enum(['agrees', 'differs', 'refused', 'noAnswer', 'notProgrammable']),
    /** As the machine wrote it: not yet known to be a number of ours. */
    read: z
      .strictObject({ din: z.string().max(100), targetMl: z.int(), kit: z.string().max(100) })
      .nullable(),
    code: code.nullable(),
  }),
  /** A person at the chair compared the machine's display with these values. */
  'collection.displayConfirmed': z.strictObject({ preparationId: id, deviceId: id, ...values }),
} as const;

import { z } from 'zod';
import { code, id, tenthsC } from '../../contract/fields.ts';

/** Hand-over boxes: packed at the point, counted and measured at both ends. */
export const boxEvents = {
  'collection.boxOpened': z.strictObject({ boxId: id, code }),
  'collection.boxPacked': z.strictObject({ boxId: id, item: z.string().max(60) }),
  'collection.boxUnpacked': z.strictObject({ boxId: id, item: z.string().max(60), code }),
  'collection.boxHandedOver': z.strictObject({
    boxId: id,
    items: z.array(z.string().max(60)),
    temperatureTenthsC: tenthsC,
    takenBy: id,
  }),
  'collection.boxReceived': z.strictObject({
    boxId: id,
    received: z.array(z.string().max(60)),
    missing: z.array(z.string().max(60)),
    unexpected: z.array(z.string().max(60)),
    temperatureTenthsC: tenthsC,
  }),
  /** A mistyped temperature of a box, at its hand-over or at its receipt; the newest stands. */
  'collection.boxTemperatureCorrected': z.strictObject({
    boxId: id,
    moment: z.enum(['handedOver', 'received']),
    temperatureTenthsC: tenthsC,
    code,
  }),
} as const;

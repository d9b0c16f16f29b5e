import { z } from 'zod';
import { id, sha256 } from '../../contract/fields.ts';

/** Other stations' journals and restored stations. */
export const exchangeEvents = {
  /** Entries `from`–`to` of that station's chain are applied here, at this place of ours. */
  'exchange.batchReceived': z.strictObject({
    station: id,
    from: z.int().min(1),
    to: z.int().min(1),
    head: sha256,
  }),
  /** First entry of a restored copy: it is a new station and mints nothing from the old range. */
  'exchange.stationRestored': z.strictObject({
    oldStation: id,
    oldSeq: z.int().min(0),
    oldHead: sha256,
  }),
} as const;

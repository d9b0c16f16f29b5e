import { z } from 'zod';
import { code, grams, id } from '../../contract/fields.ts';
import { WASTE_KINDS } from './model.ts';

/** Bags of medical waste. */
export const wasteEvents = {
  'waste.bagOpened': z.strictObject({ bagId: id, number: code, kind: z.enum(WASTE_KINDS) }),
  'waste.bagSealed': z.strictObject({ bagId: id, grams }),
  /** Given to the person who carries it away, in the presence of both. */
  'waste.bagHandedOver': z.strictObject({ bagId: id, takenBy: id }),
} as const;

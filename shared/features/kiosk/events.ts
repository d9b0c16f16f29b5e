import { z } from 'zod';
import { id } from '../../contract/fields.ts';

/** The donor's own screen. What she signs and answers there are events of her visit. */
export const kioskEvents = {
  'kiosk.handedOver': z.strictObject({ visitId: id }),
} as const;

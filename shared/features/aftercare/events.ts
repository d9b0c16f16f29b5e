import { z } from 'zod';
import { code, din, id, note, words } from '../../contract/fields.ts';

/** Late information: defers the donor, holds every unit not yet issued, calls back those that are. */
export const aftercareEvents = {
  'aftercare.informationReceived': z.strictObject({
    informationId: id,
    donorId: id,
    din,
    code,
    /** How a withdraw code was told. */
    way: z.enum(['call', 'slip']).optional(),
  }),
  /** A unit of hers is out of the house. */
  'aftercare.recallOpened': z.strictObject({ recallId: id, informationId: id, unitId: id, din }),
  'aftercare.recallCalled': z.strictObject({
    callId: id,
    recallId: id,
    consignee: words,
    person: z.string().max(100),
    answer: z.enum(['notReached', 'setAside', 'returned', 'destroyed', 'transfused']),
    doctor: z.string().max(100),
  }),
  'aftercare.recallClosed': z.strictObject({ recallId: id, conclusion: note }),
} as const;

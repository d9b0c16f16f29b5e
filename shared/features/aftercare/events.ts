import { z } from 'zod';
import { code, din, id } from '../../contract/fields.ts';

/** Late information: defers the donor and holds every unit not yet issued. */
export const aftercareEvents = {
  'aftercare.informationReceived': z.strictObject({ informationId: id, donorId: id, din, code }),
} as const;

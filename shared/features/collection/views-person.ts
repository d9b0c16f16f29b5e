import { z } from 'zod';
import { civil, id } from '../../contract/fields.ts';

/** A donor as the bedside screens show her. */
export const person = z.strictObject({
  donorId: id,
  name: z.string(),
  /** 张女士: what may be read from across the room. */
  shortName: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: civil,
  age: z.int(),
  number: z.string(),
  /** Confirmed group, `A positive`; null while unknown. */
  group: z.string().nullable(),
  /** ABO of today's finger-prick while nothing is confirmed; it never confirms. */
  fingerPrick: z.enum(['A', 'B', 'O', 'AB']).nullable(),
});

import { z } from 'zod';
import { din, id } from '../../contract/fields.ts';
import { CALLS } from './model.ts';

/** Presses beside a running draw; the actor of `raised` is the station where nobody was signed in. */
export const callsEvents = {
  'calls.raised': z.strictObject({ callId: id, din, chairId: id, what: z.enum(CALLS) }),
  'calls.attributed': z.strictObject({ callId: id, staffId: id }),
} as const;

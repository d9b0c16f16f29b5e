import { z } from 'zod';
import { code } from '../../contract/fields.ts';
import { TYPED_KINDS, WHY_TYPED } from './words.ts';

/** What was done where a code could not be read. */
export const scanningEvents = {
  /** The print was typed instead; what was typed is journaled by the act that used it. */
  'scanning.codeTyped': z.strictObject({
    kind: z.enum(TYPED_KINDS),
    why: z.enum(WHY_TYPED),
    /** First part of the screen's path, where it happened. */
    screen: code,
  }),
} as const;

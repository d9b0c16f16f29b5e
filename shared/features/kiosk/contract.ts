import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual, id, note, sha256 } from '../../contract/fields.ts';

const nothing = z.strictObject({});
const stated = z.strictObject({ question: id, answer: z.enum(['yes', 'no']) });
const given = stated.extend({ detail: note });

/**
 * A screen in a donor's hands. Only `handOver` is the staff's; the others take no visit: it is the one
 * that was handed over, and no other can be named.
 */
export const kioskContract = {
  /** Ends the caller's own session on this screen; back to the staff's work leads a badge with its PIN. */
  'kiosk.handOver': command(
    ['nurse', 'physician', 'supervisor'],
    z.strictObject({ visitId: id }),
    z.strictObject({ token: z.string() }),
  ),
  /** What is to be read, signed or answered now; nothing of the staff's, no name, no other visit. */
  'kiosk.form': query(
    'kiosk',
    nothing,
    z.discriminatedUnion('step', [
      z.strictObject({
        step: z.literal('consent'),
        textHash: sha256,
        version: z.int(),
        paragraphs: z.array(bilingual).readonly(),
      }),
      z.strictObject({
        step: z.literal('questionnaire'),
        questionnaireId: id,
        version: z.int(),
        questions: z
          .array(
            z.strictObject({
              id,
              text: bilingual,
              /** Asked only after these answers. */
              shownIf: z.array(stated).readonly().optional(),
              /** Asked for with this answer. */
              detail: z.strictObject({ when: z.enum(['yes', 'no']), label: bilingual }).nullable(),
            }),
          )
          .readonly(),
      }),
      z.strictObject({ step: z.literal('done') }),
    ]),
    ['visits', 'rulesets'],
  ),
  'kiosk.signConsent': command(
    'kiosk',
    z.strictObject({ textHash: sha256, signature: z.string().max(40_000) }),
    nothing,
  ),
  'kiosk.answer': command(
    'kiosk',
    z.strictObject({
      questionnaireId: id,
      version: z.int(),
      answers: z.array(given).max(200),
      /** Answers that a later one of hers made void. */
      withdrawn: z.array(given).max(200).default([]),
    }),
    nothing,
  ),
  /** The donor gives the screen back: nothing more can be seen or done with it. */
  'kiosk.giveBack': command('kiosk', nothing, nothing),
} as const;

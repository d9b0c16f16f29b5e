import { z } from 'zod';
import { code, id, note, sha256, words } from '../../contract/fields.ts';
import { RESULTS, VERDICTS } from './model.ts';
import { protocolSchema } from './protocol.ts';

export const evidence = z.strictObject({ item: code, value: z.string().max(400), ok: z.boolean() });

/** Runs of the validation protocol. */
export const validationEvents = {
  'validation.started': z.strictObject({
    runId: id,
    product: code,
    protocolHash: sha256,
    packs: z.array(sha256),
    /** The whole protocol goes into the journal: what was signed can be read for ever. */
    protocol: protocolSchema,
  }),
  /** The station looked by itself at what a step asks. */
  'validation.checked': z.strictObject({
    runId: id,
    stepId: code,
    ok: z.boolean(),
    evidence: z.array(evidence).min(1).max(200),
  }),
  /** Two persons signed what a step showed. */
  'validation.stepSigned': z.strictObject({
    runId: id,
    stepId: code,
    result: z.enum(RESULTS),
    observed: note,
    note,
    deviation: note,
    contentHash: sha256,
  }),
  /** Two persons signed the whole. */
  'validation.concluded': z.strictObject({
    runId: id,
    verdict: z.enum(VERDICTS),
    conclusion: words,
    contentHash: sha256,
  }),
} as const;

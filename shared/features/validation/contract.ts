import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual, code, id, note, sha256, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { evidence } from './events.ts';
import { RESULTS, VERDICTS } from './model.ts';
import { CHECKS, PARTS, testCodeSchema } from './protocol.ts';

const VALIDATORS = ['admin', 'supervisor', 'qualityRelease'] as const satisfies readonly Role[];
const bySecond = { signature: true, second: { roles: VALIDATORS, when: 'always' } } as const;

/** What changed since a run was begun; empty while it speaks of what runs here. */
const outdated = z.array(z.enum(['product', 'protocol', 'packs', 'station']));

const run = z.strictObject({
  runId: id,
  revision: z.int(),
  product: z.string(),
  packs: z.array(z.string()),
  startedAt: utc,
  startedBy: z.string(),
  steps: z.int(),
  signed: z.int(),
  deviations: z.int(),
  verdict: z.enum(VERDICTS).nullable(),
  conclusion: z.string().nullable(),
  concludedAt: utc.nullable(),
  concludedBy: z.string().nullable(),
  concludedSecond: z.string().nullable(),
  outdated,
});

const signed = z.strictObject({
  at: utc,
  by: z.string(),
  second: z.string(),
  result: z.enum(RESULTS),
  observed: z.string(),
  note: z.string(),
  deviation: z.string(),
  /** The step and its evidence are still those that the two saw (INV-31). */
  intact: z.boolean(),
});

const step = z.strictObject({
  stepId: code,
  part: z.enum(PARTS),
  check: z.enum(CHECKS).nullable(),
  title: bilingual,
  how: bilingual,
  expected: bilingual,
  requirements: z.array(z.string()),
  checked: z
    .strictObject({ at: utc, by: z.string(), ok: z.boolean(), evidence: z.array(evidence) })
    .nullable(),
  /** Signed results, the newest first; the first counts. */
  results: z.array(signed),
  contentHash: sha256,
});

/** Installation, operation and performance qualification of the station, run and signed in the product. */
export const validationContract = {
  /** Begins a run on the product version and rule packs of now. */
  'validation.start': command(VALIDATORS, z.strictObject({}), z.strictObject({ runId: id })),
  /** The station looks by itself and writes what it found; `scanned` for the scanner's test sheet. */
  'validation.check': command(
    VALIDATORS,
    z.strictObject({
      runId: id,
      stepId: code,
      scanned: z.array(z.string().max(400)).max(40).default([]),
    }),
    z.strictObject({ ok: z.boolean(), evidence: z.array(evidence) }),
  ),
  'validation.signStep': command(
    VALIDATORS,
    z.strictObject({
      runId: id,
      stepId: code,
      result: z.enum(RESULTS),
      observed: note.default(''),
      note: note.default(''),
      deviation: note.default(''),
      /** Of the step as it was shown. */
      contentHash: sha256,
    }),
    z.strictObject({ stepsLeft: z.int() }),
    bySecond,
  ),
  'validation.conclude': command(
    VALIDATORS,
    z.strictObject({
      runId: id,
      verdict: z.enum(VERDICTS),
      conclusion: words,
      contentHash: sha256,
    }),
    z.strictObject({}),
    bySecond,
  ),
  'validation.runs': query(VALIDATORS, z.strictObject({}), z.array(run), [
    'validation',
    'rulesets',
  ]),
  'validation.run': query(
    VALIDATORS,
    z.strictObject({ runId: id }),
    z
      .strictObject({
        run,
        steps: z.array(step),
        testCodes: z.array(testCodeSchema),
        /** Of the whole with every signed result. */
        contentHash: sha256,
        /** The whole is still what the two signed; null before. */
        intact: z.boolean().nullable(),
      })
      .nullable(),
    ['validation', 'rulesets'],
  ),
  /** Protocol, evidence, results and signatures as PDF (base64). */
  'validation.paper': query(
    VALIDATORS,
    z.strictObject({ runId: id, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    ['validation'],
  ),
  /** The codes that every scanner must read, on one sheet (base64). */
  'validation.testSheet': query(
    VALIDATORS,
    z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    [],
  ),
} as const;

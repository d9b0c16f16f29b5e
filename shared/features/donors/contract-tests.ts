import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, code, id, testNumber } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';

const NURSING: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const READERS: readonly Role[] = [...NURSING, 'labTech', 'qualityRelease'];

export const TEST_STATES = ['qualified', 'unqualified', 'pending'] as const;

/** Visits for a test alone: a sample with a number of its own, before any kit is opened. */
export const testsContract = {
  'donors.takeTestSample': command(
    NURSING,
    z.strictObject({
      donorId: id,
      programme: code.default('convalescentPlasma'),
      tests: z.array(code).min(1).max(20),
      /** She signed that she agrees to these tests; the paper lies with her file. */
      consentSeen: z.boolean(),
    }),
    z.strictObject({ number: testNumber }),
  ),
  /** Labels of the sample's tubes as PDF, base64; nothing is recorded. */
  'donors.renderTubeLabels': command(
    NURSING,
    z.strictObject({ number: testNumber }),
    z.strictObject({ pdf: z.base64() }),
  ),
  /** What may be tested beforehand and for how long it is valid, by the pack in force. */
  'donors.testOffer': query(
    NURSING,
    z.strictObject({ programme: code.default('convalescentPlasma') }),
    z.strictObject({
      days: z.int().nullable(),
      tests: z.array(
        z.strictObject({ test: code, name: z.strictObject({ zh: z.string(), en: z.string() }) }),
      ),
    }),
    ['rulesets'],
  ),
  /** Test samples of the person, newest first: one word a sample, no reading. */
  'donors.testSamples': query(
    READERS,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({
        number: testNumber,
        takenOn: civil,
        by: z.string(),
        tubes: z.array(z.strictObject({ kind: z.string(), code: z.string() })),
        tests: z.array(z.strictObject({ test: code, state: z.enum(TEST_STATES) })),
        state: z.enum(TEST_STATES),
        /** Last day on which it counts; null where no rule says. */
        validUntil: civil.nullable(),
        valid: z.boolean(),
      }),
    ),
    ['donors', 'laboratory', 'rulesets'],
  ),
} as const;

import { z } from 'zod';
import { civil, code, id } from '../../contract/fields.ts';
import type { RulePack } from './model.ts';
import { formProblem } from './questionnaire.ts';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const stage = z.enum([
  'identity',
  'door',
  'consent',
  'questionnaire',
  'assessment',
  'vitals',
  'bloodTest',
  'history',
  'decision',
  'collection',
  'rest',
  'laboratory',
  'processing',
  'label',
  'release',
  'honours',
  'transfusion',
  'drives',
]);

/** `CN`, a province as in ISO 3166-2 (`CN-33`), or the site's own. */
const jurisdiction = z.string().regex(/^(CN(-\d{2})?|site)$/);

const rule = z.strictObject({
  id,
  stage,
  criterion: code,
  params: z.record(z.string(), z.json()),
  jurisdiction: jurisdiction.optional(),
  source: z.string(),
  clause: z.string().min(1),
  inForceFrom: civil.optional(),
  inForceTo: civil.nullable().optional(),
  certainty: z.enum(['verified', 'toConfirm']),
  confirmedBy: z.string().nullable().optional(),
  confirmedOn: civil.nullable().optional(),
  item: bilingual,
  limit: bilingual,
  donorText: bilingual,
  overridableBy: z.literal('physician').nullable(),
});

/** A row as a file offers it: every field stands there, also where it says “nobody yet”. */
export const offeredRuleSchema = rule.required({
  jurisdiction: true,
  inForceFrom: true,
  inForceTo: true,
  confirmedBy: true,
  confirmedOn: true,
});

const requiredTest = z.strictObject({
  test: code,
  name: bilingual,
  kind: z.enum(['marker', 'nat', 'enzyme', 'abo', 'rhd', 'antibody']),
  acceptable: z.array(code).min(1),
  rounds: z.int().min(1),
  differentReagents: z.boolean(),
  limit: bilingual,
  clause: z.string().min(1),
  deferralMarker: code.nullable(),
});

const product = z.strictObject({
  productCode: z.string().regex(/^[A-Z0-9]{8}$/),
  name: bilingual,
  anticoagulant: z.string().min(1),
  storage: bilingual,
  storageMaxTenthsC: z.int(),
  shelfLifeMonths: z.int().min(1),
  freezeWithinMinutes: z.int().min(1),
  inactivated: z.boolean(),
  labelText: z.array(z.string()),
});

const donationType = z.strictObject({
  id: code,
  name: bilingual,
  targetsMl: z.array(z.int().min(1)).min(1),
  products: z.array(product).min(1),
  panel: z.array(requiredTest).min(1),
  tubes: z.array(code).min(1),
});

const yesNo = z.enum(['yes', 'no']);
const sex = z.enum(['male', 'female']);
const stated = z.strictObject({ question: id, answer: yesNo });

const questionnaire = z.strictObject({
  id,
  version: z.int().min(1),
  questions: z
    .array(
      z.strictObject({
        id,
        text: bilingual,
        flagged: yesNo.nullable(),
        detail: bilingual.nullable(),
        shownIf: z.array(stated).min(1).optional(),
        sex: sex.optional(),
      }),
    )
    .min(1),
  contradictions: z
    .array(
      z.strictObject({
        id,
        text: bilingual,
        answers: z.array(stated).min(1),
        earlier: stated.optional(),
        record: z.enum(['donated', 'reacted']).optional(),
        sex: sex.optional(),
      }),
    )
    .optional(),
});

const consent = z.strictObject({
  id,
  version: z.int().min(1),
  paragraphs: z.array(bilingual).min(1),
});

const distinct = (values: readonly string[]) => new Set(values).size === values.length;

/** The shape of a rule pack. Rule ids and question ids are distinct inside a pack. */
export const rulePackSchema = z
  .strictObject({
    packId: id,
    programme: code,
    revision: z.int().min(1),
    kind: z.enum(['standard', 'alternative', 'contrast']).optional(),
    succeeds: id.nullable().optional(),
    title: bilingual,
    demo: z.boolean(),
    inForceFrom: civil,
    inForceTo: civil.nullable(),
    rules: z.array(rule).min(1),
    donationTypes: z.array(donationType),
    questionnaire: questionnaire.nullable(),
    consent: consent.nullable(),
  })
  .refine((pack) => distinct(pack.rules.map((row) => row.id)), { error: 'rule ids repeat' })
  .refine((pack) => distinct(pack.questionnaire?.questions.map((q) => q.id) ?? []), {
    error: 'question ids repeat',
  })
  .refine(({ questionnaire: form }) => form === null || formProblem(form) === undefined, {
    error: 'a branch or a contradiction of the questionnaire leads nowhere',
  });

/** Reads a pack from untrusted JSON; undefined for any other shape. */
export function readRulePack(json: unknown): RulePack | undefined {
  const read = rulePackSchema.safeParse(json);
  return read.success ? (read.data as RulePack) : undefined;
}

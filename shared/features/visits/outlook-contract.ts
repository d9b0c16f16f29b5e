import { z } from 'zod';
import { query } from '../../contract/define.ts';
import { bilingual, civil, id, sha256, utc } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';

/** Staff only: the donor hears the kind sentence, never a rule. */
const EXPLAINERS: readonly Role[] = ['nurse', 'physician', 'supervisor', 'qualityRelease'];
const READS = ['visits', 'donors', 'collection', 'rulesets', 'aftercare'] as const;

const asked = z.strictObject({
  donorId: id,
  /** The day in question; today when left out. */
  on: civil.optional(),
  /** As rules and facts stood at this instant; as they are known now when left out. */
  asOf: utc.optional(),
});

const reason = judgedRule.omit({ replaced: true }).extend({
  source: z.string(),
  certainty: z.enum(['verified', 'toConfirm']),
  /** First day on which time alone would satisfy this rule. */
  retryOn: civil.nullable(),
});

const rule = reason.pick({
  ruleId: true,
  item: true,
  limit: true,
  clause: true,
  source: true,
  certainty: true,
});

const outlook = z.strictObject({
  donationType: z.string(),
  programme: z.string(),
  /** The programme's own name for it; null for a kind that is not collected here. */
  name: bilingual.nullable(),
  verdict: z.enum(['eligible', 'later', 'no', 'noRules']),
  from: civil.nullable(),
  against: z.array(reason),
  held: z.array(reason),
  /** What only the visit itself can answer. */
  onTheDay: z.array(rule),
});

const outlooks = z.strictObject({
  donorId: id,
  number: z.string(),
  name: z.string(),
  on: civil,
  asOf: utc.nullable(),
  judgedAt: utc,
  packs: z.array(
    z.strictObject({
      hash: sha256,
      title: bilingual,
      revision: z.int(),
      demo: z.boolean(),
      inForceFrom: civil,
    }),
  ),
  types: z.array(outlook),
});

export type Outlooks = z.infer<typeof outlooks>;

/** “May she give what, when?” for the staff, on screen, on paper and by `call`. */
export const outlookContract = {
  /** Each kind of donation with its reasons; null for a person who is (or was then) not on file. */
  'visits.explain': query(EXPLAINERS, asked, outlooks.nullable(), READS),
  'visits.explainPaper': query(
    EXPLAINERS,
    asked.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    READS,
  ),
} as const;

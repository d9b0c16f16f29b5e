import { z } from 'zod';
import { bilingual, id } from '../../contract/fields.ts';

/**
 * A judged rule as the journal keeps it and as screens and papers show it: the clause, what was looked at,
 * the limit, the verdict, and who may decide otherwise.
 */
export const judgedRule = z.strictObject({
  ruleId: id,
  clause: z.string(),
  item: bilingual,
  /** What was looked at: dates, counts, figures. */
  input: bilingual,
  /** Earlier readings that no longer count. */
  replaced: z.array(bilingual).readonly(),
  limit: bilingual,
  verdict: z.enum(['met', 'notMet', 'missing', 'notApplicable', 'caution']),
  overridableBy: z.literal('physician').nullable(),
});

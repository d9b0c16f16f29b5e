import type { RulePack } from './model.ts';
import { ruleParam } from './params.ts';

/**
 * Whether a refusal for these rules is for physicians only, because it says something of infection or
 * behaviour (rule SITE-HIDDEN of every pack). Where a pack does not tell, it is.
 */
export function isConfidential(ids: readonly string[], packs: readonly RulePack[]): boolean {
  return packs.some((pack) => {
    const hidden = ruleParam(pack, 'SITE-HIDDEN', 'rules');
    return !Array.isArray(hidden) || ids.some((id) => hidden.includes(id));
  });
}

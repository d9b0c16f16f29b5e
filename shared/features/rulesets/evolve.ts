import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { RulePack, RulesetsRows } from './model.ts';

/** Transitions of adopted rule packs. An earlier last day wins over a later one. */
export const evolveRulesets: Evolve<RulesetsRows> = {
  'rulesets.packAdopted': (read, { body, at, actor, second }) => {
    const before = read.get('rulePack', body.hash);
    if (before && before.adoptedAt <= at) return [];
    return [
      put<RulesetsRows, 'rulePack'>('rulePack', {
        id: body.hash,
        packId: body.packId,
        programme: body.programme,
        revision: body.revision,
        demo: body.demo,
        inForceFrom: body.inForceFrom,
        inForceTo: before?.inForceTo ?? body.inForceTo,
        content: body.content as unknown as RulePack,
        adoptedAt: at,
        adoptedBy: actor,
        adoptedSecond: second ?? '',
      }),
    ];
  },
  'rulesets.packRetired': (read, { body }) => {
    const row = read.get('rulePack', body.hash);
    if (!row || (row.inForceTo !== null && row.inForceTo <= body.inForceTo)) return [];
    return [put<RulesetsRows, 'rulePack'>('rulePack', { ...row, inForceTo: body.inForceTo })];
  },
};

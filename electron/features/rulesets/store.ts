import type { RulesetsRows } from '#shared/features/rulesets/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State table of adopted rule packs. */
export const rulesetsTables = defineTables<RulesetsRows>({
  rulePack: {
    columns: {
      id: 'text',
      packId: 'text',
      programme: 'text',
      revision: 'int',
      demo: 'flag',
      inForceFrom: 'text',
      inForceTo: 'text?',
      content: 'json',
      adoptedAt: 'text',
      adoptedBy: 'text',
      adoptedSecond: 'text',
    },
    indexes: ['programme'],
  },
});

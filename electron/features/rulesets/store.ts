import type { RulesetsRows } from '#shared/features/rulesets/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of rule packs: adopted, signed page by page, replayed over the history. */
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
  rulePackPage: {
    columns: {
      id: 'text',
      packHash: 'text',
      page: 'int',
      pageHash: 'text',
      ruleIds: 'json',
      exceptions: 'json',
      confirmedAt: 'text',
      confirmedBy: 'text',
      confirmedSecond: 'text',
      stamp: 'text',
    },
    indexes: ['packHash'],
  },
  rulePackReplay: {
    columns: {
      id: 'text',
      packId: 'text',
      revision: 'int',
      localDate: 'text',
      inForceFrom: 'text',
      visits: 'int',
      units: 'int',
      otherwise: 'json',
      replayedAt: 'text',
      replayedBy: 'text',
      stamp: 'text',
    },
    indexes: [],
  },
  programmeDraft: {
    columns: {
      id: 'text',
      hash: 'text',
      packId: 'text',
      programme: 'text',
      revision: 'int',
      form: 'json',
      content: 'json',
      draftedAt: 'text',
      draftedBy: 'text',
      stamp: 'text',
    },
    indexes: ['packId'],
  },
});

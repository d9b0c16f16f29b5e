import { confirmPage } from '#shared/features/rulesets/pages.ts';
import { adoptPack, retirePack } from '#shared/features/rulesets/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { offerOf } from './offers.ts';

/** Confirmation, adoption and retirement of rule packs. */
export const rulesetsCommands = defineCommands({
  'rulesets.adoptPack': steps('rulesets.adoptPack', {
    prepare: ({ packId, revision }) => offerOf(packId, revision),
    decide: adoptPack,
  }),
  'rulesets.confirmPage': steps('rulesets.confirmPage', {
    prepare: ({ packId, revision }) => ({
      offered: offerOf(packId, revision),
      hashOf: contentHash,
    }),
    decide: confirmPage,
  }),
  'rulesets.retirePack': retirePack,
});

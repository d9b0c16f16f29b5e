import { confirmPage } from '#shared/features/rulesets/pages.ts';
import { draftProgramme } from '#shared/features/rulesets/programme/draft.ts';
import { adoptPack, retirePack } from '#shared/features/rulesets/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { offeredPacks, offerOf, templatePack } from './offers.ts';

/** Drafting, confirmation, adoption and retirement of rule packs. */
export const rulesetsCommands = defineCommands({
  'rulesets.adoptPack': steps('rulesets.adoptPack', {
    prepare: ({ packId, revision }, { read }) => offerOf(packId, revision, read),
    decide: adoptPack,
  }),
  'rulesets.confirmPage': steps('rulesets.confirmPage', {
    prepare: ({ packId, revision }, { read }) => ({
      offered: offerOf(packId, revision, read),
      hashOf: contentHash,
    }),
    decide: confirmPage,
  }),
  'rulesets.draftProgramme': steps('rulesets.draftProgramme', {
    prepare: () => ({
      template: templatePack(),
      offered: offeredPacks().map(({ pack }) => pack),
      hashOf: contentHash,
    }),
    decide: draftProgramme,
  }),
  'rulesets.retirePack': retirePack,
});

import type { StateReader } from '#shared/contract/rows.ts';
import { confirmPage, type OfferToSign } from '#shared/features/rulesets/pages.ts';
import { draftProgramme } from '#shared/features/rulesets/programme/draft.ts';
import { adoptPack, retirePack } from '#shared/features/rulesets/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { offeredPacks, offerOf, templatePack } from './offers.ts';

/** The offer that two persons sign, and how its parts are hashed. */
function toSign(
  { packId, revision }: { readonly packId: string; readonly revision: number },
  { read }: { readonly read: StateReader },
): OfferToSign {
  return { offered: offerOf(packId, revision, read), hashOf: contentHash };
}

/** Drafting, confirmation, adoption and retirement of rule packs. */
export const rulesetsCommands = defineCommands({
  'rulesets.adoptPack': steps('rulesets.adoptPack', {
    prepare: toSign,
    decide: adoptPack,
  }),
  'rulesets.confirmPage': steps('rulesets.confirmPage', {
    prepare: toSign,
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

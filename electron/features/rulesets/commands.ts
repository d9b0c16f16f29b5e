import { adoptPack, retirePack } from '#shared/features/rulesets/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { offeredPacks } from './offers.ts';

/** Adoption and retirement of rule packs. */
export const rulesetsCommands = defineCommands({
  'rulesets.adoptPack': steps('rulesets.adoptPack', {
    prepare: ({ packId, revision }) =>
      offeredPacks().find(({ pack }) => pack.packId === packId && pack.revision === revision),
    decide: adoptPack,
  }),
  'rulesets.retirePack': retirePack,
});

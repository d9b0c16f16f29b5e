import { contentHash } from '#electron/features/rulesets/hash.ts';
import { templatePack } from '#electron/features/rulesets/offers.ts';
import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import { programmePack } from '#shared/features/rulesets/programme/pack.ts';
import { mersForm } from '../features/rulesets/programme-form.ts';

/** A programme made by form, on offer. */
export function programmeEvents(): readonly (() => NewEvent)[] {
  const pack = programmePack(templatePack(), mersForm, 1);
  const content = pack as unknown as BodyOf<'rulesets.programmeDrafted'>['content'];
  const { packId, programme, revision } = pack;
  const named = { packId, programme, revision, hash: contentHash(pack) };
  return [() => event('rulesets.programmeDrafted', { ...named, form: mersForm, content })];
}

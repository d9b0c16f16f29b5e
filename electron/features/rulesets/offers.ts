import { readdirSync, readFileSync } from 'node:fs';
import type { OfferedPack } from '#shared/features/rulesets/rules.ts';
import { readRulePack } from '#shared/features/rulesets/schema.ts';
import { contentHash } from './hash.ts';

let offers: readonly OfferedPack[] | undefined;

/**
 * The packs in `resources/rules`, each with its hash; read once per process. A file of another shape
 * stops the start: a station must not run on half a rule set.
 */
export function offeredPacks(): readonly OfferedPack[] {
  offers ??= load(new URL('../../../resources/rules/', import.meta.url));
  return offers;
}

/** Reads every `.json` file of a folder as a rule pack; throws with the file's name on another shape. */
export function load(folder: URL): readonly OfferedPack[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const pack = readRulePack(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      if (!pack) throw new TypeError(`${file} is not a rule pack`);
      return { hash: contentHash(pack), pack };
    });
}

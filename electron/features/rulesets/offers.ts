import { readdirSync, readFileSync } from 'node:fs';
import type { StateReader } from '#shared/contract/rows.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import {
  type PackOverlay,
  readOfferFile,
  resolveOverlay,
} from '#shared/features/rulesets/offer-file.ts';
import { TEMPLATE } from '#shared/features/rulesets/programme/pack.ts';
import type { OfferedPack } from '#shared/features/rulesets/rules.ts';
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

/** Everything on offer: the program's files, then of each programme made by form the newest draft. */
export function packsOnOffer(read: StateReader): readonly OfferedPack[] {
  const drafts = read.all('programmeDraft');
  const newest = drafts.filter(
    ({ packId, revision }) =>
      !drafts.some((other) => other.packId === packId && other.revision > revision),
  );
  return [...offeredPacks(), ...newest.map(({ hash, content: pack }) => ({ hash, pack }))];
}

/** One offer by its pack and revision. */
export function offerOf(
  packId: string,
  revision: number,
  read: StateReader,
): OfferedPack | undefined {
  return packsOnOffer(read).find(
    ({ pack }) => pack.packId === packId && pack.revision === revision,
  );
}

/** The pack that new programmes are made from; it is shipped with the program. */
export function templatePack(): RulePack {
  const found = offeredPacks().find(({ pack }) => pack.packId === TEMPLATE)?.pack;
  if (!found) throw new TypeError(`${TEMPLATE} is not among the rule packs`);
  return found;
}

/**
 * Reads every `.json` file of a folder as a rule pack, overlays upon their base; throws with the file's
 * name and the field on another shape.
 */
export function load(folder: URL): readonly OfferedPack[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, read: readFile(file, folder) }));
  const whole = files.flatMap(({ read }) => (read.kind === 'whole' ? [read.pack] : []));
  return files.map(({ file, read }) => {
    const pack = read.kind === 'overlay' ? overBase(read.overlay, whole) : read.pack;
    if (!pack) throw new TypeError(`${file} is not a rule pack: its base does not fit`);
    return { hash: contentHash(pack), pack };
  });
}

function readFile(file: string, folder: URL) {
  const read = readOfferFile(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  if (read.kind === 'wrong') throw new TypeError(`${file} is not a rule pack: ${read.problem}`);
  return read;
}

function overBase(overlay: PackOverlay, whole: readonly RulePack[]): RulePack | undefined {
  const base = whole.find((pack) => pack.packId === overlay.basedOn);
  return base && resolveOverlay(overlay, base);
}

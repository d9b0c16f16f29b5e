import type { AnyEntry } from '../contract/events.ts';
import type { DonationTypeRow, RulePack, RuleRow } from '../features/rulesets/model.ts';
import type { History } from './history.ts';

/** Packs of a programme that were adopted before an entry and in force on a civil date. */
export function packsInForce(
  history: History,
  programme: string,
  date: string,
  at: AnyEntry,
): readonly RulePack[] {
  const retired = new Map<string, string>();
  for (const entry of history.before('rulesets.packRetired', at)) {
    retired.set(entry.body.hash, entry.body.inForceTo);
  }
  return history
    .before('rulesets.packAdopted', at)
    .filter(({ body }) => {
      const to = earlier(retired.get(body.hash) ?? null, body.inForceTo);
      return (
        body.programme === programme && body.inForceFrom <= date && (to === null || date <= to)
      );
    })
    .map((entry) => entry.body.content as unknown as RulePack);
}

/** The newest pack of a programme for a date: the one that decides. */
export function packInForce(
  history: History,
  programme: string,
  date: string,
  at: AnyEntry,
): RulePack | undefined {
  return packsInForce(history, programme, date, at).reduce<RulePack | undefined>(
    (best, pack) => (best === undefined || pack.inForceFrom >= best.inForceFrom ? pack : best),
    undefined,
  );
}

/** A rule row by id. */
export function rule(pack: RulePack | undefined, id: string): RuleRow | undefined {
  return pack?.rules.find((row) => row.id === id);
}

/** A whole-number parameter of a rule, or undefined. */
export function figure(pack: RulePack | undefined, id: string, name: string): number | undefined {
  const value = rule(pack, id)?.params[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A donation type of a pack. */
export function donationType(pack: RulePack | undefined, id: string): DonationTypeRow | undefined {
  return pack?.donationTypes.find((type) => type.id === id);
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

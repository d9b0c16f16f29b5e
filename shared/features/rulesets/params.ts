import type { Json } from '../../kernel/json.ts';
import type { DonationTypeRow, ProductRow, RulePack, RulePackRow, RuleRow } from './model.ts';

/** The rule of this id, or undefined. */
export function ruleOf(pack: RulePack | undefined, ruleId: string): RuleRow | undefined {
  return pack?.rules.find((row) => row.id === ruleId);
}

/** A parameter of a rule; undefined when pack, rule or parameter is absent (a gate is then not satisfied). */
export function ruleParam(
  pack: RulePack | undefined,
  ruleId: string,
  name: string,
): Json | undefined {
  const params = ruleOf(pack, ruleId)?.params;
  return params !== undefined && Object.hasOwn(params, name) ? params[name] : undefined;
}

/** A parameter that must be a finite number; undefined for anything else. */
export function numberParam(
  pack: RulePack | undefined,
  ruleId: string,
  name: string,
): number | undefined {
  const value = ruleParam(pack, ruleId, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Rows of a pack in force on a civil date; a row without days of its own stands as long as its pack. */
export function rowsInForce(pack: RulePack, on: string): readonly RuleRow[] {
  return pack.rules.filter(
    (row) =>
      (row.inForceFrom === undefined || row.inForceFrom <= on) &&
      (row.inForceTo === undefined || row.inForceTo === null || on <= row.inForceTo),
  );
}

/** A donation type of the pack. */
export function donationTypeOf(
  pack: RulePack | undefined,
  donationType: string,
): DonationTypeRow | undefined {
  return pack?.donationTypes.find((row) => row.id === donationType);
}

/** A product of the pack by its code. */
export function productOf(pack: RulePack | undefined, productCode: string): ProductRow | undefined {
  return pack?.donationTypes
    .flatMap((type) => type.products)
    .find((row) => row.productCode === productCode);
}

/**
 * The adopted pack of a programme on a civil date: of those in force the newest by its first day, then
 * edition, revision, hash, so that every station answers the same. Undefined when none is in force. A
 * contrast pack never counts, however it came into the journal.
 */
export function packInForce(
  rows: readonly RulePackRow[],
  programme: string,
  on: string,
): RulePackRow | undefined {
  return rows
    .filter((row) => row.programme === programme && row.content.kind !== 'contrast')
    .filter((row) => row.inForceFrom <= on && (row.inForceTo === null || on <= row.inForceTo))
    .sort(newestFirst)[0];
}

function newestFirst(a: RulePackRow, b: RulePackRow): number {
  if (a.inForceFrom !== b.inForceFrom) return a.inForceFrom < b.inForceFrom ? 1 : -1;
  // Begun on the same day: the later edition, whose own first day is later, before revisions of one.
  if (a.content.inForceFrom !== b.content.inForceFrom)
    return a.content.inForceFrom < b.content.inForceFrom ? 1 : -1;
  if (a.revision !== b.revision) return b.revision - a.revision;
  return a.id < b.id ? 1 : -1;
}

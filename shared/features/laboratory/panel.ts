import type { StateReader } from '../../contract/rows.ts';
import type { Json } from '../../kernel/json.ts';
import type { RequiredTest, RulePack } from '../rulesets/model.ts';

/** How an initially reactive reading is resolved: so many valid non-reactive repeats, for these kinds. */
export interface RetestRule {
  readonly repeats: number;
  readonly kinds: readonly string[];
}

/** The figures that effective results need, all from one pack; absent means: never satisfied. */
export interface TestRules {
  readonly retest: RetestRule | undefined;
  /** LAB-3: highest acceptable ALT in U/L. */
  readonly enzymeMax: number | undefined;
  /** LAB-5: lowest acceptable dilution by assay. */
  readonly iggMin: number | undefined;
  readonly totalMin: number | undefined;
}

/** One required test with the rules of the pack that requires it. */
export interface Requirement {
  readonly required: RequiredTest;
  readonly rules: TestRules;
  readonly packHash: string;
}

/**
 * What a donation must show: every requirement of the pack at collection and of the pack in force on
 * `today` (civil date). Empty when no pack can be found, which no gate takes for satisfied (INV-10).
 */
export function requirementsOf(
  read: StateReader,
  din: string,
  today: string,
): readonly Requirement[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  const found: Requirement[] = [];
  const dates = new Set([donation.localDate, today]);
  for (const date of dates) {
    const pack = packOn(read, donation.programme, date);
    const type = pack?.content.donationTypes.find((one) => one.id === donation.donationType);
    if (!pack || !type) return [];
    if (found.some((one) => one.packHash === pack.id)) continue;
    const rules = rulesOf(pack.content);
    for (const required of type.panel) found.push({ required, rules, packHash: pack.id });
  }
  return found;
}

/** The adopted pack of a programme in force on a civil date; the newest start wins, then the revision. */
export function packOn(read: StateReader, programme: string, date: string) {
  return read
    .all('rulePack')
    .filter((row) => row.programme === programme && row.inForceFrom <= date)
    .filter((row) => row.inForceTo === null || row.inForceTo >= date)
    .sort(
      (a, b) =>
        b.inForceFrom.localeCompare(a.inForceFrom) ||
        b.revision - a.revision ||
        b.adoptedAt.localeCompare(a.adoptedAt) ||
        b.id.localeCompare(a.id),
    )[0];
}

/** Reads the figures of the laboratory's rules out of a pack. */
export function rulesOf(pack: RulePack): TestRules {
  const repeats = count(param(pack, 'TST-5', 'repeats'));
  const kinds = param(pack, 'TST-5', 'kinds');
  return {
    retest:
      repeats === undefined
        ? undefined
        : { repeats, kinds: Array.isArray(kinds) ? kinds.map(String) : ['marker'] },
    enzymeMax: count(param(pack, 'LAB-3', 'maxUnitsPerLitre')),
    iggMin: count(param(pack, 'LAB-5', 'iggMinTitre')),
    totalMin: count(param(pack, 'LAB-5', 'totalMinTitre')),
  };
}

function param(pack: RulePack, ruleId: string, name: string): Json | undefined {
  return pack.rules.find((rule) => rule.id === ruleId)?.params[name];
}

function count(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

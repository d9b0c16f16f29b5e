import type { StateReader } from '../../contract/rows.ts';
import { packFor } from '../rulesets/facts.ts';
import type { RequiredTest, RulePack } from '../rulesets/model.ts';
import { numberParam, ruleParam } from '../rulesets/params.ts';

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
    const pack = packFor(read, donation.programme, date);
    const type = pack?.content.donationTypes.find((one) => one.id === donation.donationType);
    if (!pack || !type) return [];
    if (found.some((one) => one.packHash === pack.id)) continue;
    const rules = rulesOf(pack.content);
    for (const required of type.panel) found.push({ required, rules, packHash: pack.id });
  }
  return found;
}

/** Reads the figures of the laboratory's rules out of a pack. */
export function rulesOf(pack: RulePack): TestRules {
  const repeats = positive(numberParam(pack, 'SITE-RETEST', 'validNonreactiveRepeats'));
  const kinds = ruleParam(pack, 'SITE-RETEST', 'kinds');
  return {
    retest:
      repeats === undefined
        ? undefined
        : { repeats, kinds: Array.isArray(kinds) ? kinds.map(String) : ['marker'] },
    enzymeMax: positive(numberParam(pack, 'LAB-3', 'maxUnitsPerLitre')),
    iggMin: positive(numberParam(pack, 'LAB-5', 'iggTitre')),
    totalMin: positive(numberParam(pack, 'LAB-5', 'totalTitre')),
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

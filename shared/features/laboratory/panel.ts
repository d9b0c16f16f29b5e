import type { StateReader } from '../../contract/rows.ts';
import { testedUnder } from '../donors/test-samples.ts';
import { packFor } from '../rulesets/facts.ts';
import type { RequiredTest, RulePack, RulePackRow } from '../rulesets/model.ts';
import { donationTypeOf, numberParam, ruleParam } from '../rulesets/params.ts';

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
 * The packs that judge a donation or a test sample: the one at collection and the one in force on `today` (civil date),
 * each once. Undefined where either cannot be found, which no gate takes for satisfied (INV-10).
 */
export function packsOf(
  read: StateReader,
  din: string,
  today: string,
): readonly RulePackRow[] | undefined {
  const tested = testedUnder(read, din);
  if (!tested) return undefined;
  const then = packFor(read, tested.programme, tested.localDate);
  const now = packFor(read, tested.programme, today);
  if (!then || !now) return undefined;
  return then.id === now.id ? [then] : [then, now];
}

/**
 * What a donation must show, or what was asked of a test sample: every requirement of the pack at collection and of the pack in force on
 * `today` (civil date). Empty when no pack can be found, which no gate takes for satisfied (INV-10).
 */
export function requirementsOf(
  read: StateReader,
  din: string,
  today: string,
): readonly Requirement[] {
  const tested = testedUnder(read, din);
  const found: Requirement[] = [];
  for (const { id: packHash, content } of packsOf(read, din, today) ?? []) {
    const type = donationTypeOf(content, tested?.donationType ?? '');
    if (!type) return [];
    const rules = rulesOf(content);
    for (const required of type.panel)
      if (tested?.tests?.includes(required.test) !== false)
        found.push({ required, rules, packHash });
  }
  return found;
}

/** Codes of the tests of one kind that the pack at collection asks of a donation. */
export function testsOfKind(
  read: StateReader,
  din: string,
  kind: RequiredTest['kind'],
): readonly string[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  const pack = packFor(read, donation.programme, donation.localDate)?.content;
  const panel = donationTypeOf(pack, donation.donationType)?.panel ?? [];
  return panel.filter((test) => test.kind === kind).map((test) => test.test);
}

/** Reads the figures of the laboratory's rules out of a pack. */
export function rulesOf(pack: RulePack): TestRules {
  const repeats = positive(numberParam(pack, 'SITE-RETEST', 'validNonreactiveRepeats'));
  const kinds = ruleParam(pack, 'SITE-RETEST', 'kinds');
  return {
    retest:
      repeats === undefined
        ? undefined
        : { repeats, kinds: Array.isArray(kinds) ? kinds.map(String) : [] },
    enzymeMax: positive(numberParam(pack, 'LAB-3', 'maxUnitsPerLitre')),
    iggMin: positive(numberParam(pack, 'LAB-5', 'iggTitre')),
    totalMin: positive(numberParam(pack, 'LAB-5', 'totalTitre')),
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

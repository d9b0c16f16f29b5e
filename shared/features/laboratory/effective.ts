import { assertNever } from '../../kernel/assert-never.ts';
import type { RequiredTest } from '../rulesets/model.ts';
import type { TestRules } from './panel.ts';
import { conflictsIn, countedReadings, type Reading } from './readings.ts';

/** What all readings of a test come to. Only the pack says which of them is good. */
export type Effective =
  | 'nonreactive'
  | 'reactive'
  | 'initiallyReactive'
  | 'repeatReactive'
  | 'elevated'
  | 'indeterminate'
  | 'unknown'
  | 'conflict'
  | 'incomplete';

/** A test in the one word that everybody may see: 合格, 未合格, 待检. */
export type TestState = 'qualified' | 'unqualified' | 'pending';

/** Effective values that more work on the same samples may still turn into a good one. */
const OPEN: ReadonlySet<Effective> = new Set(['incomplete', 'initiallyReactive', 'conflict']);

/** The state of a test: good, not good, or not known yet. */
export function testState(
  required: RequiredTest,
  readings: readonly Reading[],
  rules: TestRules,
): TestState {
  if (acceptable(required, readings, rules)) return 'qualified';
  return OPEN.has(effective(required, readings, rules)) ? 'pending' : 'unqualified';
}

/** Tests for an infection: their readings are seen only by those who open them. */
export function isInfection(kind: RequiredTest['kind']): boolean {
  return kind === 'marker' || kind === 'nat';
}

/** Reactive for good: by the retest rule, or where no retest rule exists. */
export function isFinallyReactive(value: Effective): boolean {
  return value === 'reactive' || value === 'repeatReactive';
}

/**
 * The effective result of one test: a pure function of all readings and the pack's rules, never a
 * stored latest (INV-10, INV-11). `readings` may be those of the whole donation.
 */
export function effective(
  required: RequiredTest,
  readings: readonly Reading[],
  rules: TestRules,
): Effective {
  const own = readings.filter((one) => one.test === required.test);
  if (conflictsIn(own).length > 0) return 'conflict';
  switch (required.kind) {
    case 'marker':
    case 'nat':
      return infection(required, own, rules);
    case 'enzyme':
      return enzyme(required, own, rules);
    case 'antibody':
      return antibody(required, own, rules);
    case 'abo':
    case 'rhd':
      // Groups are judged by the donation's group rule, never as one test.
      return 'incomplete';
    default:
      return assertNever(required.kind);
  }
}

/**
 * True only for an effective value that is good for this kind of test and that the pack lists.
 * Whatever goes wrong on the way is not good (INV-10).
 */
export function acceptable(
  required: RequiredTest,
  readings: readonly Reading[],
  rules: TestRules,
): boolean {
  try {
    const value = effective(required, readings, rules);
    const good = required.kind === 'antibody' ? 'reactive' : 'nonreactive';
    return value === good && required.acceptable.includes(good);
  } catch {
    return false;
  }
}

function infection(required: RequiredTest, own: readonly Reading[], rules: TestRules): Effective {
  const listed = counted(own, required.test);
  if (listed.some((one) => !KNOWN.has(one.value))) return 'unknown';
  const status = resolved(required, listed, rules);
  if (status !== 'nonreactive' && status !== 'incomplete') return status;
  return blockedByInvalid(own, listed, rules) ? 'initiallyReactive' : status;
}

const KNOWN = new Set(['nonreactive', 'reactive', 'indeterminate']);

/** A reactive reading stays in the list even when a correction names it: only repeats resolve it. */
function counted(own: readonly Reading[], test: string): readonly Reading[] {
  const standing = new Set(countedReadings(own, test));
  return own.filter(
    (one) => standing.has(one) || (one.value === 'reactive' && one.standing === 'valid'),
  );
}

function resolved(required: RequiredTest, listed: readonly Reading[], rules: TestRules): Effective {
  const at = listed.findIndex((one) => one.value !== 'nonreactive');
  const initial = listed[at];
  if (!initial) return enoughRounds(required, listed) ? 'nonreactive' : 'incomplete';
  const after = listed.slice(at + 1);
  const isReactive = initial.value === 'reactive';
  if (listed.filter((one) => one.value === 'reactive').length > 1) return 'repeatReactive';
  if (after.some((one) => one.value === 'reactive')) return 'reactive';
  const retest = rules.retest?.kinds.includes(required.kind) ? rules.retest : undefined;
  if (!retest) return isReactive ? 'reactive' : 'indeterminate';
  if (after.some((one) => one.value === 'indeterminate'))
    return isReactive ? 'reactive' : 'indeterminate';
  const repeats = after.filter((one) => one.sampleId === initial.sampleId);
  if (repeats.length < retest.repeats) return isReactive ? 'initiallyReactive' : 'indeterminate';
  return enoughRounds(required, listed) ? 'nonreactive' : 'incomplete';
}

/** A reactive reading whose run does not count still blocks until the repeat is done. */
function blockedByInvalid(
  own: readonly Reading[],
  listed: readonly Reading[],
  rules: TestRules,
): boolean {
  const needed = rules.retest?.repeats ?? 2;
  return own
    .filter((one) => one.value === 'reactive' && one.standing !== 'valid')
    .some((one) => {
      const later = own.slice(own.indexOf(one) + 1);
      const repeats = later.filter(
        (other) =>
          listed.includes(other) &&
          other.value === 'nonreactive' &&
          other.sampleId === one.sampleId,
      );
      return repeats.length < needed;
    });
}

/** Rounds are independent: different runs, and different reagent lots where the pack asks it. */
function enoughRounds(required: RequiredTest, listed: readonly Reading[]): boolean {
  const good = listed.filter((one) => one.value === 'nonreactive' && !one.superseded);
  const runs = new Set(good.map((one) => one.runId));
  const lots = new Set(good.map((one) => one.lotId));
  const rounds = required.differentReagents ? Math.min(runs.size, lots.size) : runs.size;
  return required.rounds >= 1 && rounds >= required.rounds;
}

function enzyme(required: RequiredTest, own: readonly Reading[], rules: TestRules): Effective {
  const listed = countedReadings(own, required.test);
  if (listed.length === 0 || rules.enzymeMax === undefined) return 'incomplete';
  const figures = listed.map((one) => plainNumber(one.figure));
  if (figures.some((figure) => figure === undefined)) return 'unknown';
  const max = rules.enzymeMax;
  if (figures.some((figure) => figure !== undefined && figure > max)) return 'elevated';
  const runs = new Set(listed.map((one) => one.runId));
  return runs.size >= required.rounds ? 'nonreactive' : 'incomplete';
}

/** A figure as a number: digits with at most one decimal point; anything else is no number. */
export function plainNumber(figure: string): number | undefined {
  return /^\d{1,6}(\.\d{1,3})?$/.test(figure) ? Number(figure) : undefined;
}

/** `IgG 1:160` or `total 1:320` taken apart; undefined for any other text. */
export function titreOf(
  figure: string,
): { readonly assay: 'IgG' | 'total'; readonly dilution: number } | undefined {
  const match = /^(IgG|total) 1:([1-9]\d{0,5})$/.exec(figure);
  return match ? { assay: match[1] as 'IgG' | 'total', dilution: Number(match[2]) } : undefined;
}

/** LAB-5: either assay at or above its dilution, and nothing valid against it at or below that. */
function antibody(required: RequiredTest, own: readonly Reading[], rules: TestRules): Effective {
  const listed = countedReadings(own, required.test);
  if (listed.length === 0) return 'incomplete';
  const titres = listed.map((one) => ({ value: one.value, titre: titreOf(one.figure) }));
  if (titres.some((one) => !KNOWN.has(one.value) || !one.titre)) return 'unknown';
  const verdicts = [
    assayVerdict('IgG', rules.iggMin, titres),
    assayVerdict('total', rules.totalMin, titres),
  ];
  if (verdicts.includes('reactive')) return 'reactive';
  if (verdicts.includes('indeterminate')) return 'indeterminate';
  return verdicts.includes('nonreactive') ? 'nonreactive' : 'incomplete';
}

type Titred = { readonly value: string; readonly titre: ReturnType<typeof titreOf> };

function assayVerdict(
  assay: 'IgG' | 'total',
  min: number | undefined,
  titres: readonly Titred[],
): Effective {
  const own = titres.filter((one) => one.titre?.assay === assay);
  if (own.length === 0 || min === undefined) return 'incomplete';
  const high = own.some((one) => one.value === 'reactive' && (one.titre?.dilution ?? 0) >= min);
  const against = own.some((one) => one.value !== 'reactive' && (one.titre?.dilution ?? 0) <= min);
  if (high && against) return 'indeterminate';
  if (high) return 'reactive';
  return own.some((one) => one.value === 'indeterminate') ? 'indeterminate' : 'nonreactive';
}

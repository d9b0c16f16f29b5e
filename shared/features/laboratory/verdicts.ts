import type { StateReader } from '../../contract/rows.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { judgedReadings, takenBefore } from './beforehand.ts';
import { acceptable, type Effective, effective, isInfection, testState } from './effective.ts';
import { type GroupState, groupState } from './group.ts';
import { type Requirement, requirementsOf } from './panel.ts';
import { countedReadings, type Reading } from './readings.ts';
import { inBoth, joined } from './verdict-words.ts';

/**
 * One verdict per test that the packs at collection and on `today` (civil date) require, except ABO
 * and RhD (see `groupVerdicts`). Never empty: without a pack the one verdict is `missing`.
 */
export function testsVerdicts(
  read: StateReader,
  din: string,
  today: string,
): readonly RuleVerdict[] {
  const needed = requirementsOf(read, din, today);
  if (needed.length === 0) return [noPack()];
  const readings = judgedReadings(read, din, today);
  return needed
    .filter(({ required }) => required.kind !== 'abo' && required.kind !== 'rhd')
    .map((one) => testVerdict(one, readings, din));
}

/** ABO and RhD of a donation: two verdicts with the readings and the doubts as input. */
export function groupVerdicts(read: StateReader, din: string): readonly RuleVerdict[] {
  const state = groupState(read, din);
  return [
    groupVerdict('ABO', state.abo, state.aboReadings, state.aboDoubts),
    groupVerdict('RhD', state.rhd, state.rhdReadings, state.rhdDoubts),
  ];
}

/** True where every verdict is met or does not apply. */
export function allMet(verdicts: readonly RuleVerdict[]): boolean {
  return (
    verdicts.length > 0 &&
    verdicts.every((one) => one.verdict === 'met' || one.verdict === 'notApplicable')
  );
}

function testVerdict(one: Requirement, readings: readonly Reading[], din: string): RuleVerdict {
  const { required } = one;
  const facts = isInfection(required.kind)
    ? infectionFacts(one, readings)
    : openFacts(one, readings);
  return {
    ruleId: required.test,
    clause: required.clause,
    item: required.name,
    limit: required.limit,
    overridableBy: null,
    ...facts,
    input: joined([facts.input, ...beforehand(readings, required.test, din)]),
  };
}

/** The sample taken before the donation that a test was done on, where it counts for it. */
function beforehand(readings: readonly Reading[], test: string, din: string): readonly Bilingual[] {
  const numbers = readings
    .filter((reading) => reading.test === test)
    .flatMap((reading) => takenBefore(reading, din) ?? []);
  return [...new Set(numbers)].map((number) =>
    joined([inBoth((words) => words.verdicts.beforehand), { zh: number, en: number }], ' '),
  );
}

type Facts = Pick<RuleVerdict, 'input' | 'replaced' | 'verdict'>;

/** What was read of an infection stays out of every gate, list and refusal: only its state is told. */
function infectionFacts({ required, rules }: Requirement, readings: readonly Reading[]): Facts {
  const state = testState(required, readings, rules);
  const word = inBoth((words) => words.ui.state[state]);
  const rounds = roundsText(readings, required);
  const verdict = { qualified: 'met', unqualified: 'notMet', pending: 'missing' } as const;
  return { input: joined([word, rounds]), replaced: [], verdict: verdict[state] };
}

function openFacts({ required, rules }: Requirement, readings: readonly Reading[]): Facts {
  const value = effective(required, readings, rules);
  const good = acceptable(required, readings, rules);
  return {
    input: inputOf(value, readings, required),
    replaced: readings
      .filter((reading) => reading.test === required.test && reading.superseded)
      .map(readingText),
    verdict: good ? 'met' : value === 'incomplete' ? 'missing' : 'notMet',
  };
}

function inputOf(
  value: Effective,
  readings: readonly Reading[],
  required: Requirement['required'],
): Bilingual {
  const figure = countedReadings(readings, required.test).at(-1)?.figure ?? '';
  const parts = [effectiveWord(value, required.kind)];
  if (figure !== '') parts.push({ zh: figure, en: figure });
  return joined([...parts, roundsText(readings, required)]);
}

/** An enzyme is below its limit; only what binds reacts or does not. */
function effectiveWord(value: Effective, kind: Requirement['required']['kind']): Bilingual {
  const isLow = kind === 'enzyme' && value === 'nonreactive';
  return inBoth((words) => words.effective[isLow ? 'withinLimit' : value]);
}

/** Rounds done of those required, `1/2`. */
function roundsText(
  readings: readonly Reading[],
  { test, rounds }: Requirement['required'],
): Bilingual {
  const done = new Set(countedReadings(readings, test).map((one) => one.runId)).size;
  const text = `${Math.min(done, rounds)}/${rounds}`;
  return { zh: text, en: text };
}

function readingText(reading: Reading): Bilingual {
  const time = reading.at.slice(0, 16).replace('T', ' ');
  const rest = [reading.figure, `(${time}Z)`].filter((part) => part !== '').join(' ');
  return joined([valueWord(reading), { zh: rest, en: rest }], ' ');
}

function valueWord({ value }: Reading): Bilingual {
  return inBoth((words) => words.values[value as keyof typeof words.values] ?? value);
}

function groupVerdict(
  test: 'ABO' | 'RhD',
  value: string | undefined,
  readings: readonly Reading[],
  doubts: GroupState['aboDoubts'],
): RuleVerdict {
  const none = { zh: '—', en: '—' };
  const seen = readings.length === 0 ? none : joined(readings.map(valueWord), ' / ');
  const input = value
    ? joined([inBoth((words) => words.values[value as 'A'] ?? value), seen])
    : joined([seen, ...doubts.map((doubt) => inBoth((words) => words.doubts[doubt]))]);
  const waiting = doubts.every((doubt) => doubt === 'tooFew' || doubt === 'weakDMissing');
  return {
    ruleId: test,
    clause: 'INV-13',
    item: inBoth((words) => words.tests[test]),
    input,
    replaced: [],
    limit: inBoth((words) => words.verdicts.groupLimit),
    verdict: value ? 'met' : waiting ? 'missing' : 'notMet',
    overridableBy: null,
  };
}

function noPack(): RuleVerdict {
  return {
    ruleId: 'SITE-PANEL',
    clause: 'INV-10',
    item: inBoth((words) => words.verdicts.panel),
    input: inBoth((words) => words.verdicts.noPack),
    replaced: [],
    limit: inBoth((words) => words.verdicts.panelLimit),
    verdict: 'missing',
    overridableBy: null,
  };
}

import type { StateReader } from '../../contract/rows.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { acceptable, type Effective, effective } from './effective.ts';
import { type GroupState, groupState } from './group.ts';
import { type Requirement, requirementsOf } from './panel.ts';
import { countedReadings, type Reading, readingsOf } from './readings.ts';
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
  const readings = readingsOf(read, din);
  return needed
    .filter(({ required }) => required.kind !== 'abo' && required.kind !== 'rhd')
    .map((one) => testVerdict(one, readings));
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

function testVerdict(one: Requirement, readings: readonly Reading[]): RuleVerdict {
  const { required, rules } = one;
  const value = effective(required, readings, rules);
  const good = acceptable(required, readings, rules);
  return {
    ruleId: required.test,
    clause: required.clause,
    item: required.name,
    input: inputOf(value, readings, required.test, required.rounds),
    replaced: readings
      .filter((reading) => reading.test === required.test && reading.superseded)
      .map(readingText),
    limit: required.limit,
    verdict: good ? 'met' : value === 'incomplete' ? 'missing' : 'notMet',
    overridableBy: null,
  };
}

function inputOf(
  value: Effective,
  readings: readonly Reading[],
  test: string,
  rounds: number,
): Bilingual {
  const counted = countedReadings(readings, test);
  const figure = counted.at(-1)?.figure ?? '';
  const parts = [inBoth((words) => words.effective[value])];
  if (figure !== '') parts.push({ zh: figure, en: figure });
  const done = new Set(counted.map((one) => one.runId)).size;
  parts.push({ zh: `${done}/${rounds}`, en: `${done}/${rounds}` });
  return joined(parts);
}

function readingText(reading: Reading): Bilingual {
  const time = reading.at.slice(0, 16).replace('T', ' ');
  const text = `${reading.value} ${reading.figure} (${time}Z)`;
  return { zh: text, en: text };
}

function groupVerdict(
  test: 'ABO' | 'RhD',
  value: string | undefined,
  readings: readonly Reading[],
  doubts: GroupState['aboDoubts'],
): RuleVerdict {
  const seen = readings.map((one) => one.value).join(', ') || '—';
  const input = value
    ? inBoth((words) => `${words.values[value as 'A'] ?? value} · ${seen}`)
    : joined([
        { zh: seen, en: seen },
        ...doubts.map((doubt) => inBoth((words) => words.doubts[doubt])),
      ]);
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

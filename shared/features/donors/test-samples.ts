import { isTestNumber, testNumberOf } from '../../codes/test-number.ts';
import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { stationBlockOf } from '../../kernel/station-block.ts';
import { packFor } from '../rulesets/facts.ts';
import type { DonationTypeRow, RequiredTest, RulePack } from '../rulesets/model.ts';
import { numberParam, ruleParam } from '../rulesets/params.ts';
import type { PretestSample } from '../rulesets/subject.ts';
import { personRecords } from './facts.ts';
import type { TestSampleRow } from './model.ts';

/** What a pack's samples are tested for: the first kind of donation that it lists, as a visit is for. */
function kindTested(pack: RulePack): DonationTypeRow | undefined {
  return pack.donationTypes[0];
}

/** The tests that a pack lets be done before a donation (SITE-PRETEST); groups never are. */
export function testsOffered(pack: RulePack | undefined): readonly RequiredTest[] {
  const listed = ruleParam(pack, 'SITE-PRETEST', 'tests');
  if (!pack || !Array.isArray(listed)) return [];
  return (kindTested(pack)?.panel ?? []).filter(
    ({ test, kind }) => listed.includes(test) && kind !== 'abo' && kind !== 'rhd',
  );
}

/** For how many days after the sample was taken its results count; undefined where no rule says. */
export function pretestDays(pack: RulePack | undefined): number | undefined {
  return numberParam(pack, 'SITE-PRETEST', 'days');
}

export interface TakeInput {
  readonly donorId: string;
  readonly programme: string;
  readonly tests: readonly string[];
  readonly consentSeen: boolean;
}

/**
 * Takes blood for tests alone, under a number that is no donation number: no kit, no bag, no label.
 * Refused for an unknown donor, without her consent, and for a test that rule SITE-PRETEST does not name.
 */
export function takeTestSample(
  input: TakeInput,
  { read, station, today }: DecideContext,
): Decision<NewEvent, { number: string }> {
  const { donorId, programme } = input;
  if (!read.get('donor', donorId)) return refused(reason('donors.unknown'));
  if (!input.consentSeen) return refused(reason('donors.testConsent'));
  const pack = packFor(read, programme, today)?.content;
  const offered = testsOffered(pack);
  const wanted = offered.filter(({ test }) => input.tests.includes(test));
  const strange = input.tests.filter((test) => !offered.some((one) => one.test === test));
  const [first] = strange;
  if (first !== undefined) return refused(reason('donors.testNotOffered', { test: first }));
  const number = nextNumber(read, stationBlockOf(station), today.slice(2, 4));
  if (number === undefined) return refused(reason('donors.testNumbersUsedUp'));
  const tubes = [...new Set(wanted.map(({ kind }) => (kind === 'nat' ? 'nat' : 'serology')))];
  const tests = wanted.map(({ test }) => test);
  const donationType = (pack && kindTested(pack)?.id) ?? programme;
  const body = { number, donorId, programme, donationType, tubes, tests };
  return accepted([event('donors.testSampleTaken', body)], { number });
}

function nextNumber(read: StateReader, block: string, year: string): string | undefined {
  const given = read.by('testSample', 'series', `${block}${year}`).length;
  return testNumberOf(block, year, given + 1);
}

/** What is tested under a number: a donation, or a sample of its own. */
export interface Tested {
  readonly donorId: string;
  readonly programme: string;
  readonly donationType: string;
  readonly localDate: string;
  /** Tests that were asked for; null for a donation, which must show them all. */
  readonly tests: readonly string[] | null;
}

/** The donation or test sample of a number; undefined for a number of neither. */
export function testedUnder(read: StateReader, number: string): Tested | undefined {
  if (isTestNumber(number)) return read.get('testSample', number);
  const donation = read.get('donation', number);
  return donation && { ...donation, tests: null };
}

/** The state of a test of a sample; nothing known is `pending`. */
export function testStateOf(
  read: StateReader,
  number: string,
  test: string,
): 'qualified' | 'unqualified' | 'pending' {
  return read.get('testOutcome', `${number}:${test}`)?.state ?? 'pending';
}

/** A sample in one word: anything not good is not good, anything not known is not known. */
export function sampleState(
  read: StateReader,
  sample: TestSampleRow,
): 'qualified' | 'unqualified' | 'pending' {
  const states = sample.tests.map((test) => testStateOf(read, sample.id, test));
  if (states.includes('unqualified')) return 'unqualified';
  return states.every((state) => state === 'qualified') ? 'qualified' : 'pending';
}

/** Test samples on all records of the person, newest first. */
export function testSamplesOf(read: StateReader, donorId: string): readonly TestSampleRow[] {
  return personRecords(read, donorId)
    .flatMap(({ id }) => read.by('testSample', 'donorId', id))
    .toSorted((a, b) => (`${a.takenAt}${a.id}` < `${b.takenAt}${b.id}` ? 1 : -1));
}

/** What the rules see of them for one programme. */
export function pretestsFor(
  read: StateReader,
  donorId: string,
  programme: string,
): readonly PretestSample[] {
  return testSamplesOf(read, donorId)
    .filter((sample) => sample.programme === programme)
    .map((sample) => ({
      number: sample.id,
      takenOn: sample.localDate,
      tests: sample.tests.map((test) => ({ test, state: testStateOf(read, sample.id, test) })),
    }));
}

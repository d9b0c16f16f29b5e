import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { startOf } from './numbers.ts';
import { type Asked, demandsOf, listed, packInForce, rule } from './policy.ts';
import { testIsGood } from './readings.ts';
import type { Violation } from './violation.ts';

/** Twelve characters; a donation number has thirteen. */
const SHAPE = /^TS[0-9]{10}$/;

/** Whether a result belongs to a sample that is no donation's: nothing of it can be held. */
export function isTestSample(number: string): boolean {
  return SHAPE.test(number);
}

/** Whose blood stands under a number and what is asked of it: a donation’s, or a test sample’s. */
export function testedUnder(
  history: History,
  number: string,
  until: Moment,
): (Asked & { readonly body: { readonly donorId: string } }) | undefined {
  if (!isTestSample(number)) return startOf(history, number, until);
  const taken = takenAs(history, number, until);
  return taken && { body: { ...taken.body, localDate: taken.localDate } };
}

function takenAs(history: History, number: string, until: Moment) {
  return history.naming('donors.testSampleTaken', 'number', number, until)[0];
}

/** INV-01, INV-12: a test sample has a number of its own, once, and is asked only what the rules allow. */
export const testSamplesHaveTheirOwnNumber: Examination = (history) =>
  history.of('donors.testSampleTaken').flatMap((entry) => {
    const { number, programme, tests } = entry.body;
    const until = history.position(entry);
    const found: Violation[] = [];
    if (!isTestSample(number) || takenAs(history, number, until))
      found.push(violation('INV-01', number, entry, 'not a number of its own'));
    const row = rule(packInForce(history, programme, entry.localDate, until), 'SITE-PRETEST');
    if (!row || tests.some((test) => !listed(row, 'tests').includes(test)))
      found.push(violation('INV-12', number, entry, 'a test that no rule offers'));
    return found;
  });

/** INV-10: a test beforehand is called good only while its readings are. */
export const testOutcomesAreTrue: Examination = (history) =>
  history.of('donors.testOutcome').flatMap((entry) => {
    const { number, test, state } = entry.body;
    if (state !== 'qualified') return [];
    const until = history.position(entry);
    const demands = demandsOf(history, testedUnder(history, number, until), entry.localDate, until);
    const own = demands?.filter(({ required }) => required.test === test) ?? [];
    const good = own.length > 0 && own.every((one) => testIsGood(history, number, one, until));
    return good ? [] : [violation('INV-10', number, entry, `${test} was called good beforehand`)];
  });

/** INV-10: what spoils a reading takes the good word back in the same transaction. */
export const testOutcomesFollow: Examination = (history) =>
  [...history.of('laboratory.runInvalidated'), ...history.of('laboratory.resultRecorded')].flatMap(
    (entry) => numbersOf(history, entry).flatMap((number) => stale(history, number, entry)),
  );

type Cause = EntryOf<'laboratory.runInvalidated'> | EntryOf<'laboratory.resultRecorded'>;

function numbersOf(history: History, entry: Cause): readonly string[] {
  const runId = entry.body.runId;
  const read = history.naming('laboratory.resultRecorded', 'runId', runId, history.settled(entry));
  return [...new Set(read.map(({ body }) => body.din))].filter(isTestSample);
}

function stale(history: History, number: string, entry: Cause): readonly Violation[] {
  const end = history.settled(entry);
  const demands = demandsOf(history, testedUnder(history, number, end), entry.localDate, end) ?? [];
  return demands
    .filter(({ required }) => lastWord(history, number, required.test, end) === 'qualified')
    .filter((demand) => !testIsGood(history, number, demand, end))
    .map(({ required }) =>
      violation('INV-10', number, entry, `${required.test} is still called good`),
    );
}

function lastWord(history: History, number: string, test: string, end: Moment) {
  return history
    .naming('donors.testOutcome', 'number', number, end)
    .filter(({ body }) => body.test === test)
    .at(-1)?.body.state;
}

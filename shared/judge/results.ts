import type { AnyEntry, EntryOf } from '../contract/events.ts';
import type { RequiredTest } from '../features/rulesets/model.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

type Result = EntryOf<'laboratory.resultRecorded'>;

/** INV-09: results are only added; one that supersedes names its elder of the same test, by two. */
export const resultsAreOnlyAdded: Examination = (history) => {
  const found: Violation[] = [];
  const known = new Map<string, Result>();
  for (const entry of history.of('laboratory.resultRecorded')) {
    const { resultId, supersedes, din, test } = entry.body;
    if (known.has(resultId)) found.push(violation('INV-09', din, entry, 'a result came twice'));
    known.set(resultId, entry);
    if (supersedes === null) continue;
    const elder = known.get(supersedes);
    const fits = elder?.body.din === din && elder.body.test === test;
    if (!fits || entry.second === null || entry.reason === null) {
      found.push(violation('INV-09', din, entry, 'a correction without elder, reason or second'));
    }
  }
  return found;
};

/** INV-12: one device message has one effect; another content under its key is marked and holds. */
export const deviceMessagesCountOnce: Examination = (history) => {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const entry of history.of('laboratory.resultRecorded')) {
    const { deviceKey, conflict, din } = entry.body;
    if (deviceKey === null) continue;
    if (seen.has(deviceKey) && !conflict) {
      found.push(violation('INV-12', din, entry, 'a device message counted twice'));
    }
    if (conflict && !heldWith(history, entry, din)) {
      found.push(violation('INV-12', din, entry, 'contradicting messages without a hold'));
    }
    seen.add(deviceKey);
  }
  return found;
};

/** INV-11: a reactive reading holds the donation in the same command. */
export const reactiveReadingsHold: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('laboratory.resultRecorded')) {
    const { value, test, din } = entry.body;
    const bad =
      (value === 'reactive' || value === 'indeterminate') && !isWantedReactive(history, test);
    if (bad && !heldAlready(history, entry, din)) {
      found.push(violation('INV-11', din, entry, `${test} ${value} without a hold`));
    }
  }
  return found;
};

/** Readings of a test that count at an entry: valid run, not superseded, not contradicting. */
export function countingResults(
  history: History,
  din: string,
  test: string,
  at: AnyEntry,
): readonly Result[] {
  const before = history.before('laboratory.resultRecorded', at);
  const superseded = new Set(before.map((entry) => entry.body.supersedes));
  return before.filter(
    ({ body }) =>
      body.din === din &&
      body.test === test &&
      !superseded.has(body.resultId) &&
      runIsValid(history, body.runId, at),
  );
}

/** INV-10, 11: whether a required test is good at an entry, recomputed from readings alone. */
export function testIsGood(
  history: History,
  din: string,
  required: RequiredTest,
  at: AnyEntry,
): boolean {
  const counting = countingResults(history, din, required.test, at);
  if (counting.some((entry) => entry.body.conflict)) return false;
  const good = counting.filter((entry) => required.acceptable.includes(entry.body.value));
  const bad = allReadings(history, din, required.test, at).filter(
    (entry) => !required.acceptable.includes(entry.body.value),
  );
  const lots = new Set(good.map((entry) => entry.body.reagentLotId));
  const runs = new Set(good.map((entry) => entry.body.runId));
  const enough =
    runs.size >= required.rounds && (!required.differentReagents || lots.size >= required.rounds);
  return enough && bad.every((entry) => resolved(history, entry, good));
}

/** The retest rule's least: two valid acceptable readings on the same sample after the bad one. */
function resolved(history: History, bad: Result, good: readonly Result[]): boolean {
  const after = good.filter(
    (entry) =>
      entry.body.sampleId === bad.body.sampleId && history.position(entry) > history.position(bad),
  );
  return after.length >= 2;
}

function allReadings(history: History, din: string, test: string, at: AnyEntry): readonly Result[] {
  const before = history.before('laboratory.resultRecorded', at);
  const superseded = new Set(before.map((entry) => entry.body.supersedes));
  return before.filter(
    ({ body }) => body.din === din && body.test === test && !superseded.has(body.resultId),
  );
}

function runIsValid(history: History, runId: string, at: AnyEntry): boolean {
  const concluded = history
    .before('laboratory.runConcluded', at)
    .filter((entry) => entry.body.runId === runId)
    .at(-1);
  const broken = history
    .before('laboratory.runInvalidated', at)
    .some((entry) => entry.body.runId === runId);
  return concluded?.body.valid === true && !broken;
}

function isWantedReactive(history: History, test: string): boolean {
  return history.of('rulesets.packAdopted').some((entry) => {
    const content = entry.body.content as { donationTypes?: { panel?: RequiredTest[] }[] };
    return content.donationTypes?.some((type) =>
      type.panel?.some((row) => row.test === test && row.acceptable.includes('reactive')),
    );
  });
}

function heldWith(history: History, entry: AnyEntry, din: string): boolean {
  return history
    .of('components.held')
    .some((held) => held.body.din === din && held.commandId === entry.commandId);
}

function heldAlready(history: History, entry: AnyEntry, din: string): boolean {
  if (heldWith(history, entry, din)) return true;
  const lifted = new Set(
    history.before('components.holdLifted', entry).map((other) => other.body.holdId),
  );
  return history
    .before('components.held', entry)
    .some((held) => held.body.din === din && !lifted.has(held.body.holdId));
}

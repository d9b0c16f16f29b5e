import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { humanOf } from '../../operators/humans.ts';
import type { LabRunRow, PendingEntryRow, SampleRow } from '../model.ts';
import { type ReadingInput, type ReadValue, readAs } from '../reading-input.ts';
import { type KnownTest, knownTest } from '../shapes.ts';
import { qualificationLapsed } from './runs.ts';

interface EntryInput {
  readonly sampleId: string;
  readonly runId: string;
  readonly reading: ReadingInput;
}

interface Checked {
  readonly sample: SampleRow;
  readonly run: LabRunRow;
  readonly known: KnownTest;
  readonly read: ReadValue;
}

type Entered = {
  readonly outcome: 'waiting' | 'agreed' | 'disputed' | 'recorded';
  readonly id: string;
};

/**
 * A person types a reading. ABO and RhD are recorded at once, because the group rule asks for two
 * determinations by different people (INV-13); every other test waits for a second person who types
 * it blind: agreement records, disagreement disputes and neither counts.
 */
export function enterResult(input: EntryInput, ctx: DecideContext): Decision<NewEvent, Entered> {
  const checked = check(input, ctx);
  if (!checked.ok) return refused(checked.error);
  const { run, sample, known, read } = checked.value;
  if (known.shape.kind === 'abo' || known.shape.kind === 'rhd')
    return record(ctx, checked.value, [ctx.actor.personId], null);
  const first = waitingEntry(ctx, sample.id, run.id);
  if (!first) {
    const entryId = ctx.newId();
    const { din } = sample;
    const { value, figure } = read;
    const body = {
      entryId,
      din,
      sampleId: sample.id,
      test: run.test,
      value,
      figure,
      runId: run.id,
      byPerson: ctx.actor.personId,
    };
    return accepted([event('laboratory.entryProposed', body)], { outcome: 'waiting', id: entryId });
  }
  if (humanOf(ctx.read, first.byPerson) === ctx.actor.personId)
    return refused(reason('laboratory.samePersonTwice', { sampleId: sample.id }));
  return compare(ctx, checked.value, first);
}

function compare(
  ctx: DecideContext,
  checked: Checked,
  first: PendingEntryRow,
): Decision<NewEvent, Entered> {
  const { read, run, sample } = checked;
  if (first.value === read.value && first.figure === read.figure)
    return record(ctx, checked, [first.byPerson, ctx.actor.personId], first.id);
  const body = {
    entryId: first.id,
    din: sample.din,
    test: run.test,
    firstValue: first.value,
    secondValue: read.value,
  };
  return accepted([event('laboratory.entryDisputed', body)], { outcome: 'disputed', id: first.id });
}

function record(
  ctx: DecideContext,
  { sample, run, read }: Checked,
  readers: readonly string[],
  entryId: string | null,
): Decision<NewEvent, Entered> {
  const resultId = ctx.newId();
  const body = {
    resultId,
    din: sample.din,
    sampleId: sample.id,
    test: run.test,
    ...read,
    runId: run.id,
    reagentLotId: run.reagentLotId,
    method: run.method,
    readers: [...readers],
    deviceKey: null,
    supersedes: null,
    entryId,
    conflict: false,
  };
  const outcome = entryId === null ? 'recorded' : 'agreed';
  return accepted([event('laboratory.resultRecorded', body)], { outcome, id: resultId });
}

function check(input: EntryInput, ctx: DecideContext): Result<Checked, Reason> {
  if (qualificationLapsed(ctx.read, ctx.actor.staffId, ctx.today))
    return err(reason('laboratory.qualificationLapsed'));
  const sample = ctx.read.get('sample', input.sampleId);
  if (!sample) return err(reason('laboratory.sampleUnknown', { sampleId: input.sampleId }));
  if (!sample.ok) return err(reason('laboratory.sampleUnfit', { sampleId: sample.id }));
  const run = ctx.read.get('labRun', input.runId);
  if (!run) return err(reason('laboratory.runUnknown'));
  if (run.state === 'invalid') return err(reason('laboratory.runNotOpen', { state: run.state }));
  const known = knownTest(ctx.read, sample.din, run.test, ctx.today);
  if (!known) return err(reason('laboratory.testNotInPanel', { test: run.test }));
  if (alreadyRead(ctx, sample.id, run.id, known)) {
    return err(reason('laboratory.alreadyRead', { sampleId: sample.id }));
  }
  const read = readAs(known.shape, input.reading, known.rules?.enzymeMax);
  return read.ok ? ok({ sample, run, known, read: read.value }) : err(reason(read.error));
}

/**
 * One entry of one person for a group test in a run; other tests may be read again in the same run,
 * which is how a repeat in duplicate is done.
 */
function alreadyRead(
  ctx: DecideContext,
  sampleId: string,
  runId: string,
  known: KnownTest,
): boolean {
  if (known.shape.kind !== 'abo' && known.shape.kind !== 'rhd') return false;
  return ctx.read
    .by('result', 'runId', runId)
    .filter((row) => row.sampleId === sampleId)
    .some((row) => row.readers.some((one) => humanOf(ctx.read, one) === ctx.actor.personId));
}

function waitingEntry(
  ctx: DecideContext,
  sampleId: string,
  runId: string,
): PendingEntryRow | undefined {
  return ctx.read
    .by('pendingEntry', 'runId', runId)
    .find((row) => row.sampleId === sampleId && row.state === 'waiting');
}

/**
 * Corrects a reading by a new one that names it, with a reason and a second person; the old stays
 * visible. A reactive reading is not argued away: only the retest rule resolves it (INV-11).
 */
export function correctResult(
  input: { readonly resultId: string; readonly reading: ReadingInput; readonly why: string },
  ctx: DecideContext,
): Decision<NewEvent, { readonly resultId: string }> {
  const old = ctx.read.get('result', input.resultId);
  if (!old) return refused(reason('laboratory.resultUnknown'));
  const rows = ctx.read.by('result', 'din', old.din);
  if (rows.some((row) => row.supersedes === old.id))
    return refused(reason('laboratory.alreadyCorrected'));
  const known = knownTest(ctx.read, old.din, old.test, ctx.today);
  if (!known) return refused(reason('laboratory.testNotInPanel', { test: old.test }));
  const read = readAs(known.shape, input.reading, known.rules?.enzymeMax);
  if (!read.ok) return refused(reason(read.error));
  const resultId = ctx.newId();
  const people = [ctx.actor.personId, ...(ctx.second ? [ctx.second.personId] : [])];
  const body = {
    resultId,
    din: old.din,
    sampleId: old.sampleId,
    test: old.test,
    ...read.value,
    runId: old.runId,
    reagentLotId: old.reagentLotId,
    method: old.method,
    readers: people,
    deviceKey: null,
    supersedes: old.id,
    entryId: null,
    conflict: false,
  };
  return accepted([event('laboratory.resultRecorded', body, { reason: input.why })], { resultId });
}

import type { StateReader } from '#shared/contract/rows.ts';
import type { DonationRow } from '#shared/features/collection/model.ts';
import type { TestSampleRow } from '#shared/features/donors/model.ts';
import { judgedReadings } from '#shared/features/laboratory/beforehand.ts';
import { effective, type TestState, testState } from '#shared/features/laboratory/effective.ts';
import { confirmedGroup, discrepanciesOf, groupState } from '#shared/features/laboratory/group.ts';
import { requirementsOf } from '#shared/features/laboratory/panel.ts';
import { countedReadings, type Reading } from '#shared/features/laboratory/readings.ts';
import { humanOf } from '#shared/features/operators/humans.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** Doubts that speak against nothing: more work, or the other half of the group, settles them. */
const GROUP_OPEN: ReadonlySet<string> = new Set(['tooFew', 'weakDMissing', 'disputeOpen']);

/** Roles that may see marker results; others read 合格 / 未合格 / 待检. */
const SEES_RESULTS: ReadonlySet<string> = new Set(['labTech', 'qualityRelease', 'physician']);

/** Whether the caller may see results. */
export function seesResults(ctx: QueryContext): boolean {
  return ctx.actor?.roles.some((role) => SEES_RESULTS.has(role)) ?? false;
}

/** One line per required test; of two packs that ask the same test the newer is shown, both count. */
export function testsOf(read: StateReader, din: string, today: string) {
  const readings = judgedReadings(read, din, today);
  const lines = new Map<string, ReturnType<typeof lineOf>>();
  for (const requirement of requirementsOf(read, din, today)) {
    const { required } = requirement;
    const before = lines.get(required.test);
    const line = lineOf(read, din, requirement, readings);
    const worse = before && before.state !== 'qualified' ? before.state : line.state;
    lines.set(required.test, { ...line, state: worse });
  }
  return [...lines.values()];
}

function lineOf(
  read: StateReader,
  din: string,
  { required, rules }: ReturnType<typeof requirementsOf>[number],
  readings: readonly Reading[],
) {
  const own = readings.filter((one) => one.test === required.test);
  const counted = countedReadings(own, required.test);
  const isGroup = required.kind === 'abo' || required.kind === 'rhd';
  const value = isGroup ? '' : effective(required, readings, rules);
  const state = isGroup
    ? groupTestState(read, din, required.kind === 'abo')
    : testState(required, readings, rules);
  return {
    test: required.test,
    name: required.name,
    kind: required.kind,
    value: isGroup ? (groupValue(read, din, required.kind === 'abo') ?? state) : value,
    state,
    limit: required.limit,
    clause: required.clause,
    rounds: required.rounds,
    roundsDone: Math.min(required.rounds, new Set(counted.map((one) => one.runId)).size),
    readings: own,
  };
}

function groupValue(read: StateReader, din: string, isAbo: boolean): string | undefined {
  const state = groupState(read, din);
  return isAbo ? state.abo : state.rhd;
}

function groupTestState(read: StateReader, din: string, isAbo: boolean): TestState {
  const state = groupState(read, din);
  if (isAbo ? state.abo : state.rhd) return 'qualified';
  const doubts = isAbo ? state.aboDoubts : state.rhdDoubts;
  return doubts.every((one) => GROUP_OPEN.has(one)) ? 'pending' : 'unqualified';
}

/** A donation's tests in one word. */
export function overall(states: readonly TestState[]): TestState {
  if (states.length === 0) return 'pending';
  if (states.includes('unqualified')) return 'unqualified';
  return states.every((one) => one === 'qualified') ? 'qualified' : 'pending';
}

/** What a line of the laboratory's work list says of whatever is tested. */
function lineFor(
  read: StateReader,
  { id: din, donorId, tubes }: Pick<DonationRow | TestSampleRow, 'id' | 'donorId' | 'tubes'>,
  today: string,
) {
  const tests = testsOf(read, din, today);
  return {
    din,
    donorNumber: read.get('donor', donorId)?.number ?? '',
    samples: tubes.map((kind) => {
      const sample = read.get('sample', `${din}:${kind}`);
      return { kind, state: sample === undefined ? ('expected' as const) : fitness(sample.ok) };
    }),
    state: overall(tests.map((one) => one.state)),
    absent: tests.filter((one) => one.state === 'pending').map((one) => one.test),
  };
}

/** The line of a sample for tests alone. */
export function testLine(read: StateReader, sample: TestSampleRow, today: string) {
  return {
    ...lineFor(read, sample, today),
    collectedAt: sample.takenAt,
    bag: 'none' as const,
    group: '',
    groupState: 'none' as const,
    disputeId: null,
  };
}

/** The line of a donation. */
export function donationLine(read: StateReader, donation: DonationRow, today: string) {
  const din = donation.id;
  const bag = read.get('bagIntake', din);
  const group = confirmedGroup(read, din);
  const disputed = discrepanciesOf(groupState(read, din)).length > 0;
  const dispute = read.by('groupDispute', 'din', din).find((one) => one.resolvedAt === null);
  return {
    ...lineFor(read, donation, today),
    collectedAt: donation.startedAt,
    bag: bag === undefined ? ('expected' as const) : fitness(bag.ok),
    group: group ? `${group.abo} ${group.rhd}` : '',
    groupState: group
      ? ('confirmed' as const)
      : dispute || disputed
        ? ('disputed' as const)
        : ('waiting' as const),
    disputeId: dispute?.id ?? null,
  };
}

function fitness(ok: boolean): 'fit' | 'unfit' {
  return ok ? 'fit' : 'unfit';
}

/** A reading as the matrix shows it, with names for people and the lot's own text. */
export function readingView(ctx: QueryContext, reading: Reading) {
  const row = ctx.read.get('result', reading.id);
  return {
    resultId: reading.id,
    sampleId: reading.sampleId,
    value: reading.value,
    figure: reading.figure,
    unit: row?.unit ?? '',
    runId: reading.runId,
    lot: ctx.read.get('lot', reading.lotId)?.lot ?? reading.lotId,
    method: reading.method,
    readers: reading.readers.map((person) => personName(ctx, person)),
    fromDevice: reading.deviceKey !== null,
    at: reading.at,
    standing: reading.standing,
    superseded: reading.superseded,
    conflict: row?.conflict ?? false,
  };
}

/** A person's name by her person id. */
function personName({ read }: QueryContext, personId: string): string {
  const human = humanOf(read, personId);
  return read.all('staff').find((row) => humanOf(read, row.personId) === human)?.name ?? personId;
}

/** A staff member's name by her account. */
export function staffName({ read }: QueryContext, staffId: string): string {
  return read.get('staff', staffId)?.name ?? staffId;
}

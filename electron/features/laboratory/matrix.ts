import { emergencyLeftMs } from '#shared/features/emergency/access.ts';
import { isInfection } from '#shared/features/laboratory/effective.ts';
import { confirmedGroup, groupState, personsRecords } from '#shared/features/laboratory/group.ts';
import { leftOpenMs } from '#shared/features/laboratory/reads.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { overall, readingView, seesResults, testsOf } from './views.ts';

type TestLine = ReturnType<typeof testsOf>[number];

/**
 * Every required test of a donation with its readings, and its group. Roles outside the laboratory see
 * states alone; the others see infection results only while they have opened them.
 */
export function matrix(din: string, ctx: QueryContext) {
  const { read, today, actor } = ctx;
  const mayOpen = seesResults(ctx);
  const openFor = mayOpen && actor ? openForMs(din, actor.staffId, ctx) : 0;
  const isShown = ({ kind }: TestLine) => (isInfection(kind) ? openFor > 0 : mayOpen);
  const tests = testsOf(read, din, today);
  const group = confirmedGroup(read, din);
  const dispute = read.by('groupDispute', 'din', din).find((one) => one.resolvedAt === null);
  return {
    din,
    state: overall(tests.map((one) => one.state)),
    masked: openFor === 0,
    mayOpen,
    openForMs: openFor > 0 ? openFor : null,
    tests: tests.map((one) =>
      isShown(one)
        ? { ...one, readings: one.readings.map((reading) => readingView(ctx, reading)) }
        : { ...one, value: one.state, roundsDone: mayOpen ? one.roundsDone : 0, readings: [] },
    ),
    abo: group?.abo ?? null,
    rhd: group?.rhd ?? null,
    ...(mayOpen ? groupEvidence(din, ctx) : { doubts: [], fingerPrick: null, history: [] }),
    disputeId: dispute?.id ?? null,
    version: ctx.version(din),
  };
}

/** Opened by herself for this number, or read in an emergency. */
function openForMs(din: string, staffId: string, { read, now }: QueryContext): number {
  return Math.max(leftOpenMs(read, din, staffId, now), emergencyLeftMs(read, staffId, now));
}

/** What speaks for and against the group. */
function groupEvidence(din: string, { read }: QueryContext) {
  const state = groupState(read, din);
  const donorId = read.get('donation', din)?.donorId;
  const records = donorId === undefined ? [] : personsRecords(read, donorId);
  return {
    doubts: [...new Set([...state.aboDoubts, ...state.rhdDoubts])],
    fingerPrick: state.fingerPrick ?? null,
    history: records
      .flatMap((record) => read.by('donorGroup', 'donorId', record))
      .filter((row) => row.source !== din)
      .map(({ id, abo, rhd, source }) => ({ id, abo, rhd, source })),
  };
}

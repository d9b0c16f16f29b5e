import {
  emergencyMarks,
  escalations,
  openFollowUps,
  transferOf,
  unnotedCalls,
} from '#shared/features/collection/facts-reactions.ts';
import type { DonationRow, ReactionRow } from '#shared/features/collection/model.ts';
import { REACTION_KINDS } from '#shared/features/collection/reaction-words.ts';
import { addDays, type CivilDate, daysBetween } from '#shared/kernel/civil-date.ts';
import { reason } from '#shared/kernel/decision.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { QueryRefused } from '../../station/query-refused.ts';
import { watch } from '../../station/watch.ts';
import { activeStaff, nameOf, personOf } from './people.ts';

/** Days that a count of reactions may span. */
const MOST_DAYS = 366;

/** Reads of reactions, the calls after them, and what went wrong at the needle. */
export const reactionQueries = defineQueries({
  'collection.openReactions': (_input, ctx) => ({
    reactions: ctx.read.by('reaction', 'closedAt', null).map((row) => openView(row, ctx)),
    staff: activeStaff(ctx),
  }),
  'collection.unanswered': (_input, { read }) =>
    escalations(read).map((row) => ({
      reactionId: row.id,
      din: row.din,
      chair: chairOf(row, read),
      calledAt: row.physicianCalledAt ?? row.at,
      takenBy: nameOf(row.takenBy, read),
    })),
  'collection.followUps': (_input, ctx) =>
    openFollowUps(ctx.read, ctx.zone).map(({ row, dueAt }) => ({
      reactionId: row.id,
      din: row.din,
      person: personOf(row.donorId, visitOf(row, ctx.read), ctx),
      kind: row.kind,
      severity: row.severity,
      closedAt: row.closedAt ?? row.at,
      dueAt,
      overdue: dueAt < ctx.now,
      ownerId: row.callOwnerId ?? '',
      owner: nameOf(row.callOwnerId, ctx.read) ?? '',
      grade: row.grade,
      outcome: row.outcome ?? '',
      tried: ctx.read
        .by('followUp', 'reactionId', row.id)
        .map((call) => call.at)
        .toSorted(),
    })),
  'collection.reactionCounts': ({ from, to }, { read }) => {
    const days = daysBetween(from as CivilDate, to as CivilDate) + 1;
    if (days < 1 || days > MOST_DAYS) throw new QueryRefused(reason('collection.spanTooLong'));
    const donations = Array.from({ length: days }, (_none, index) =>
      addDays(from as CivilDate, index),
    ).flatMap((date) => read.by('donation', 'localDate', date));
    const reactions = donations.flatMap((row) => read.by('reaction', 'din', row.id));
    return {
      donations: donations.length,
      reactions: REACTION_KINDS.map((kind) => bySeverity(kind, reactions)).filter(
        ({ mild, moderate, severe }) => mild + moderate + severe > 0,
      ),
      grades: [1, 2, 3, 4, 5].map((grade) => ({
        grade,
        count: reactions.filter((row) => lastGrade(row, read) === grade).length,
      })),
      technical: technicalEvents(donations, read),
    };
  },
});

/** Tells the supervisor of calls for a physician that nobody answers. */
export const answersWatch = watch(
  'collection.noteUnanswered',
  ({ read, now, today }) => unnotedCalls(read, now, today).length > 0,
);

type Read = QueryContext['read'];

/** What a reaction's own screens and its run show of the call for a physician. */
export function physicianOf(row: ReactionRow, read: Read) {
  return {
    physicianCalledAt: row.physicianCalledAt,
    physicianArrivedAt: row.physicianArrivedAt,
    physician: nameOf(row.physicianId, read),
    unansweredAt: row.unansweredAt,
    takenBy: nameOf(row.takenBy, read),
  };
}

function openView(row: ReactionRow, ctx: QueryContext) {
  const { read } = ctx;
  const donation = read.get('donation', row.din);
  const transfer = transferOf(read, row);
  return {
    reactionId: row.id,
    din: row.din,
    person: personOf(row.donorId, visitOf(row, read), ctx),
    chair: chairOf(row, read),
    running: donation?.state === 'running' && donation.machineEndedAt === null,
    kind: row.kind,
    severity: row.severity,
    at: row.at,
    ...physicianOf(row, read),
    steps: emergencyMarks(read, row).map(({ code, at, by }) => ({
      step: code,
      at,
      by: nameOf(by, read) ?? '',
    })),
    transfer: transfer
      ? { receiver: String(transfer.values['receiver'] ?? ''), at: transfer.at }
      : null,
  };
}

function visitOf(row: ReactionRow, read: Read): string | undefined {
  return read.get('donation', row.din)?.visitId;
}

function chairOf(row: ReactionRow, read: Read): string {
  return read.get('chair', read.get('donation', row.din)?.chairId ?? '')?.code ?? '';
}

function bySeverity(kind: string, reactions: readonly ReactionRow[]) {
  const count = (severity: ReactionRow['severity']) =>
    reactions.filter((row) => row.kind === kind && row.severity === severity).length;
  return { kind, mild: count('mild'), moderate: count('moderate'), severe: count('severe') };
}

/** The grade that counts: of the last call that reached her, else the one at the close. */
function lastGrade(row: ReactionRow, read: Read): number | null {
  const reached = read
    .by('followUp', 'reactionId', row.id)
    .filter((call) => call.reached)
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  return reached.at(-1)?.grade ?? row.grade;
}

/** What went wrong without a reaction: further needles, stops, restarts, cells not returned, ceilings. */
function technicalEvents(donations: readonly DonationRow[], read: Read) {
  const marks = (row: DonationRow, kind: string) =>
    read.by('runMark', 'din', row.id).filter((mark) => mark.kind === kind).length;
  const sum = (of: (row: DonationRow) => number) =>
    donations.reduce((total, row) => total + of(row), 0);
  const stopped = (why: string) => sum((row) => Number(row.stopReason === why));
  return [
    { code: 'secondStick', count: sum((row) => marks(row, 'stick')) },
    { code: 'venousAccess', count: stopped('venousAccess') },
    { code: 'machineFault', count: stopped('machineFault') },
    { code: 'machineRestarted', count: sum((row) => marks(row, 'restart')) },
    { code: 'timeLimit', count: stopped('timeLimit') },
    {
      code: 'redCellsKept',
      count: sum((row) => Number(row.redCellsReturned !== null && row.redCellsReturned !== 'yes')),
    },
    { code: 'needleCaution', count: sum((row) => Number(row.cautions.length > 0)) },
  ];
}

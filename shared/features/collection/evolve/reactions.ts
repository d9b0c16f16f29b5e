import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { CollectionRows, ReactionRow } from '../model.ts';
import type { FollowUpRow } from '../model-reactions.ts';
import { added, markOf } from './run.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions of a reaction from its first word to the call afterwards. */
export const evolveReactions: Evolve<CollectionRows> = {
  'collection.reactionRecorded': (read, { body, actor }) => [
    change('reaction', {
      id: body.reactionId,
      din: body.din,
      donorId: body.donorId,
      kind: body.kind,
      severity: body.severity,
      at: body.at,
      by: actor,
      physicianCalledAt: body.physicianCalled ? body.at : null,
      physicianArrivedAt: null,
      physicianId: null,
      unansweredAt: null,
      takenAt: null,
      takenBy: null,
      changedStamp: null,
      outcome: null,
      callOwnerId: null,
      grade: null,
      relatedness: null,
      closedAt: null,
      reachedAt: firstReached(read.by('followUp', 'reactionId', body.reactionId)),
    }),
  ],
  'collection.reactionChanged': (read, entry) => {
    const changedStamp = stampOf(entry);
    const { reactionId, kind, severity } = entry.body;
    return changed(read, reactionId, (row) =>
      (row.changedStamp ?? '') >= changedStamp ? undefined : { kind, severity, changedStamp },
    );
  },
  'collection.physicianCalled': (read, { body }) =>
    changed(read, body.reactionId, (row) =>
      isBefore(body.at, row.physicianCalledAt) ? { physicianCalledAt: body.at } : undefined,
    ),
  'collection.physicianUnanswered': (read, { body }) =>
    changed(read, body.reactionId, (row) =>
      isBefore(body.at, row.unansweredAt) ? { unansweredAt: body.at } : undefined,
    ),
  'collection.escalationTaken': (read, { body, actor }) =>
    changed(read, body.reactionId, (row) => {
      const known = row.takenAt === null ? null : `${row.takenAt} ${row.takenBy}`;
      return isBefore(`${body.at} ${actor}`, known)
        ? { takenAt: body.at, takenBy: actor }
        : undefined;
    }),
  'collection.physicianArrived': (read, { body, actor }) =>
    changed(read, body.reactionId, (row) => {
      // The first arrival counts, whichever is heard of first.
      const known =
        row.physicianArrivedAt === null ? null : `${row.physicianArrivedAt} ${row.physicianId}`;
      return isBefore(`${body.at} ${actor}`, known)
        ? { physicianArrivedAt: body.at, physicianId: actor }
        : undefined;
    }),
  'collection.emergencyStepTaken': (read, { body, actor }) => {
    const { markId, din, at, step, reactionId, redCellsReturned } = body;
    const values = { reactionId, ...(redCellsReturned === null ? {} : { redCellsReturned }) };
    return added(read, markOf(markId, din, at, 'emergency', step, values, actor));
  },
  'collection.drugGiven': (read, { body, actor }) => {
    const { markId, din, at, drug, dose, orderedBy } = body;
    return added(read, markOf(markId, din, at, 'drug', drug, { dose, orderedBy }, actor));
  },
  'collection.donorTransferred': (read, { body, actor }) => {
    const { markId, din, at, reactionId, receiver } = body;
    const values = { reactionId, receiver };
    return added(read, markOf(markId, din, at, 'transfer', 'hospital', values, actor));
  },
  'collection.reactionClosed': (read, { body, at }) =>
    changed(read, body.reactionId, (row) => {
      if (row.closedAt !== null && row.closedAt <= at) return undefined;
      const { outcome, callOwnerId, grade = null, relatedness = null } = body;
      return { outcome, callOwnerId, grade, relatedness, closedAt: at };
    }),
  'collection.reactionFollowedUp': (read, { body, actor }) => {
    const { followUpId: id, din: _din, ...call } = body;
    const { reactionId, reached, at } = call;
    return [
      change('followUp', { ...call, id, by: actor }),
      ...changed(read, reactionId, (row) =>
        reached && isBefore(at, row.reachedAt) ? { reachedAt: at } : undefined,
      ),
    ];
  },
};

/** When a call first reached the donor; calls may be heard of before their reaction. */
function firstReached(calls: readonly FollowUpRow[]): string | null {
  return (
    calls
      .filter(({ reached }) => reached)
      .map(({ at }) => at)
      .sort()[0] ?? null
  );
}

function isBefore(told: string, known: string | null): boolean {
  return known === null || told < known;
}

function changed(
  read: StateReader,
  reactionId: string,
  step: (row: ReactionRow) => Partial<ReactionRow> | undefined,
): Changes {
  const row = read.get('reaction', reactionId);
  const to = row && step(row);
  return row && to ? [change('reaction', { ...row, ...to })] : [];
}

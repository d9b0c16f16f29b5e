import { endOf, runningEmergency } from '#shared/features/emergency/access.ts';
import type { EmergencyRow } from '#shared/features/emergency/model.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';

const ORDER = { toReview: 0, running: 1, reviewed: 2 } as const;

/** Reads of emergency reading. */
export const emergencyQueries = defineQueries({
  'emergency.mine': (_input, { read, actor, now }) => {
    const row = actor && runningEmergency(read, actor.staffId, now);
    return row ? { accessId: row.id, why: row.why, until: row.until } : null;
  },
  'emergency.list': (_input, ctx) =>
    ctx.read
      .all('emergency')
      .map((row) => lineOf(row, ctx))
      .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.openedAt < b.openedAt ? 1 : -1)),
});

function lineOf(row: EmergencyRow, { read, actor, now }: QueryContext) {
  const nameOf = (staffId: string) => read.get('staff', staffId)?.name ?? staffId;
  const review = read.get('emergencyReview', row.id);
  const until = endOf(read, row);
  const state = review
    ? ('reviewed' as const)
    : now < until
      ? ('running' as const)
      : ('toReview' as const);
  return {
    accessId: row.id,
    name: nameOf(row.staffId),
    why: row.why,
    openedAt: row.openedAt,
    until,
    state,
    review: review
      ? {
          verdict: review.verdict,
          note: review.note,
          by: nameOf(review.reviewedBy),
          at: review.reviewedAt,
        }
      : null,
    mine: row.staffId === actor?.staffId,
  };
}

import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { discrepanciesOf, groupState, personsRecords } from '../group.ts';

/**
 * Closes a dispute by naming what was found wrong: readings, an earlier record or the finger-prick.
 * Refused while the rest still disagrees, and for evidence that is not of this donation.
 */
export function resolveGroup(
  input: {
    readonly disputeId: string;
    readonly resolution: string;
    readonly setAside: readonly string[];
  },
  ctx: DecideContext,
): Decision<NewEvent, { readonly confirmed: boolean }> {
  const dispute = ctx.read.get('groupDispute', input.disputeId);
  if (!dispute || dispute.resolvedAt !== null) return refused(reason('laboratory.disputeNotOpen'));
  const { din } = dispute;
  const foreign = input.setAside.find((one) => !isEvidenceOf(ctx, din, one));
  if (foreign) return refused(reason('laboratory.notEvidence', { id: foreign }));
  const after = groupState(withResolved(ctx, input), din);
  const left = discrepanciesOf(after);
  if (left.length > 0) return refused(reason('laboratory.stillDiscrepant', { count: left.length }));
  const { disputeId, resolution } = input;
  return accepted(
    [
      event('laboratory.groupResolved', {
        disputeId,
        din,
        resolution,
        setAside: [...input.setAside],
      }),
    ],
    { confirmed: after.abo !== undefined && after.rhd !== undefined },
  );
}

/** The snapshot as it would stand after the resolution. */
function withResolved(
  ctx: DecideContext,
  input: { readonly disputeId: string; readonly setAside: readonly string[] },
): DecideContext['read'] {
  const { read, now } = ctx;
  const resolve = <T extends { readonly id: string }>(row: T): T =>
    row.id === input.disputeId ? { ...row, resolvedAt: now, setAside: [...input.setAside] } : row;
  return {
    get: (table, id) => {
      const row = read.get(table, id);
      return table === 'groupDispute' && row ? resolve(row) : row;
    },
    by: (table, column, value) => {
      const rows = read.by(table, column, value);
      return table === 'groupDispute' ? rows.map(resolve) : rows;
    },
    all: (table) => read.all(table),
  };
}

function isEvidenceOf(ctx: DecideContext, din: string, id: string): boolean {
  if (id === 'fingerPrick') return true;
  if (ctx.read.get('result', id)?.din === din) return true;
  const donorId = ctx.read.get('donation', din)?.donorId;
  const row = ctx.read.get('donorGroup', id);
  return (
    donorId !== undefined &&
    row !== undefined &&
    row.source !== din &&
    personsRecords(ctx.read, donorId).includes(row.donorId)
  );
}

import { composeDin } from '../../../codes/din.ts';
import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import type { CollectionRows, DonationNumberRow, NumberLeaseRow } from '../model.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions of leases and donation numbers. A void number stays void and a used one used (INV-01). */
export const evolveNumbers: Evolve<CollectionRows> = {
  'collection.numbersLeased': (read, { body }) => {
    const { leaseId, ...range } = body;
    if (read.get('numberLease', leaseId)) return [];
    const lease = { ...range, id: leaseId, burnedAbove: null, nextFree: range.first };
    return [change('numberLease', { ...lease, nextFree: firstFree(read, lease) })];
  },
  'collection.leaseBurned': (read, { body }) => {
    const lease = read.get('numberLease', body.leaseId);
    if (!lease) return [];
    const burnedAbove = Math.min(lease.burnedAbove ?? body.above, body.above);
    return [change('numberLease', { ...lease, burnedAbove })];
  },
  'collection.numberAssigned': (read, { body }) => {
    const { din, leaseId, sequence, visitId, donorId, source } = body;
    const before = read.get('donationNumber', din);
    // Two stations gave one number: the smaller visit keeps it at both, whichever arrives first.
    if (before) {
      if (before.visitId === null || before.visitId <= visitId) return [];
      const given = { leaseId, sequence, visitId, donorId, source, chairId: body.chairId ?? null };
      return [change('donationNumber', { ...before, ...given })];
    }
    const row: DonationNumberRow = {
      id: din,
      leaseId,
      sequence,
      state: 'assigned',
      visitId,
      donorId,
      source,
      chairId: body.chairId ?? null,
      voidCode: null,
    };
    return [change('donationNumber', row), ...advance(read, row)];
  },
  'collection.numberVoided': (read, { body }) => {
    const { din, leaseId, sequence, visitId, code } = body;
    const before = read.get('donationNumber', din);
    if (before && before.state !== 'assigned') return [];
    const row: DonationNumberRow = {
      ...(before ?? { id: din, leaseId, sequence, donorId: null, source: 'sheet', visitId }),
      state: 'void',
      chairId: null,
      voidCode: code,
    };
    return [change('donationNumber', row), ...advance(read, row)];
  },
};

/** The lease with its lowest free sequence, after a number of it is gone. */
function advance(read: StateReader, gone: DonationNumberRow): Changes {
  const lease = read.get('numberLease', gone.leaseId);
  if (lease?.nextFree !== gone.sequence) return [];
  return [change('numberLease', { ...lease, nextFree: firstFree(read, lease, gone.sequence) })];
}

function firstFree(read: StateReader, lease: NumberLeaseRow, gone?: number): number {
  let sequence = gone === undefined ? lease.nextFree : gone + 1;
  while (sequence <= lease.last && isTaken(read, lease, sequence)) sequence += 1;
  return sequence;
}

function isTaken(read: StateReader, { facility, year }: NumberLeaseRow, sequence: number): boolean {
  const din = composeDin(facility, year, sequence);
  return din !== undefined && read.get('donationNumber', din) !== undefined;
}

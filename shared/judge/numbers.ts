import { type Examination, violation } from './history.ts';
import type { Violation } from './violation.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHAPE = /^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{8}$/;

/** INV-01: a number is assigned once for ever; a void never frees it. */
export const numbersNameOneDonation: Examination = (history) => {
  const found: Violation[] = [];
  const owner = new Map<string, string>();
  for (const entry of history.of('collection.numberAssigned')) {
    const before = owner.get(entry.body.din);
    if (before !== undefined && before !== entry.body.visitId) {
      found.push(violation('INV-01', entry.body.din, entry, 'number assigned a second time'));
    }
    owner.set(entry.body.din, entry.body.visitId);
    const voided = history
      .before('collection.numberVoided', entry)
      .some((other) => other.body.din === entry.body.din);
    if (voided) found.push(violation('INV-01', entry.body.din, entry, 'voided number came back'));
  }
  const started = new Set<string>();
  for (const entry of history.of('collection.started')) {
    if (started.has(entry.body.din)) {
      found.push(violation('INV-01', entry.body.din, entry, 'two donations under one number'));
    }
    started.add(entry.body.din);
  }
  return found;
};

/** INV-02: every stored number has the form of a donation number. */
export const numbersAreWellFormed: Examination = (history) =>
  history
    .of('collection.numberAssigned')
    .filter(
      (entry) =>
        !SHAPE.test(entry.body.din) || ![...entry.body.din].every((c) => ALPHABET.includes(c)),
    )
    .map((entry) => violation('INV-02', entry.body.din, entry, 'malformed donation number'));

/** INV-03: a number is minted inside a range leased to its station and not burned; ranges are disjoint. */
export const numbersComeFromLeases: Examination = (history) => {
  const found: Violation[] = [];
  const leases = history.of('collection.numbersLeased');
  leases.forEach((lease, at) => {
    for (const other of leases.slice(0, at)) {
      const same =
        other.body.facility === lease.body.facility && other.body.year === lease.body.year;
      const overlap = lease.body.first <= other.body.last && other.body.first <= lease.body.last;
      if (same && overlap && other.body.leaseId !== lease.body.leaseId) {
        found.push(violation('INV-03', lease.body.leaseId, lease, 'leased ranges overlap'));
      }
    }
  });
  for (const entry of history.of('collection.numberAssigned')) {
    const { din, sequence, leaseId } = entry.body;
    const lease = history
      .before('collection.numbersLeased', entry)
      .find((other) => other.body.leaseId === leaseId);
    const inside =
      lease !== undefined &&
      lease.body.station === entry.station &&
      sequence >= lease.body.first &&
      sequence <= lease.body.last &&
      din === `${lease.body.facility}${lease.body.year}${String(sequence).padStart(6, '0')}`;
    if (!inside) found.push(violation('INV-03', din, entry, 'number from outside a lease'));
    const burned = history
      .before('collection.leaseBurned', entry)
      .some((other) => other.body.leaseId === leaseId && sequence > other.body.above);
    if (burned) found.push(violation('INV-03', din, entry, 'number from a burned range'));
  }
  return found;
};

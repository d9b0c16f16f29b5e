import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** α pp (facility, five characters) · yy · six digits; no O in the first places (ISBT 128 ST-001). */
const SHAPE = /^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{2}[0-9]{6}$/;

/** INV-01: a number is assigned once for ever and names one donation; a void never frees it. */
export const numbersNameOneDonation: Examination = (history) => {
  const found: Violation[] = [];
  const owner = new Set<string>();
  for (const entry of history.of('collection.numberAssigned')) {
    const { din } = entry.body;
    if (owner.has(din)) found.push(violation('INV-01', din, entry, 'assigned a second time'));
    owner.add(din);
    if (isVoid(history, din, entry))
      found.push(violation('INV-01', din, entry, 'a voided number came back'));
  }
  const started = new Set<string>();
  for (const entry of history.of('collection.started')) {
    const { din } = entry.body;
    if (started.has(din))
      found.push(violation('INV-01', din, entry, 'two donations under one number'));
    started.add(din);
    if (isVoid(history, din, entry))
      found.push(violation('INV-01', din, entry, 'a donation under a voided number'));
  }
  for (const entry of history.of('collection.historyRecorded')) {
    const { din } = entry.body;
    if (din !== null && owner.has(din))
      found.push(violation('INV-01', din, entry, 'an old donation under a number of ours'));
  }
  return found;
};

function isVoid(
  history: History,
  din: string,
  entry: EntryOf<'collection.numberAssigned' | 'collection.started'>,
) {
  return history.before('collection.numberVoided', entry).some(({ body }) => body.din === din);
}

/** INV-02: every stored number has the form of a donation number. */
export const numbersAreWellFormed: Examination = (history) =>
  history
    .of('collection.numberAssigned')
    .filter(({ body }) => !SHAPE.test(body.din))
    .map((entry) => violation('INV-02', entry.body.din, entry, 'malformed donation number'));

/** INV-03: a number comes from a range leased to its station and not burned; ranges are disjoint. */
export const numbersComeFromLeases: Examination = (history) => {
  const leases = history.of('collection.numbersLeased');
  const overlaps = leases.flatMap((lease, at) =>
    leases.slice(0, at).some((other) => overlap(lease.body, other.body))
      ? [violation('INV-03', lease.body.leaseId, lease, 'leased ranges overlap')]
      : [],
  );
  return [
    ...overlaps,
    ...history.of('collection.numberAssigned').flatMap((entry) => minted(history, entry)),
  ];
};

type Lease = EntryOf<'collection.numbersLeased'>['body'];

function overlap(a: Lease, b: Lease): boolean {
  const sameBook = a.facility === b.facility && a.year === b.year;
  return sameBook && a.leaseId !== b.leaseId && a.first <= b.last && b.first <= a.last;
}

function minted(history: History, entry: EntryOf<'collection.numberAssigned'>): Violation[] {
  const { din, sequence, leaseId } = entry.body;
  const lease = history
    .before('collection.numbersLeased', entry)
    .find(({ body }) => body.leaseId === leaseId)?.body;
  const isInside =
    lease?.station === entry.station &&
    sequence >= lease.first &&
    sequence <= lease.last &&
    din === `${lease.facility}${lease.year}${String(sequence).padStart(6, '0')}`;
  const found: Violation[] = [];
  if (!isInside) found.push(violation('INV-03', din, entry, 'number from outside a lease'));
  const isBurned = history
    .before('collection.leaseBurned', entry)
    .some(({ body }) => body.leaseId === leaseId && sequence > body.above);
  if (isBurned) found.push(violation('INV-03', din, entry, 'number from a burned range'));
  return found;
}

/** INV-04: donor, visit and number of a donation agree wherever they are named. */
export const keysNeverDrift: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.started')) {
    const { din, donorId, visitId } = entry.body;
    const number = history
      .before('collection.numberAssigned', entry)
      .find(({ body }) => body.din === din);
    if (number?.body.donorId !== donorId || number.body.visitId !== visitId)
      found.push(violation('INV-04', din, entry, 'the number belongs to another donor or visit'));
  }
  for (const entry of history.of('collection.ended')) {
    const started = startOf(history, entry.body.din, history.position(entry));
    if (started?.body.donorId !== entry.body.donorId)
      found.push(violation('INV-04', entry.body.din, entry, 'the donation of another donor ended'));
  }
  for (const entry of history.of('components.unitCreated')) {
    const started = startOf(history, entry.body.din, history.position(entry));
    if (started?.body.donorId !== entry.body.donorId)
      found.push(violation('INV-04', entry.body.unitId, entry, 'a unit of another donor'));
  }
  return found;
};

/** The start of a donation, as known before a moment. */
export function startOf(
  history: History,
  din: string,
  until: number,
): EntryOf<'collection.started'> | undefined {
  return history.upTo('collection.started', until).find(({ body }) => body.din === din);
}

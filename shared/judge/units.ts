import type { AnyEntry, EntryOf } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import { personOf } from './persons.ts';
import { donationType, packInForce } from './policy.ts';
import { countingResults, testIsGood } from './results.ts';
import type { Violation } from './violation.ts';

type Unit = EntryOf<'components.unitCreated'>;
type Release = EntryOf<'inventory.released'>;
type UnitAct =
  | EntryOf<'labeling.labelPrinted'>
  | EntryOf<'labeling.labelVerified'>
  | EntryOf<'inventory.moved'>;

/** INV-15, 17: a label states its unit; a serial is printed once and proven once while it lives. */
export const labelsStateTheirUnit: Examination = (history) => {
  const found: Violation[] = [];
  const serials = new Set<string>();
  for (const entry of history.of('labeling.labelPrinted')) {
    const { serial, unitId, content } = entry.body;
    if (serials.has(serial)) found.push(violation('INV-17', serial, entry, 'a serial came twice'));
    serials.add(serial);
    const unit = unitAt(history, unitId, entry);
    const states =
      unit !== undefined &&
      content.din === unit.body.din &&
      content.division === unit.body.division &&
      content.expiresAt === unit.body.expiresAt &&
      content.productCode.slice(0, 6) === unit.body.productCode.slice(0, 6);
    if (!states) found.push(violation('INV-15', unitId, entry, 'the label states another unit'));
    if (entry.at >= content.expiresAt)
      found.push(violation('INV-22', unitId, entry, 'label after expiry'));
    if (activeHolds(history, unitId, entry).length > 0) {
      found.push(violation('INV-15', unitId, entry, 'label under a hold'));
    }
    if (!groupIsConfirmed(history, content.din, content.abo, entry)) {
      found.push(violation('INV-13', unitId, entry, 'label with an unconfirmed group'));
    }
    if (entry.body.reprintOf !== null && (entry.second === null || entry.reason === null)) {
      found.push(violation('INV-17', serial, entry, 'reprint without reason or second person'));
    }
  }
  for (const entry of history.of('labeling.labelVerified')) {
    const { serial, unitId } = entry.body;
    const printed = history
      .before('labeling.labelPrinted', entry)
      .some((other) => other.body.serial === serial && other.body.unitId === unitId);
    const dead = history
      .before('labeling.labelVoided', entry)
      .some((other) => other.body.serial === serial);
    if (!printed || dead)
      found.push(violation('INV-17', serial, entry, 'a dead or strange label was proven'));
  }
  return found;
};

/** INV-18: at each release everything was good, by the right persons. */
export const releasesAreEntitled: Examination = (history) =>
  history.of('inventory.released').flatMap((entry) => releaseViolations(history, entry));

function releaseViolations(history: History, entry: Release): Violation[] {
  const { unitId, din } = entry.body;
  const bad = (invariant: string, text: string) => violation(invariant, unitId, entry, text);
  const found: Violation[] = [];
  const unit = unitAt(history, unitId, entry);
  if (!unit) return [bad('INV-18', 'a strange unit was released')];
  if (unit.body.expiresAt <= entry.at) found.push(bad('INV-22', 'released after expiry'));
  if (activeHolds(history, unitId, entry).length > 0)
    found.push(bad('INV-18', 'released under a hold'));
  if (!liveLabel(history, unitId, entry))
    found.push(bad('INV-18', 'released without a proven label'));
  if (discarded(history, unitId, entry)) found.push(bad('INV-26', 'released after discard'));
  const started = history
    .before('collection.started', entry)
    .find((other) => other.body.din === din);
  for (const required of requiredTests(history, started, entry)) {
    if (required.kind === 'abo' || required.kind === 'rhd') continue;
    if (!testIsGood(history, din, required, entry)) {
      found.push(bad('INV-10', `${required.test} was not known to be good`));
    }
  }
  const testers = testersOf(history, din, entry);
  const releaser = personOf(history, entry.actor, entry);
  if (releaser === undefined || testers.has(releaser)) {
    found.push(bad('INV-30', 'the releaser tested the donation'));
  }
  return found;
}

/** INV-19: after release a hold or a withdrawal follows every fact that would forbid it. */
export const releasedIsNotSticky: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('labeling.labelVoided')) {
    const { unitId } = entry.body;
    const released = stateBefore(history, unitId, entry) === 'released';
    const withdrawn = history
      .of('inventory.releaseWithdrawn')
      .some((other) => other.body.unitId === unitId && other.commandId === entry.commandId);
    if (released && !withdrawn && activeHolds(history, unitId, entry).length === 0) {
      found.push(violation('INV-19', unitId, entry, 'still released without a live label'));
    }
  }
  return found;
};

/** INV-21, 22: parts inherit number and donor, and never outlive their mother. */
export const partsFollowTheirMother: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('components.unitCreated')) {
    const { parentUnitId, unitId, din, expiresAt, donorId } = entry.body;
    if (parentUnitId === null) continue;
    const mother = unitAt(history, parentUnitId, entry);
    if (mother?.body.din !== din || mother.body.donorId !== donorId) {
      found.push(violation('INV-04', unitId, entry, 'a part of another donation'));
    }
    if (mother && expiresAt > mother.body.expiresAt) {
      found.push(violation('INV-22', unitId, entry, 'a part outlives its mother'));
    }
  }
  return found;
};

/** INV-23: only a living hold is lifted, knowingly. */
export const holdsAreLiftedKnowingly: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('components.holdLifted')) {
    const { holdId, target } = entry.body;
    const placed = history
      .before('components.held', entry)
      .some((other) => other.body.holdId === holdId);
    const again = history
      .before('components.holdLifted', entry)
      .some((other) => other.body.holdId === holdId);
    if (!placed || again || entry.reason === null) {
      found.push(violation('INV-23', target, entry, 'a hold was lifted that was not there'));
    }
  }
  return found;
};

/** INV-26: discarded is the end. */
export const discardedIsTerminal: Examination = (history) => {
  const found: Violation[] = [];
  const types = ['labeling.labelPrinted', 'labeling.labelVerified', 'inventory.moved'] as const;
  for (const type of types) {
    for (const entry of history.of(type) as readonly UnitAct[]) {
      if (discarded(history, entry.body.unitId, entry)) {
        found.push(violation('INV-26', entry.body.unitId, entry, `${type} after discard`));
      }
    }
  }
  return found;
};

function unitAt(history: History, unitId: string, at: AnyEntry): Unit | undefined {
  return history.before('components.unitCreated', at).find((entry) => entry.body.unitId === unitId);
}

/** Holds on the unit, its donation and its ancestors that nobody lifted before an entry (INV-21). */
export function activeHolds(history: History, unitId: string, at: AnyEntry): readonly string[] {
  const targets = new Set<string>();
  for (let unit = unitAt(history, unitId, at); unit; ) {
    targets.add(unit.body.unitId).add(unit.body.din);
    unit =
      unit.body.parentUnitId === null ? undefined : unitAt(history, unit.body.parentUnitId, at);
  }
  const lifted = new Set(
    history.before('components.holdLifted', at).map((entry) => entry.body.holdId),
  );
  return history
    .before('components.held', at)
    .filter(({ body }) => targets.has(body.target) && !lifted.has(body.holdId))
    .map((entry) => entry.body.holdId);
}

function liveLabel(history: History, unitId: string, at: AnyEntry): boolean {
  const voided = new Set(
    history.before('labeling.labelVoided', at).map((entry) => entry.body.serial),
  );
  return history
    .before('labeling.labelVerified', at)
    .some((entry) => entry.body.unitId === unitId && !voided.has(entry.body.serial));
}

function discarded(history: History, unitId: string, at: AnyEntry): boolean {
  return history.before('inventory.discarded', at).some((entry) => entry.body.unitId === unitId);
}

function stateBefore(history: History, unitId: string, at: AnyEntry): 'released' | 'other' {
  const released = history.before('inventory.released', at).filter((e) => e.body.unitId === unitId);
  const withdrawn = history
    .before('inventory.releaseWithdrawn', at)
    .filter((e) => e.body.unitId === unitId);
  const open = released.length > withdrawn.length && !discarded(history, unitId, at);
  return open ? 'released' : 'other';
}

function requiredTests(
  history: History,
  started: EntryOf<'collection.started'> | undefined,
  at: AnyEntry,
) {
  if (!started) return [];
  const { programme, localDate, donationType: type } = started.body;
  const then = donationType(packInForce(history, programme, localDate, at), type);
  const now = donationType(packInForce(history, programme, at.localDate, at), type);
  return [...(then?.panel ?? []), ...(now?.panel ?? [])];
}

/** INV-13: two independent agreeing results, no valid one against them, history in agreement. */
function groupIsConfirmed(history: History, din: string, abo: string, at: AnyEntry): boolean {
  const counting = countingResults(history, din, 'ABO', at);
  if (counting.length < 2 || counting.some((entry) => entry.body.value !== abo)) return false;
  const independent = counting.some((a) =>
    counting.some(
      (b) =>
        a.body.runId !== b.body.runId &&
        (a.body.reagentLotId !== b.body.reagentLotId || a.body.method !== b.body.method) &&
        !sharePerson(history, a.body.readers, b.body.readers, at),
    ),
  );
  const open = new Set(
    history
      .before('laboratory.groupDisputed', at)
      .filter((e) => e.body.din === din)
      .map((e) => e.body.disputeId),
  );
  for (const entry of history.before('laboratory.groupResolved', at))
    open.delete(entry.body.disputeId);
  return independent && open.size === 0;
}

function sharePerson(
  history: History,
  a: readonly string[],
  b: readonly string[],
  at: AnyEntry,
): boolean {
  const persons = new Set(a.map((staff) => personOf(history, staff, at)));
  return b.some((staff) => persons.has(personOf(history, staff, at)));
}

function testersOf(history: History, din: string, at: AnyEntry): ReadonlySet<string> {
  const testers = new Set<string>();
  const add = (staff: string) => {
    const person = personOf(history, staff, at);
    if (person !== undefined) testers.add(person);
  };
  for (const entry of history.before('laboratory.resultRecorded', at)) {
    if (entry.body.din !== din) continue;
    entry.body.readers.forEach(add);
    const run = history
      .before('laboratory.runOpened', at)
      .find((other) => other.body.runId === entry.body.runId);
    if (run) add(run.actor);
  }
  return testers;
}

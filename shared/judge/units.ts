import type { AnyEntry, EntryOf } from '../contract/events.ts';
import { addMonths, daysBetween, localDateOf } from '../kernel/civil-date.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { startOf } from './numbers.ts';
import { productOf } from './policy.ts';
import type { Violation } from './violation.ts';

export type Unit = EntryOf<'components.unitCreated'>;

/** The creation of a unit as known before a moment. */
export function unitAt(history: History, unitId: string, until: Moment): Unit | undefined {
  return history.naming('components.unitCreated', 'unitId', unitId, until)[0];
}

export type UnitState =
  | 'none'
  | 'inProcess'
  | 'quarantine'
  | 'labelled'
  | 'released'
  | 'issued'
  | 'discarded';

const TURNS = [
  'components.unitCreated',
  'components.quarantined',
  'labeling.labelVerified',
  'labeling.labelVoided',
  'inventory.released',
  'inventory.releaseWithdrawn',
  'inventory.issued',
  'inventory.discarded',
] as const;

type Turn = Extract<AnyEntry, { readonly type: (typeof TURNS)[number] }>;

/** The state of a unit before a moment, walked from its own entries alone. */
export function stateOf(history: History, unitId: string, until: Moment): UnitState {
  const named = (type: (typeof TURNS)[number]) => history.naming(type, 'unitId', unitId, until);
  const turns = TURNS.flatMap((type) => named(type) as readonly Turn[]).sort(
    (a, b) => history.position(a) - history.position(b),
  );
  let state: UnitState = 'none';
  let onBag: string | undefined;
  for (const entry of turns) {
    if (state === 'issued') return state;
    if (state === 'discarded' && entry.type !== 'inventory.issued') continue;
    switch (entry.type) {
      case 'components.unitCreated':
        state = 'inProcess';
        break;
      case 'components.quarantined':
        if (state === 'inProcess') state = 'quarantine';
        break;
      case 'labeling.labelVerified':
        onBag = entry.body.serial;
        state = 'labelled';
        break;
      case 'labeling.labelVoided':
        if (onBag === entry.body.serial) state = 'quarantine';
        break;
      case 'inventory.released':
        state = 'released';
        break;
      case 'inventory.releaseWithdrawn':
        if (state === 'released') state = 'labelled';
        break;
      case 'inventory.issued':
        state = 'issued';
        break;
      case 'inventory.discarded':
        state = 'discarded';
        break;
      default:
        break;
    }
  }
  return state;
}

/** Holds on the unit, its donation and its ancestors that nobody lifted before a moment (INV-21). */
export function activeHolds(history: History, unitId: string, until: Moment): readonly string[] {
  const targets = new Set<string>();
  let unit = unitAt(history, unitId, until);
  while (unit && !targets.has(unit.body.unitId)) {
    targets.add(unit.body.unitId).add(unit.body.din);
    const { parentUnitId } = unit.body;
    unit = parentUnitId === null ? undefined : unitAt(history, parentUnitId, until);
  }
  const lifted = new Set(
    history.upTo('components.holdLifted', until).map(({ body }) => body.holdId),
  );
  return history
    .upTo('components.held', until)
    .filter(({ body }) => targets.has(body.target) && !lifted.has(body.holdId))
    .map(({ body }) => body.holdId);
}

/** INV-21, INV-22: parts inherit number and donor, and expiry is computed, never later. */
export const partsFollowTheirMother: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('components.unitCreated')) {
    const { parentUnitId, unitId, din, donorId, expiresAt } = entry.body;
    const until = history.position(entry);
    if (unitAt(history, unitId, until))
      found.push(violation('INV-26', unitId, entry, 'a unit was made twice'));
    if (isTooLate(history, entry))
      found.push(violation('INV-22', unitId, entry, 'expiry beyond the shelf life of the product'));
    if (parentUnitId === null) continue;
    const mother = unitAt(history, parentUnitId, until);
    if (mother?.body.din !== din || mother.body.donorId !== donorId)
      found.push(violation('INV-04', unitId, entry, 'a part of another donation'));
    if (mother && expiresAt > mother.body.expiresAt)
      found.push(violation('INV-22', unitId, entry, 'a part outlives its mother'));
  }
  return found;
};

/** Beyond so many calendar months after the start of the collection, in the site's calendar. */
function isTooLate(history: History, entry: Unit): boolean {
  const { din, productCode, collectedAt, expiresAt } = entry.body;
  const until = history.position(entry);
  const started = startOf(history, din, until);
  const months = productOf(history, started, productCode, until)?.shelfLifeMonths;
  if (!started || months === undefined || collectedAt > started.body.startedAt) return true;
  const last = addMonths(localDateOf(started.body.startedAt, entry.zone), months);
  return daysBetween(localDateOf(expiresAt, entry.zone), last) < 0;
}

const ACTS = [
  'components.inactivated',
  'components.freezerIn',
  'components.frozen',
  'components.quarantined',
  'labeling.labelPrinted',
  'labeling.labelVerified',
  'inventory.released',
  'inventory.moved',
  'inventory.issued',
  'inventory.discarded',
] as const;

/** INV-26: discarded or issued is the end; a unit that was never made cannot be handled. */
export const discardedIsTerminal: Examination = (history) =>
  ACTS.flatMap((type) =>
    (history.of(type) as readonly (AnyEntry & { body: { unitId: string } })[]).flatMap((entry) => {
      const { unitId } = entry.body;
      const state = stateOf(history, unitId, history.position(entry));
      if (state === 'none') return [violation('INV-26', unitId, entry, `${type} of no unit`)];
      return state === 'discarded' || state === 'issued'
        ? [violation('INV-26', unitId, entry, `${type} of a unit that was ${state}`)]
        : [];
    }),
  );

/** INV-23: a hold has a source; only a living one is lifted, by two, with a reason. */
export const holdsAreLiftedKnowingly: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('components.holdLifted')) {
    const { holdId, target } = entry.body;
    const placed = history.naming('components.held', 'holdId', holdId, history.position(entry));
    const before = history.naming(
      'components.holdLifted',
      'holdId',
      holdId,
      history.position(entry),
    );
    if (placed.length === 0 || before.length > 0)
      found.push(violation('INV-23', target, entry, 'a hold was lifted that was not there'));
    if (entry.reason === null || entry.second === null || entry.causedBy !== null)
      found.push(violation('INV-23', target, entry, 'a hold was lifted without reason or second'));
  }
  return found;
};

import type { AnyEntry } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** The human behind an account as known at an entry: enrolment, then links in order. */
export function personOf(history: History, staffId: string, at: AnyEntry): string | undefined {
  let person: string | undefined;
  const until = history.position(at);
  for (const entry of history.entries.slice(0, until + 1)) {
    if (entry.type === 'operators.staffEnrolled' && entry.body.staffId === staffId) {
      person = entry.body.personId;
    } else if (entry.type === 'operators.accountLinked' && entry.body.staffId === staffId) {
      person = entry.body.personId;
    }
  }
  return person;
}

/** Acts that need a second human whatever the site decides (INV-17, 18, 23; discard, merge back, adoption). */
const SECOND_ALWAYS: ReadonlySet<string> = new Set([
  'inventory.released',
  'inventory.discarded',
  'components.holdLifted',
  'labeling.labelDestroyed',
  'donors.reinstated',
  'rulesets.packAdopted',
  'laboratory.groupResolved',
]);

/** INV-30: where there is a second person, she is another human; where one is due, there is one. */
export const secondPersonsAreOthers: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.entries) {
    if (entry.second === null) {
      if (SECOND_ALWAYS.has(entry.type) && entry.causedBy === null) {
        found.push(violation('INV-30', entry.type, entry, 'no second person'));
      }
      continue;
    }
    const first = personOf(history, entry.actor, entry);
    const second = personOf(history, entry.second, entry);
    if (second === undefined || first === second) {
      found.push(violation('INV-30', entry.type, entry, 'the second person is the first'));
    }
  }
  return found;
};

/** INV-29: nobody acts before being enrolled or after being switched off. */
export const actorsAreActiveStaff: Examination = (history) => {
  const found: Violation[] = [];
  const active = new Map<string, boolean>();
  for (const entry of history.entries) {
    if (entry.type === 'operators.staffEnrolled') active.set(entry.body.staffId, true);
    if (entry.type === 'operators.staffAmended') active.set(entry.body.staffId, entry.body.active);
    const founding = entry.actor === 'station' || entry.type.startsWith('operators.');
    if (!founding && active.get(entry.actor) !== true && entry.type !== 'attempt.refused') {
      found.push(violation('INV-29', entry.actor, entry, 'an act by nobody on the active staff'));
    }
  }
  return found;
};

/** INV-33: the entries of one command stand together, none of another between them. */
export const commandsAreWhole: Examination = (history) => {
  const found: Violation[] = [];
  const closed = new Set<string>();
  const current = new Map<string, string>();
  for (const entry of history.entries) {
    if (entry.commandId === null) continue;
    const key = `${entry.station}:${entry.commandId}`;
    const open = current.get(entry.station);
    if (open === key) continue;
    if (open !== undefined) closed.add(open);
    if (closed.has(key))
      found.push(violation('INV-33', entry.commandId, entry, 'a command is split'));
    current.set(entry.station, key);
  }
  return found;
};

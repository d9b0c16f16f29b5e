import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import { aliasesOf, personOf } from './people.ts';
import type { Violation } from './violation.ts';

type LockOut = EntryOf<'operators.lockedOut'>;

/** INV-32: nobody signs in while locked out; a lock-out ends with its time or by another person's hand. */
export const lockOutsHold: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('operators.signedIn')) {
    if (lockAt(history, entry.body.staffId, entry))
      found.push(violation('INV-32', entry.body.staffId, entry, 'signed in while locked out'));
  }
  for (const entry of history.of('operators.lockOutLifted')) {
    const { staffId } = entry.body;
    if (lockAt(history, staffId, entry) && !isAnother(history, staffId, entry))
      found.push(violation('INV-32', staffId, entry, 'lifted her own lock-out'));
  }
  return found;
};

/** The lock-out in force on an account at an entry: not lifted since, and its time not yet come. */
function lockAt(
  history: History,
  staffId: string,
  entry: EntryOf<'operators.signedIn' | 'operators.lockOutLifted'>,
): LockOut | undefined {
  const until = history.position(entry);
  const last = history.naming('operators.lockedOut', 'staffId', staffId, until).at(-1);
  const lifted = history.naming('operators.lockOutLifted', 'staffId', staffId, until).at(-1);
  if (!last || (lifted && history.position(lifted) > history.position(last))) return undefined;
  return last.body.until === null || entry.at < last.body.until ? last : undefined;
}

function isAnother(
  history: History,
  staffId: string,
  entry: EntryOf<'operators.lockOutLifted'>,
): boolean {
  const owner = personOf(history, staffId, entry);
  const helper = personOf(history, entry.actor, entry);
  if (owner === undefined || helper === undefined) return false;
  return !aliasesOf(history, owner, entry).has(helper);
}

/** INV-34: the clock is set by hand in practice folders only. */
export const clocksAreSetInPracticeOnly: Examination = (history) =>
  history
    .of('operators.practiceClockSet')
    .filter((entry) => {
      const founded = history.before('operators.siteFounded', entry);
      return founded.length === 0 || founded.some(({ body }) => !body.demo);
    })
    .map((entry) => violation('INV-34', entry.station, entry, 'the clock was set by hand'));

import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** All donor records of one human as decided before a moment: “same” joins until it is taken back. */
export function mergeClass(history: History, donorId: string, until: Moment): ReadonlySet<string> {
  const members = new Set([donorId]);
  const parted = history.upTo('donors.unmerged', until).flatMap(({ body }) => body.undoes);
  const undone = new Set(parted.flatMap(({ decisions }) => decisions));
  const same = history
    .upTo('donors.duplicateDecided', until)
    .filter(({ body, eventId }) => body.verdict === 'same' && !undone.has(eventId));
  for (let grew = true; grew; ) {
    grew = false;
    for (const { body } of same) {
      if (members.has(body.a) === members.has(body.b)) continue;
      members.add(body.a).add(body.b);
      grew = true;
    }
  }
  return members;
}

/** INV-05: no number while a look-alike of the person is undecided. */
export const duplicatesBlockNumbers: Examination = (history) =>
  history.of('collection.numberAssigned').flatMap((entry) => {
    const until = history.position(entry);
    const person = mergeClass(history, entry.body.donorId, until);
    const decided = new Set(
      history.upTo('donors.duplicateDecided', until).map(({ body }) => body.pairId),
    );
    const isOpen = history
      .upTo('donors.duplicateFlagged', until)
      .some(({ body }) => !decided.has(body.pairId) && person.has(body.a) !== person.has(body.b));
    return isOpen ? [violation('INV-05', entry.body.din, entry, 'an undecided look-alike')] : [];
  });

/** INV-05: two records with one document number are flagged in the same transaction. */
export const sameDocumentsAreFlagged: Examination = (history) => {
  const found: Violation[] = [];
  const holders = new Map<string, string>();
  for (const entry of history.of('donors.registered')) {
    const { donorId, documentKind, documentNumber } = entry.body;
    const key = `${documentKind}:${documentNumber}`;
    const other = holders.get(key);
    holders.set(key, other ?? donorId);
    if (other === undefined || other === donorId) continue;
    const flagged = history
      .upTo('donors.duplicateFlagged', history.settled(entry))
      .some(({ body }) => [body.a, body.b].includes(donorId));
    const joined = mergeClass(history, donorId, history.settled(entry)).has(other);
    if (!flagged && !joined && !wasAmended(history, other, entry))
      found.push(violation('INV-05', donorId, entry, 'one document on two records, not flagged'));
  }
  return found;
};

function wasAmended(history: History, donorId: string, at: EntryOf<'donors.registered'>): boolean {
  return history.before('donors.amended', at).some(({ body }) => body.donorId === donorId);
}

/** INV-06: a deferral is never shortened; only a reinstatement by two with a reason ends it early. */
export const deferralsOnlyGetLonger: Examination = (history) => {
  const found: Violation[] = [];
  const ends = new Map<string, string | null>();
  for (const entry of history.of('donors.deferred')) {
    const { deferralId, donorId, kind, until } = entry.body;
    const end = kind === 'permanent' ? null : until;
    const before = ends.get(deferralId);
    const isShorter = before !== undefined && end !== null && (before === null || end < before);
    if (isShorter) found.push(violation('INV-06', donorId, entry, 'a deferral was shortened'));
    if (before === undefined || !isShorter) ends.set(deferralId, end);
  }
  for (const entry of history.of('donors.reinstated')) {
    const { deferralId, donorId } = entry.body;
    const deferral = history
      .before('donors.deferred', entry)
      .find(({ body }) => body.deferralId === deferralId);
    const isKnowing = entry.second !== null && entry.reason !== null && entry.causedBy === null;
    if (deferral?.body.donorId !== donorId || !isKnowing)
      found.push(violation('INV-06', donorId, entry, 'reinstated without cause, reason or second'));
  }
  return found;
};

/** Deferrals of the person in force on a civil date for a programme, as known before a moment. */
export function activeDeferrals(
  history: History,
  { donorId, programme, localDate }: Bleeding,
  until: Moment,
): readonly EntryOf<'donors.deferred'>[] {
  const person = mergeClass(history, donorId, until);
  const lifted = new Set(
    history.upTo('donors.reinstated', until).map(({ body }) => body.deferralId),
  );
  return history.upTo('donors.deferred', until).filter(({ body }) => {
    const isHers = person.has(body.donorId) && !lifted.has(body.deferralId);
    const concerns = body.programme === null || body.programme === programme;
    const runs = body.kind === 'permanent' || body.until === null || localDate <= body.until;
    return isHers && concerns && runs;
  });
}

interface Bleeding {
  readonly donorId: string;
  readonly programme: string;
  readonly localDate: string;
}

/** INV-06, INV-07: nobody is bled under an active deferral of any of her records. */
export const deferredAreNotBled: Examination = (history) =>
  history
    .of('collection.started')
    .filter((entry) => activeDeferrals(history, entry.body, history.position(entry)).length > 0)
    .map((entry) => violation('INV-06', entry.body.din, entry, 'bled under a deferral'));

import type { AnyEntry, EntryOf } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import { aliasesOf, personOf } from './people.ts';
import type { Violation } from './violation.ts';

/** Breaking the glass is for minutes; what lasts longer is no emergency. */
const LONGEST_MS = 60 * 60_000;

/**
 * INV-32: an emergency is taken by the one who needs it, with a reason, ends by itself, and is looked at
 * once by another human after it is over.
 */
export const emergenciesEndAndAreReviewed: Examination = (history) => [
  ...history.of('emergency.opened').flatMap((entry) => openedWrongly(entry)),
  ...history.of('emergency.reviewed').flatMap((entry) => reviewedWrongly(history, entry)),
];

function openedWrongly(entry: EntryOf<'emergency.opened'>): readonly Violation[] {
  const { accessId, staffId, until } = entry.body;
  const lasts = Date.parse(until) - Date.parse(entry.at);
  const found: Violation[] = [];
  if (entry.actor !== staffId || entry.reason === null)
    found.push(violation('INV-32', accessId, entry, 'an emergency for another, or without reason'));
  if (lasts <= 0 || lasts > LONGEST_MS)
    found.push(violation('INV-32', accessId, entry, 'an emergency without end'));
  return found;
}

function reviewedWrongly(
  history: History,
  entry: EntryOf<'emergency.reviewed'>,
): readonly Violation[] {
  const { accessId } = entry.body;
  const wrong = (text: string) => [violation('INV-32', accessId, entry, text)];
  const opened = history
    .before('emergency.opened', entry)
    .find(({ body }) => body.accessId === accessId);
  if (!opened) return wrong('a review of no emergency');
  const isOver =
    entry.at >= opened.body.until ||
    history.before('emergency.ended', entry).some(({ body }) => body.accessId === accessId);
  if (!isOver) return wrong('reviewed before it was over');
  const owner = personOf(history, opened.body.staffId, entry as AnyEntry);
  const judge = personOf(history, entry.actor, entry as AnyEntry);
  const isAnother =
    owner !== undefined &&
    judge !== undefined &&
    !aliasesOf(history, owner, entry as AnyEntry).has(judge);
  return isAnother ? [] : wrong('reviewed by the one who took it');
}

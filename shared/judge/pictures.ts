import type { EntryOf, EventType } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

/**
 * INV-24: nobody decided on an old picture. What an act names as seen must be what stood in the record
 * at that moment: where a unit lay, what was answered, a dispute, pair, incident or deferral still open.
 */
export const picturesAreFresh: Examination = (history) => [
  ...movesStartWhereUnitsLie(history),
  ...answersStandAsSeen(history),
  ...onceOnly(history, 'laboratory.groupResolved', 'disputeId'),
  ...onceOnly(history, 'quality.incidentClosed', 'incidentId'),
  ...onceOnly(history, 'validation.concluded', 'runId'),
  ...onceOnly(history, 'donors.reinstated', 'deferralId'),
  ...onceOnly(history, 'laboratory.runConcluded', 'runId'),
  ...onceOnly(history, 'collection.ended', 'din'),
  ...onceOnly(history, 'visits.closed', 'visitId'),
];

const stale = (entry: { readonly station: string; readonly seq: number }, subject: string) =>
  violation('INV-24', subject, entry, 'decided on what stood no more');

function movesStartWhereUnitsLie(history: History): readonly Violation[] {
  return history.of('inventory.moved').flatMap((entry) => {
    const { unitId, fromPlaceId } = entry.body;
    return fromPlaceId === placeOf(history, unitId, entry) ? [] : [stale(entry, unitId)];
  });
}

/** Where a unit lay before an entry: the last shelf that anything named for it. */
function placeOf(
  history: History,
  unitId: string,
  entry: EntryOf<'inventory.moved'>,
): string | null {
  const until = history.position(entry);
  const moved = history.naming('inventory.moved', 'unitId', unitId, until).at(-1);
  const shelved = [
    ...history.naming('components.freezerIn', 'unitId', unitId, until),
    ...history.naming('components.quarantined', 'unitId', unitId, until),
  ].at(-1);
  return moved?.body.toPlaceId ?? shelved?.body.placeId ?? null;
}

function answersStandAsSeen(history: History): readonly Violation[] {
  return history.of('visits.answerChanged').flatMap((entry) => {
    const { visitId, question, from } = entry.body;
    const until = history.position(entry);
    const given = history.naming('visits.questionnaireAnswered', 'visitId', visitId, until).at(-1);
    // Written beside the new answers, it compares them with an earlier visit's.
    if (!given || given.commandId === entry.commandId) return [];
    const changed = history
      .naming('visits.answerChanged', 'visitId', visitId, until)
      .filter(({ commandId }) => commandId !== given.commandId)
      .flatMap(({ body }) => [
        { question: body.question, answer: body.to },
        ...(body.follows ?? []),
      ]);
    const stood = [...given.body.answers, ...changed].findLast((one) => one.question === question);
    return stood?.answer === from ? [] : [stale(entry, visitId)];
  });
}

/** An act that ends something happens to it once. */
function onceOnly<T extends EventType>(
  history: History,
  type: T,
  key: keyof EntryOf<T>['body'] & string,
): readonly Violation[] {
  const seen = new Set<unknown>();
  return history.of(type).flatMap((entry) => {
    const id = (entry.body as Readonly<Record<string, unknown>>)[key];
    const isAgain = seen.has(id);
    seen.add(id);
    return isAgain ? [stale(entry, String(id))] : [];
  });
}

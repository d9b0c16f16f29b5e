import type { EntryOf, EventType } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import type { Violation } from './violation.ts';

/**
 * INV-36: what was recorded under an id is never recorded anew under the same id, which would be an
 * update in the clothes of an addition. Some ids follow from their cause (holds, papers), others are
 * minted; both come once.
 */
export const recordsAreMadeOnce: Examination = (history) => [
  ...once(history, 'donors.registered', 'donorId'),
  ...once(history, 'donors.assessmentRecorded', 'assessmentId'),
  ...once(history, 'visits.checkedIn', 'visitId'),
  ...once(history, 'visits.decided', 'decisionId'),
  ...once(history, 'collection.numbersLeased', 'leaseId'),
  ...once(history, 'collection.chairPrepared', 'preparationId'),
  ...once(history, 'collection.reactionRecorded', 'reactionId'),
  ...once(history, 'collection.historyRecorded', 'recordId'),
  ...once(history, 'laboratory.sampleReceived', 'sampleId'),
  ...once(history, 'laboratory.bagReceived', 'din'),
  ...once(history, 'laboratory.runOpened', 'runId'),
  ...once(history, 'components.held', 'holdId'),
  ...once(history, 'inventory.discarded', 'unitId'),
  ...once(history, 'honours.paperDue', 'certificateId'),
  ...once(history, 'aftercare.informationReceived', 'informationId'),
  ...once(history, 'equipment.lotReceived', 'lotId'),
  ...once(history, 'operators.staffEnrolled', 'staffId'),
];

/** Within one station's own records; that two stations may hear of one cause apart is INV-38's matter. */
function once<T extends EventType>(
  history: History,
  type: T,
  key: keyof EntryOf<T>['body'] & string,
): readonly Violation[] {
  const byStation = new Map<string, Set<string>>();
  return history.of(type).flatMap((entry) => {
    const id = String((entry.body as Readonly<Record<string, unknown>>)[key]);
    const seen = byStation.get(entry.station) ?? new Set<string>();
    const isAgain = seen.has(id);
    byStation.set(entry.station, seen.add(id));
    return isAgain ? [violation('INV-36', id, entry, `${type} a second time`)] : [];
  });
}

import type { EntryOf } from '../contract/events.ts';
import type { RuleRow } from '../features/rulesets/model.ts';
import { mergeClass } from './donors.ts';
import { type Examination, type History, violation } from './history.ts';
import { earliest, standing } from './intervals.ts';
import { listed, packsInForce } from './policy.ts';

type Recorded = EntryOf<'collection.historyRecorded'>;
type Started = EntryOf<'collection.started'>;

/**
 * INV-08: a donation from paper that breaks an interval with one taken here does not pass in silence:
 * in the same transaction something is opened that names the later of the two.
 */
export const lateDonationsAreReviewed: Examination = (history) =>
  history.of('collection.historyRecorded').flatMap((entry) => {
    const settled = history.settled(entry);
    const person = [...mergeClass(history, entry.body.donorId, settled)];
    return person
      .flatMap((donorId) => history.naming('collection.started', 'donorId', donorId, settled))
      .filter((taken) => isTooSoon(history, entry, taken) && !isReviewed(history, entry, taken))
      .map(({ body }) =>
        violation('INV-08', body.din, entry, 'known late to be too soon, not reviewed'),
      );
  });

function isTooSoon(history: History, entry: Recorded, taken: Started): boolean {
  const { body: paper } = entry;
  const { localDate, programme, donationType } = taken.body;
  const isPaperFirst = paper.collectedOn <= localDate;
  const [from, to] = isPaperFirst
    ? [paper.donationType, donationType]
    : [donationType, paper.donationType];
  const [first, second] = isPaperFirst
    ? [paper.collectedOn, localDate]
    : [localDate, paper.collectedOn];
  const packs = packsInForce(history, programme, second, history.settled(entry));
  return standing(packs.flatMap((pack) => pack.rules))
    .filter((row: RuleRow) => row.criterion === 'intervalSinceLast')
    .filter((row) => listed(row, 'from').includes(from) && listed(row, 'to').includes(to))
    .some((row) => second < (earliest(row, first) ?? ''));
}

/** Of two of one day either may be named. */
function isReviewed(history: History, entry: Recorded, { body: taken }: Started): boolean {
  const { recordId, collectedOn } = entry.body;
  const named = [
    ...(collectedOn <= taken.localDate ? [taken.din] : []),
    ...(collectedOn >= taken.localDate ? [recordId] : []),
  ];
  return history
    .upTo('quality.incidentOpened', history.settled(entry))
    .some(({ body }) => named.some((id) => body.subjects.includes(id)));
}

import type { EntryOf } from '../contract/events.ts';
import type { History, Moment } from './history.ts';

type Figures = Pick<EntryOf<'collection.ended'>['body'], 'productMl' | 'plasmaMl'>;

/** The figures of a donation as they stood before a moment: its end, or the newest correction of it. */
export function figuresOf(history: History, din: string, until: Moment): Figures | undefined {
  const corrected = history.naming('collection.endCorrected', 'din', din, until).at(-1);
  return (corrected ?? history.naming('collection.ended', 'din', din, until)[0])?.body;
}

/** The volume of a unit as it stood before a moment: as it was made, or as it was corrected last. */
export function volumeOf(history: History, unitId: string, until: Moment): number | undefined {
  const corrected = history.naming('components.unitCorrected', 'unitId', unitId, until).at(-1);
  const made = history.naming('components.unitCreated', 'unitId', unitId, until)[0];
  return (corrected ?? made)?.body.volumeMl;
}

type Past = EntryOf<'collection.historyCorrected'>['body'];

/** A past donation as it stood before a moment: as it was recorded, or as it was corrected last. */
export function pastOf(
  history: History,
  recorded: EntryOf<'collection.historyRecorded'>['body'],
  until: Moment,
): Pick<Past, 'collectedOn' | 'donationType' | 'volumeMl' | 'counts'> {
  const { recordId } = recorded;
  const corrected = history.naming('collection.historyCorrected', 'recordId', recordId, until);
  return corrected.at(-1)?.body ?? { ...recorded, counts: true };
}

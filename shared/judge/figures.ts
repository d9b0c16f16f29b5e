import type { EntryOf } from '../contract/events.ts';
import type { History } from './history.ts';

type Figures = Pick<EntryOf<'collection.ended'>['body'], 'productMl' | 'plasmaMl'>;

/** The figures of a donation as they stood before a position: its end, or the newest correction of it. */
export function figuresOf(history: History, din: string, until: number): Figures | undefined {
  const corrected = history.naming('collection.endCorrected', 'din', din, until).at(-1);
  return (corrected ?? history.naming('collection.ended', 'din', din, until)[0])?.body;
}

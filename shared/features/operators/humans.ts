import type { StateReader } from '../../contract/rows.ts';
import { type Change, put } from '../../kernel/rows.ts';
import type { OperatorsRows } from './model.ts';

/**
 * The human behind a person id: two ids that were found to be one human, by whichever account, are one
 * for good (INV-30). What was read or signed under the earlier id stays hers.
 */
export function humanOf(read: StateReader, personId: string): string {
  return read.get('person', personId)?.human ?? personId;
}

/** Joins two person ids; the smaller one names the human, so that the order of joining is no matter. */
export function joined(read: StateReader, a: string, b: string): readonly Change<OperatorsRows>[] {
  const [one, two] = [humanOf(read, a), humanOf(read, b)];
  if (one === two) return [];
  const human = one < two ? one : two;
  const ids = [one, two].flatMap((each) => [
    each,
    ...read.by('person', 'human', each).map((row) => row.id),
  ]);
  return [...new Set(ids)].map((id) => put<OperatorsRows, 'person'>('person', { id, human }));
}

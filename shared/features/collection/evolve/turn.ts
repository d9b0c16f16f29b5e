import type { EntryOf } from '../../../contract/events.ts';
import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { ChairTurnRow, CollectionRows, PreparationRow, SpentSetRow } from '../model.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;
type Changes = readonly Change<CollectionRows>[];

/** Transitions of chairs between two donors and of sets that have served. */
export const evolveTurn: Evolve<CollectionRows> = {
  'collection.chairCleaned': (read, entry) => {
    const turn = turnOf(read, entry.body.chairId);
    const cleanedStamp = stampOf(entry);
    if (turn.cleanedStamp >= cleanedStamp) return [];
    const cleaned = { cleanedAt: entry.at, cleanedBy: entry.actor, cleanedStamp };
    return [change('chairTurn', { ...turn, ...cleaned })];
  },
  'collection.kitSpoiled': (read, { body, at, actor }) => {
    const { setId: id, lotId: kitLotId, kitSerial, code } = body;
    if (read.get('spentSet', id)) return [];
    const spoilt = { id, kitLotId, kitSerial, chairId: null, how: 'spoilt', code } as const;
    return [change('spentSet', { ...spoilt, spentAt: at, spentBy: actor, ...WAITING })];
  },
  'collection.setDiscarded': (read, entry) => {
    const set = read.get('spentSet', entry.body.setId);
    const stamp = stampOf(entry);
    if (!set || (set.discarded !== null && set.discarded.stamp <= stamp)) return [];
    const discarded = { bagId: entry.body.bagId, at: entry.at, by: entry.actor, stamp };
    return [change('spentSet', { ...set, state: 'discarded', discarded })];
  },
};

const WAITING: Pick<SpentSetRow, 'state' | 'discarded'> = { state: 'waiting', discarded: null };

function turnOf(read: StateReader, chairId: string): ChairTurnRow {
  const untouched = { din: '', takenStamp: '', cleanedAt: null, cleanedBy: null, cleanedStamp: '' };
  return read.get('chairTurn', chairId) ?? { id: chairId, ...untouched };
}

/** The chair has a donor: it is to be cleaned after her. */
export function chairTaken(read: StateReader, entry: EntryOf<'collection.started'>): Changes {
  const turn = turnOf(read, entry.body.chairId);
  const takenStamp = stampOf(entry);
  if (turn.takenStamp >= takenStamp) return [];
  return [change('chairTurn', { ...turn, din: entry.body.din, takenStamp })];
}

/** The set of a preparation has served, or was taken off unused: it waits for a waste bag. */
export function setSpent(
  read: StateReader,
  row: PreparationRow,
  how: 'used' | 'cleared',
  told: { readonly at: string; readonly actor: string; readonly code: string | null },
): Changes {
  const { id, kitLotId, kitSerial, chairId } = row;
  if (read.get('spentSet', id)) return [];
  const spent = { id, kitLotId, kitSerial, chairId, how, code: told.code };
  return [change('spentSet', { ...spent, spentAt: told.at, spentBy: told.actor, ...WAITING })];
}

import type { EntryOf } from '../../../contract/events.ts';
import type { Evolve, StateReader } from '../../../contract/rows.ts';
import { type Change, put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { BoxMoment, BoxRow, CollectionRows } from '../model.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;

/** Transitions of hand-over boxes. */
export const evolveBoxes: Evolve<CollectionRows> = {
  'collection.boxOpened': (_read, { body }) => [change('box', openBox(body.boxId, body.code))],
  'collection.boxPacked': (read, entry) => moved(read, entry, true),
  'collection.boxUnpacked': (read, entry) => moved(read, entry, false),
  'collection.boxHandedOver': (read, entry) => {
    const { body, at, actor } = entry;
    const box = read.get('box', body.boxId);
    if (box?.state !== 'open') return [];
    const { items, takenBy } = body;
    const temperatures = measured(box, 'handedOver', entry);
    const given = { handedOverAt: at, handedOverBy: actor, takenBy, temperatures };
    return [change('box', { ...box, ...given, items, state: 'handedOver' })];
  },
  'collection.boxReceived': (read, entry) => {
    const { body, at, actor } = entry;
    const box = read.get('box', body.boxId);
    if (!box) return [];
    const differs = body.missing.length > 0 || body.unexpected.length > 0;
    const state = differs ? ('stopped' as const) : ('received' as const);
    const { received } = body;
    const temperatures = measured(box, 'received', entry);
    const taken = { receivedAt: at, receivedBy: actor, temperatures };
    return [change('box', { ...box, ...taken, received, state })];
  },
  'collection.boxTemperatureCorrected': (read, entry) => {
    const box = read.get('box', entry.body.boxId);
    if (!box) return [];
    return [change('box', { ...box, temperatures: measured(box, entry.body.moment, entry) })];
  },
};

type Measured = EntryOf<
  'collection.boxHandedOver' | 'collection.boxReceived' | 'collection.boxTemperatureCorrected'
>;

/** The temperatures of a box with the one of this entry, unless a newer word stands already. */
function measured(box: BoxRow, moment: BoxMoment, entry: Measured): BoxRow['temperatures'] {
  const stamp = stampOf(entry);
  if ((box.temperatures[moment]?.stamp ?? '') >= stamp) return box.temperatures;
  return { ...box.temperatures, [moment]: { tenthsC: entry.body.temperatureTenthsC, stamp } };
}

type Move = EntryOf<'collection.boxPacked'> | EntryOf<'collection.boxUnpacked'>;

/** The last word about an item stands; a box that left the point keeps what was handed over. */
function moved(read: StateReader, entry: Move, packed: boolean): readonly Change<CollectionRows>[] {
  const { boxId, item } = entry.body;
  const box = read.get('box', boxId);
  const stamp = stampOf(entry);
  if (!box || (box.moves[item]?.stamp ?? '') >= stamp) return [];
  const moves = { ...box.moves, [item]: { stamp, packed } };
  return [change('box', { ...box, moves, items: box.state === 'open' ? lying(moves) : box.items })];
}

/** What lies in the box, in the order in which it was packed. */
function lying(moves: BoxRow['moves']): readonly string[] {
  return Object.entries(moves)
    .filter(([, move]) => move.packed)
    .toSorted(([, a], [, b]) => (a.stamp < b.stamp ? -1 : 1))
    .map(([item]) => item);
}

/** A box as it stands when it is opened: empty. */
export function openBox(id: string, code: string): BoxRow {
  return {
    id,
    code,
    state: 'open',
    items: [],
    moves: {},
    received: [],
    temperatures: {},
    handedOverAt: null,
    handedOverBy: null,
    takenBy: null,
    receivedAt: null,
    receivedBy: null,
  };
}

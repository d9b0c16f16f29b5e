import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveComponents } from '#shared/features/components/evolve.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { DIN } from '../laboratory/world.ts';
import { A0, split } from './bench.ts';

type Said = 'components.freezerIn' | 'components.quarantined' | 'inventory.moved';
type Word = readonly [type: Said | 'inventory.discarded', seq: number, place: string];

const lies = (words: readonly Word[]): string | null => {
  let row = split().rows.get('unit', A0) as UnitRow;
  for (const [type, seq, placeId] of words) {
    const read = { get: () => row, by: () => [], all: () => [] } as never;
    const at = `2020-03-10T0${seq}:00:00.000Z`;
    const body = { unitId: A0, din: DIN, placeId, toPlaceId: placeId, fromPlaceId: null, at };
    const entry = { at, station: 's', seq, body } as never;
    for (const change of evolveComponents[type]?.(read, entry) ?? []) row = change.row as UnitRow;
  }
  return row.placeId;
};

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

test('INV-38 a bag lies where the newest word says, in whatever order the words arrive', () => {
  const words: readonly Word[] = [
    ['components.freezerIn', 1, 'freezer-1'],
    ['components.quarantined', 2, 'shelf-1'],
    ['inventory.moved', 3, 'shelf-2'],
    ['inventory.moved', 4, 'shelf-3'],
  ];
  for (const order of orders(words)) assert.equal(lies(order), 'shelf-3');
  const gone: Word = ['inventory.discarded', 2, ''];
  for (const order of orders([...words.slice(2), gone])) assert.equal(lies(order), null);
});

import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { WasteMoment, WasteRows } from './model.ts';

const change = put<WasteRows, 'wasteBag'>;

/** Transitions of waste bags; sealed or handed over twice, the earlier word stands. */
export const evolveWaste: Evolve<WasteRows> = {
  'waste.bagOpened': (read, { body, at, actor }) => {
    const { bagId: id, number, kind } = body;
    if (read.get('wasteBag', id)) return [];
    const empty = { state: 'open', grams: null, sealed: null, handedOver: null } as const;
    return [change('wasteBag', { id, number, kind, openedAt: at, openedBy: actor, ...empty })];
  },
  'waste.bagSealed': (read, entry) => {
    const row = read.get('wasteBag', entry.body.bagId);
    const sealed = { at: entry.at, by: entry.actor, stamp: stampOf(entry) };
    if (!row || isEarlier(row.sealed, sealed)) return [];
    const state = row.state === 'open' ? 'sealed' : row.state;
    return [change('wasteBag', { ...row, grams: entry.body.grams, sealed, state })];
  },
  'waste.bagHandedOver': (read, entry) => {
    const { bagId, takenBy } = entry.body;
    const row = read.get('wasteBag', bagId);
    const handedOver = { at: entry.at, by: entry.actor, stamp: stampOf(entry), takenBy };
    if (!row || isEarlier(row.handedOver, handedOver)) return [];
    return [change('wasteBag', { ...row, handedOver, state: 'handedOver' })];
  },
};

function isEarlier(known: WasteMoment | null, told: WasteMoment): boolean {
  return known !== null && known.stamp <= told.stamp;
}

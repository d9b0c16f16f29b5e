import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { HandoverRows } from './model.ts';

const change = put<HandoverRows, keyof HandoverRows & string>;

/** Transitions of hand-overs; a difference that was settled twice keeps the earlier word. */
export const evolveHandover: Evolve<HandoverRows> = {
  'handover.signed': (read, { body, at, actor, station }) => {
    const { handoverId: id, incoming, untilSeq, lines, open, items, note } = body;
    const sheet = {
      id,
      station,
      at,
      outgoing: actor,
      incoming,
      untilSeq,
      lines,
      open,
      items,
      note,
    };
    const isNewest = (read.get('handoverBook', station)?.untilSeq ?? -1) < untilSeq;
    const book = { id: station, handoverId: id, at, untilSeq, lines, open };
    return [change('handover', sheet), ...(isNewest ? [change('handoverBook', book)] : [])];
  },
  'handover.differenceCarried': (read, { body, at, station }) => {
    const { differenceId: id, ...difference } = body;
    if (read.get('handoverDifference', id)) return [];
    const settled = { note: null, settledBy: null, settledSecond: null, settledStamp: null };
    return [
      change('handoverDifference', { ...difference, id, station, at, state: 'open', ...settled }),
    ];
  },
  'handover.differenceSettled': (read, entry) => {
    const row = read.get('handoverDifference', entry.body.differenceId);
    const settledStamp = stampOf(entry);
    if (!row || (row.settledStamp !== null && row.settledStamp <= settledStamp)) return [];
    const state = entry.body.how === 'found' ? ('found' as const) : ('writtenOff' as const);
    const said = { note: entry.body.note, settledBy: entry.actor, settledSecond: entry.second };
    return [change('handoverDifference', { ...row, ...said, state, settledStamp })];
  },
};

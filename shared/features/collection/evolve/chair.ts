import type { Evolve } from '../../../contract/rows.ts';
import { put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { CollectionRows } from '../model.ts';
import { setSpent } from './turn.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;

/** Transitions of what happens at a chair before the needle, and of its stops. */
export const evolveChair: Evolve<CollectionRows> = {
  'collection.supplyScanned': (read, entry) => {
    const { chairId, step, scan, what } = entry.body;
    const id = `${chairId}:${step}`;
    const stamp = stampOf(entry);
    if ((read.get('supplyScan', id)?.stamp ?? '') >= stamp) return [];
    const { at, actor: by } = entry;
    return [change('supplyScan', { id, chairId, step, scan, what, at, by, stamp })];
  },
  'collection.chairPrepared': (_read, entry) => {
    const { preparationId: id, ...scanned } = entry.body;
    const made = { preparedAt: entry.at, preparedBy: entry.actor, stamp: stampOf(entry) };
    return [change('preparation', { ...scanned, ...made, id, state: 'ready' })];
  },
  'collection.chairCleared': (read, { body, at, actor }) => {
    const row = read.get('preparation', body.preparationId);
    if (row?.state !== 'ready') return [];
    return [
      change('preparation', { ...row, state: 'cleared' }),
      ...setSpent(read, row, 'cleared', { at, actor, code: body.code }),
    ];
  },
  'collection.chairLabelsPrinted': (read, { body, at, actor, station }) => {
    if (read.get('chairLabelJob', body.jobId)) return [];
    const { jobId, din, printerId, stockId, labels } = body;
    const given = { station, at, by: actor, outcome: null, codes: [], unsent: [] };
    return [change('chairLabelJob', { id: jobId, din, printerId, stockId, labels, ...given })];
  },
  'collection.chairPrintReported': (read, { body }) => {
    const row = read.get('chairLabelJob', body.jobId);
    if (!row || row.outcome !== null) return [];
    const { outcome, codes, unsent } = body;
    return [change('chairLabelJob', { ...row, outcome, codes, unsent })];
  },
  'collection.stopOverridden': (read, { body, at, actor, second }) => {
    const { stopId: id, code, reasonCode, localDate } = body;
    if (read.get('stopOverride', id)) return [];
    const people = { by: actor, second: second ?? '' };
    return [change('stopOverride', { id, code, reasonCode, localDate, at, ...people })];
  },
};

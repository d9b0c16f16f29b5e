import type { Evolve, StateReader } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { conflictIdOf } from './conflicts.ts';
import type { ConflictRow, ExchangeRows } from './model.ts';

/** Transitions of conflicts: a union over both stations, the same in every order of arrival. */
export const evolveExchange: Evolve<ExchangeRows> = {
  'collection.numberAssigned': (read, { body }) => {
    const row = read.get('donationNumber', body.din);
    const before = read.get('conflict', conflictIdOf('number', body.din));
    const visits = new Set([
      ...(before?.subjects ?? []),
      body.visitId,
      row?.visitId ?? body.visitId,
    ]);
    if (visits.size < 2) return [];
    return [noted(read, 'number', body.din, [...visits].sort())];
  },
};

/** Dated by the latest of the visits concerned, because either station may hear of the clash first. */
function noted(read: StateReader, kind: ConflictRow['kind'], key: string, subjects: string[]) {
  const times = subjects.map((visitId) => read.get('visit', visitId)?.startedAt ?? '');
  const row = { id: conflictIdOf(kind, key), kind, subjects, notedAt: times.sort().at(-1) ?? '' };
  return put<ExchangeRows, 'conflict'>('conflict', row);
}

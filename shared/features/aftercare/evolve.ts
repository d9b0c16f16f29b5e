import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { AftercareRows } from './model.ts';

const change = put<AftercareRows, keyof AftercareRows & string>;

/** Transitions of late information and recalls. */
export const evolveAftercare: Evolve<AftercareRows> = {
  'aftercare.informationReceived': (read, { body, at, actor }) => {
    const { informationId, way: _way, ...information } = body;
    if (read.get('lateInformation', informationId)) return [];
    return [
      change('lateInformation', { ...information, id: informationId, receivedAt: at, by: actor }),
    ];
  },
  'aftercare.recallOpened': (read, { body, at }) => {
    const { recallId, ...recall } = body;
    const before = read.get('recall', recallId);
    // Opened at two stations: the earlier opening stands at both, whichever arrives first.
    if (before && before.openedAt <= at) return [];
    const { closedAt = null, closedBy = null, conclusion = null } = before ?? {};
    const end = { closedAt, closedBy, conclusion };
    return [change('recall', { ...recall, ...end, id: recallId, openedAt: at })];
  },
  'aftercare.recallCalled': (_read, { body, at, actor }) => {
    const { callId, ...call } = body;
    return [change('recallCall', { ...call, id: callId, at, by: actor })];
  },
  'aftercare.recallClosed': (read, { body, at, actor }) => {
    const row = read.get('recall', body.recallId);
    if (!row || (row.closedAt !== null && row.closedAt <= at)) return [];
    const { conclusion } = body;
    return [change('recall', { ...row, closedAt: at, closedBy: actor, conclusion })];
  },
};

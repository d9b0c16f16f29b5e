import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { QualityRows } from './model.ts';

const change = put<QualityRows, keyof QualityRows & string>;

/** Transitions of incidents; the first conclusion stays. */
export const evolveQuality: Evolve<QualityRows> = {
  'quality.incidentOpened': (read, { body, at, actor }) => {
    const { incidentId, ...incident } = body;
    if (read.get('incident', incidentId)) return [];
    const open = { closedAt: null, closedBy: null, conclusion: null };
    return [
      change('incident', { ...incident, id: incidentId, openedAt: at, openedBy: actor, ...open }),
    ];
  },
  'quality.incidentClosed': (read, { body, at, actor }) => {
    const row = read.get('incident', body.incidentId);
    if (!row || (row.closedAt !== null && row.closedAt <= at)) return [];
    const { conclusion } = body;
    return [change('incident', { ...row, closedAt: at, closedBy: actor, conclusion })];
  },
};

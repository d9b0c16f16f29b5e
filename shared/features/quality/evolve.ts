import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { IncidentRow, QualityRows } from './model.ts';

const change = put<QualityRows, keyof QualityRows & string>;

type Opening = Pick<IncidentRow, 'openedAt' | 'openedBy' | 'subjects'>;
const openingOf = ({ openedAt, openedBy, subjects }: Opening) =>
  [openedAt, openedBy, ...subjects].join(' ');

/** Transitions of incidents; the first conclusion stays. */
export const evolveQuality: Evolve<QualityRows> = {
  'quality.incidentOpened': (read, { body, at, actor }) => {
    const { incidentId, ...incident } = body;
    const known = read.get('incident', incidentId);
    const opened = { ...incident, id: incidentId, openedAt: at, openedBy: actor };
    // Opened at two stations: the earlier opening stands at both, whichever arrives first.
    if (known && openingOf(known) <= openingOf(opened)) return [];
    const { closedAt = null, closedBy = null, conclusion = null } = known ?? {};
    return [change('incident', { ...opened, closedAt, closedBy, conclusion })];
  },
  'quality.incidentClosed': (read, { body, at, actor }) => {
    const row = read.get('incident', body.incidentId);
    if (!row || (row.closedAt !== null && row.closedAt <= at)) return [];
    const { conclusion } = body;
    return [change('incident', { ...row, closedAt: at, closedBy: actor, conclusion })];
  },
};

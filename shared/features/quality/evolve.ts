import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { IncidentRow, QualityRows } from './model.ts';

const change = put<QualityRows, keyof QualityRows & string>;

type Opening = Pick<IncidentRow, 'openedAt' | 'openedBy' | 'subjects' | 'account'>;
const openingOf = ({ openedAt, openedBy, subjects, account }: Opening) =>
  [openedAt, openedBy, ...subjects, account].join(' ');

const OPEN = { closedAt: null, closedBy: null, conclusion: null, cause: null, measure: null };

/** How an incident ended that the other station's opening comes after. */
function endOf(row: IncidentRow | undefined) {
  if (!row) return {};
  const { closedAt, closedBy, conclusion, cause, measure } = row;
  return { closedAt, closedBy, conclusion, cause, measure };
}

/** Transitions of incidents; the first conclusion stays. */
export const evolveQuality: Evolve<QualityRows> = {
  'quality.incidentOpened': (read, { body, at, actor, reason }) => {
    const { incidentId, ...incident } = body;
    const known = read.get('incident', incidentId);
    const by = { openedAt: at, openedBy: actor, account: reason ?? '' };
    const opened = { ...incident, ...by, id: incidentId };
    // Opened at two stations: the earlier opening stands at both, whichever arrives first.
    if (known && openingOf(known) <= openingOf(opened)) return [];
    return [change('incident', { ...OPEN, ...endOf(known), ...opened })];
  },
  'quality.incidentClosed': (read, { body, at, actor }) => {
    const row = read.get('incident', body.incidentId);
    if (!row || (row.closedAt !== null && row.closedAt <= at)) return [];
    const { conclusion, cause = null, measure = null } = body;
    const end = { closedAt: at, closedBy: actor, conclusion, cause, measure };
    return [change('incident', { ...row, ...end })];
  },
};

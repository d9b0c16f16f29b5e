import type { StateReader } from '../../contract/rows.ts';
import { addDays, type CivilDate, localDateOf } from '../../kernel/civil-date.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';
import type { IncidentRow } from './model.ts';

/** The day on which it is asked, in the site's zone. */
export interface Today {
  readonly today: CivilDate;
  readonly zone: string;
}

/**
 * Whether an incident is open for more calendar days than rule SITE-INCIDENT allows. Where no pack in
 * force says how many, it is due on the day on which it was opened.
 */
export function isOverdue(row: IncidentRow, read: StateReader, { today, zone }: Today): boolean {
  if (row.closedAt !== null) return false;
  const pack = packFor(read, GENERAL_PROGRAMME, today)?.content;
  const days = numberParam(pack, 'SITE-INCIDENT', 'days') ?? 0;
  return addDays(localDateOf(row.openedAt, zone), days) < today;
}

/** Incidents that should have been closed. */
export function overdueIncidents(read: StateReader, at: Today): readonly IncidentRow[] {
  return read.by('incident', 'closedAt', null).filter((row) => isOverdue(row, read, at));
}

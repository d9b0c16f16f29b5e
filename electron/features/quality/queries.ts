import type { Actor } from '#shared/contract/context.ts';
import type { Role } from '#shared/contract/roles.ts';
import { isOverdue } from '#shared/features/quality/overdue.ts';
import { defineQueries } from '../../station/handlers.ts';

/** Roles that read every incident; what came from a donor's confidential word is among them. */
const OVERSEERS: readonly Role[] = [
  'physician',
  'labTech',
  'qualityRelease',
  'supervisor',
  'admin',
];

const overseesAll = (actor: Actor | undefined): boolean =>
  actor?.roles.some((role) => OVERSEERS.includes(role)) === true;

const MOST = 500;

/** Reads of incidents: overdue ones first, then the newest. */
export const qualityQueries = defineQueries({
  'quality.incidents': ({ scope }, ctx) => {
    const { read, actor } = ctx;
    const name = (staffId: string) => read.get('staff', staffId)?.name ?? staffId;
    const rows = scope === 'open' ? read.by('incident', 'closedAt', null) : read.all('incident');
    return rows
      .filter((row) => overseesAll(actor) || row.openedBy === actor?.staffId)
      .map((row) => ({ row, overdue: isOverdue(row, read, ctx) }))
      .toSorted(
        (a, b) =>
          Number(b.overdue) - Number(a.overdue) || (a.row.openedAt < b.row.openedAt ? 1 : -1),
      )
      .slice(0, MOST)
      .map(({ row: { id, ...row }, overdue }) => ({
        ...row,
        incidentId: id,
        overdue,
        // A box is known by the code on it, everything else by its own number.
        subjects: row.subjects.map((subject) => read.get('box', subject)?.code ?? subject),
        openedBy: name(row.openedBy),
        closedBy: row.closedBy === null ? null : name(row.closedBy),
        version: ctx.version(id),
      }));
  },
});

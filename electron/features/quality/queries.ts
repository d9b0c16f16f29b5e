import type { Actor } from '#shared/contract/context.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
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

/** A box by the code on it, a donor by her number, a paper donation by its day; else the id is known. */
function knownAs(read: StateReader, subject: string): string {
  return (
    read.get('box', subject)?.code ??
    read.get('donor', subject)?.number ??
    read.get('pastDonation', subject)?.collectedOn ??
    subject
  );
}

/** Reads of incidents: overdue ones first, then the newest. */
export const qualityQueries = defineQueries({
  'quality.firstAid': (_input, { read, station }) => ({
    phone: siteOf(read, station)?.contactPhone ?? '',
  }),
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
        subjects: row.subjects.map((subject) => knownAs(read, subject)),
        openedBy: name(row.openedBy),
        closedBy: row.closedBy === null ? null : name(row.closedBy),
        version: ctx.version(id),
      }));
  },
});

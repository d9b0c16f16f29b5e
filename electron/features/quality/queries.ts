import { defineQueries } from '../../station/handlers.ts';

/** Reads of incidents, the newest first. */
export const qualityQueries = defineQueries({
  'quality.incidents': ({ scope }, ctx) => {
    const name = (staffId: string) => ctx.read.get('staff', staffId)?.name ?? staffId;
    const rows =
      scope === 'open' ? ctx.read.by('incident', 'closedAt', null) : ctx.read.all('incident');
    return [...rows]
      .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
      .slice(0, 500)
      .map((row) => ({
        incidentId: row.id,
        code: row.code,
        // A box is known by the code on it, everything else by its own number.
        subjects: row.subjects.map((subject) => ctx.read.get('box', subject)?.code ?? subject),
        openedAt: row.openedAt,
        openedBy: name(row.openedBy),
        closedAt: row.closedAt,
        closedBy: row.closedBy === null ? null : name(row.closedBy),
        conclusion: row.conclusion,
        version: ctx.version(row.id),
      }));
  },
});

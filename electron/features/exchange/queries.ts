import { holdIdOf } from '#shared/features/components/holds.ts';
import { keyOfConflict } from '#shared/features/exchange/conflicts.ts';
import type { ConflictRow } from '#shared/features/exchange/model.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { entriesAbout } from '../donors/store-history.ts';

/** Reads of clashes between stations, the newest first. */
export const exchangeQueries = defineQueries({
  'exchange.conflicts': (_input, ctx) =>
    ctx.read
      .all('conflict')
      .map((row) => conflictOut(row, ctx))
      .sort((one, other) => (one.notedAt < other.notedAt ? 1 : -1)),
});

function conflictOut(row: ConflictRow, ctx: QueryContext) {
  const { id, kind, subjects, notedAt } = row;
  const key = keyOfConflict(row);
  const hold = ctx.read.get('hold', holdIdOf('identityDoubt', key, id));
  const incident = ctx.read.get('incident', id);
  return {
    conflictId: id,
    kind,
    key,
    notedAt,
    sides: subjects.map((visitId) => sideOut(visitId, key, ctx)),
    hold: hold ? guardOut(hold.placedAt, hold.liftedAt, hold.liftedBy, ctx) : null,
    incident: incident
      ? {
          ...guardOut(incident.openedAt, incident.closedAt, incident.closedBy, ctx),
          conclusion: incident.conclusion,
        }
      : null,
  };
}

/** The act by which a visit was given the number, from the entry that some station sealed. */
function sideOut(visitId: string, din: string, { read, db, station }: QueryContext) {
  const given = entriesAbout(db, [], [visitId]).find(
    ({ type, body }) => type === 'collection.numberAssigned' && JSON.parse(body).din === din,
  );
  const donorId = read.get('visit', visitId)?.donorId ?? null;
  const site = given && read.by('site', 'station', given.station)[0];
  return {
    visitId,
    donorId,
    donor: (donorId && read.get('donor', donorId)?.number) ?? null,
    site: site ? `${site.name} ${site.room}`.trim() : null,
    own: given?.station === station,
    at: given?.at ?? null,
    by: given ? (read.get('staff', given.actor)?.name ?? given.actor) : null,
    counts: read.get('donationNumber', din)?.visitId === visitId,
  };
}

function guardOut(
  since: string,
  endedAt: string | null,
  endedBy: string | null,
  { read }: QueryContext,
) {
  return {
    since,
    endedAt,
    endedBy: endedBy && (read.get('staff', endedBy)?.name ?? endedBy),
  };
}

import type { StateReader } from '#shared/contract/rows.ts';
import {
  confirmedGroups,
  donorMayTakeNumber,
  hearsAnswers,
  mayKnowOf,
  personRecords,
  readsGrounds,
  seesConfidential,
} from '#shared/features/donors/facts.ts';
import { givingsOf } from '#shared/features/donors/history.ts';
import type { DeferralRow, DonorRow, DuplicatePairRow } from '#shared/features/donors/model.ts';
import { CONSENT_KINDS, consentOf } from '#shared/features/donors/privacy.ts';
import { alikeGivings, type HeldGiving } from '#shared/features/donors/same-giving.ts';
import { type Together, writtenSince } from '#shared/features/donors/together.ts';
import { joinedSince, joiningPairs } from '#shared/features/donors/unmerge.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { shownSources } from '../equipment/meter-readings.ts';
import { accessListOf } from './access-list.ts';
import { drawAccessList } from './access-paper.ts';
import { signedText } from './signed-text.ts';
import { entriesAbout, factsOf, isConfidential, isMasked, sourcesIn } from './store-history.ts';
import { searchDonors } from './store-search.ts';
import { summaryOf } from './summary.ts';
import { testOffer, testSampleLines } from './test-samples.ts';

/** Undecided look-alikes that are shown at once; the next follow when these are decided. */
const PAIRS_SHOWN = 100;

/** Reads of donors. */
export const donorsQueries = defineQueries({
  'donors.search': ({ text }, ctx) => {
    const { ids, more } = searchDonors(ctx.db, text);
    const donors = ids.flatMap((id) => ctx.read.get('donor', id) ?? []);
    return { rows: donors.map((donor) => summaryOf(donor, ctx)), more };
  },
  'donors.lookUp': (what, ctx) => lookedUp(what, ctx).map((donor) => summaryOf(donor, ctx)),
  'donors.file': ({ donorId }, ctx) => {
    const donor = ctx.read.get('donor', donorId);
    return donor ? fileOf(donor, ctx) : null;
  },
  'donors.testOffer': ({ programme }, ctx) => testOffer(programme, ctx),
  'donors.testSamples': ({ donorId }, ctx) => testSampleLines(donorId, ctx),
  'donors.alikeGivings': ({ donorId }, { read }) =>
    alikeGivings(read, donorId).map(({ a, b, same }) => ({
      on: a.on,
      donationType: a.donationType,
      same,
      a: heldLine(a, read),
      b: heldLine(b, read),
    })),
  'donors.duplicates': (_input, ctx) =>
    ctx.read
      .by('duplicatePair', 'verdict', 'undecided')
      .slice(0, PAIRS_SHOWN)
      .flatMap((pair) => pairOf(pair, ctx)),
  'donors.consents': ({ donorId }, { read }) =>
    CONSENT_KINDS.map((kind) => {
      const said = consentOf(read, donorId, kind);
      return { kind, given: said?.given ?? null, way: said?.way ?? null, at: said?.at ?? null };
    }),
  'donors.accessList': ({ donorId }, ctx) => accessListOf(donorId, ctx),
  'donors.accessPaper': (asked, ctx) => drawAccessList(asked, ctx),
  'donors.writtenTogether': ({ donorId }, ctx) => {
    const { read } = ctx;
    const since = joinedSince(joiningPairs(read, donorId), ctx.zone);
    if (since === undefined) return [];
    const records = personRecords(read, donorId).map((record) => record.id);
    return writtenSince(read, records, since).map((item) => togetherOf(item, ctx));
  },
  'donors.history': ({ donorId }, ctx) => {
    const records = personRecords(ctx.read, donorId).map((record) => record.id);
    const visits = records.flatMap((id) => ctx.read.by('visit', 'donorId', id));
    const roles = ctx.actor?.roles ?? [];
    const name = (staffId: string) => ctx.read.get('staff', staffId)?.name ?? staffId;
    return entriesAbout(
      ctx.db,
      records,
      visits.map((visit) => visit.id),
      decisionsAbout(records, ctx),
    )
      .filter((row) => seesConfidential(roles) || !isConfidential(row))
      .map((row) => ({
        seq: row.seq,
        station: row.station,
        at: row.at,
        type: row.type,
        by: name(row.actor),
        second: row.second === null ? null : name(row.second),
        why: isMasked(row, readsGrounds(roles)) ? null : row.reason,
        facts: factsOf(row, hearsAnswers(roles)),
        sources: shownSources(sourcesIn(row, hearsAnswers(roles)), ctx),
        consent: signedText(row, ctx),
      }));
  },
});

/** Entries that joined or parted these records: they name two records, none of them first. */
function heldLine({ itemId, donorId, source, volumeMl }: HeldGiving, read: StateReader) {
  return { itemId, number: read.get('donor', donorId)?.number ?? '', source, volumeMl };
}

function decisionsAbout(records: readonly string[], { read }: QueryContext): readonly string[] {
  const pairs = records.flatMap((id) => [
    ...read.by('duplicatePair', 'a', id),
    ...read.by('duplicatePair', 'b', id),
  ]);
  const entries = pairs.flatMap((pair) => pair.decisions.map(({ eventId }) => eventId));
  return [...new Set(entries.map((eventId) => eventId.split(':')[0] ?? eventId))];
}

type What = { number: string } | { cardId: string } | { documentNumber: string };

/** Records behind a scan. A number that two stations gave is found with its tail too. */
function lookedUp(what: What, { read, db }: QueryContext): readonly DonorRow[] {
  if ('documentNumber' in what)
    return read.by('donor', 'documentNumber', what.documentNumber.trim().toUpperCase());
  const number = 'number' in what ? what.number.trim().toUpperCase() : `D-${what.cardId}`;
  return searchDonors(db, number)
    .ids.flatMap((id) => read.get('donor', id) ?? [])
    .filter((donor) => donor.number === number || donor.number.startsWith(`${number}-`));
}

function fileOf(donor: DonorRow, ctx: QueryContext) {
  const { read, version } = ctx;
  const records = personRecords(read, donor.id);
  return {
    summary: summaryOf(donor, ctx),
    documentKind: donor.documentKind,
    documentUntil: donor.documentUntil,
    documentExpired: donor.documentUntil !== null && donor.documentUntil < ctx.today,
    records: records.map(({ id, number, name }) => ({ donorId: id, number, name })),
    version: version(donor.id),
    deferrals: records
      .flatMap((record) => read.by('deferral', 'donorId', record.id))
      .filter((row) => mayKnowOf(row, ctx.actor?.roles ?? []))
      .map((row) => deferralOf(row, ctx)),
    assessments: records
      .flatMap((record) => read.by('assessment', 'donorId', record.id))
      .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
      .map(({ id, donorId: _donorId, ...rest }) => ({ ...rest, assessmentId: id })),
    pairs: pairsOf(records, ctx),
    groups: confirmedGroups(read, donor.id),
    givings: givingsOf(read, donor.id).map(({ redCellsReturned: _red, ...rest }) => rest),
    mayTakeNumber: donorMayTakeNumber(read, donor.id),
  };
}

/** An item that a parting rules about, with what tells it from the others. */
function togetherOf({ itemId, kind, donorId, on }: Together, { read }: QueryContext) {
  const number = read.get('donor', donorId)?.number ?? '';
  const deferral = read.get('deferral', itemId);
  const group = read.get('donorGroup', itemId);
  const past = read.get('pastDonation', itemId);
  const words =
    kind === 'donation'
      ? itemId
      : deferral?.hidden
        ? 'seePhysician'
        : (deferral?.code ?? past?.donationType ?? (group ? `${group.abo} ${group.rhd}` : ''));
  return { itemId, kind, number, on, words };
}

function deferralOf(row: DeferralRow, { today }: QueryContext) {
  const may = !row.hidden;
  const ended = row.reinstatedAt !== null || (row.until !== null && row.until < today);
  return {
    deferralId: row.id,
    kind: may ? row.kind : ('temporary' as const),
    code: may ? row.code : 'seePhysician',
    marker: may ? row.marker : null,
    programme: row.programme,
    startsOn: row.startsOn,
    until: may ? row.until : null,
    hidden: row.hidden,
    active: !ended,
    reinstatedAt: row.reinstatedAt,
  };
}

function pairsOf(records: readonly DonorRow[], ctx: QueryContext) {
  const pairs = new Map<string, DuplicatePairRow>();
  for (const { id } of records) {
    for (const pair of ctx.read.by('duplicatePair', 'a', id)) pairs.set(pair.id, pair);
    for (const pair of ctx.read.by('duplicatePair', 'b', id)) pairs.set(pair.id, pair);
  }
  return [...pairs.values()].flatMap((pair) => pairOf(pair, ctx));
}

function pairOf(pair: DuplicatePairRow, ctx: QueryContext) {
  const [a, b] = [ctx.read.get('donor', pair.a), ctx.read.get('donor', pair.b)];
  if (!a || !b) return [];
  return [
    {
      pairId: pair.id,
      grounds: pair.grounds,
      verdict: pair.verdict,
      twins: pair.twins,
      version: ctx.version(pair.id),
      a: summaryOf(a, ctx),
      b: summaryOf(b, ctx),
    },
  ];
}

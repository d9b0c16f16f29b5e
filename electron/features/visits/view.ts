import {
  activeDeferrals,
  confirmedGroups,
  hearsAnswers,
  undecidedPairs,
} from '#shared/features/donors/facts.ts';
import { givingsOf } from '#shared/features/donors/history.ts';
import { lotProblem } from '#shared/features/equipment/facts.ts';
import { contradictionsOf, countedOf, formOf } from '#shared/features/visits/form.ts';
import type { VisitRow } from '#shared/features/visits/model.ts';
import { risksOf } from '#shared/features/visits/risk.ts';
import { openDifferences } from '#shared/features/visits/rules/paper.ts';
import { questionsToAsk } from '#shared/features/visits/rules/review.ts';
import { assessmentOnFile, decisionOf, newest } from '#shared/features/visits/subject.ts';
import { ageOn, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { shownSources } from '../equipment/meter-readings.ts';

const nameOf = ({ read }: QueryContext, staffId: string) =>
  read.get('staff', staffId)?.name ?? staffId;

/** A visit as its screens show it; without what the donor said for roles that do not interview. */
export function visitView(visit: VisitRow, ctx: QueryContext) {
  const view = wholeView(visit, ctx);
  if (hearsAnswers(ctx.actor?.roles ?? [])) return view;
  const unheard = {
    symptoms: [],
    answers: [],
    changes: [],
    notAsked: [],
    toAsk: [],
    contradictions: [],
    paper: null,
  };
  return { ...view, ...unheard, assessment: null, decision: null };
}

function wholeView(visit: VisitRow, ctx: QueryContext) {
  const { read } = ctx;
  const { id: visitId, carerId, reviewedBy, ...row } = visit;
  return {
    visitId,
    donorId: row.donorId,
    programme: row.programme,
    version: ctx.version(visitId),
    localDate: row.localDate,
    startedAt: row.startedAt,
    step: row.step,
    stepAt: row.stepAt,
    state: row.state,
    endCode: row.endCode,
    din: row.din,
    carer: carerId === null ? null : { staffId: carerId, name: nameOf(ctx, carerId) },
    doorTemperatureTenthsC: row.doorTemperatureTenthsC,
    symptoms: row.symptoms,
    doorSources: shownSources(row.doorSources, ctx),
    consentAt: row.consentAt,
    answersAt: row.answersAt,
    answersMode: row.answersMode,
    translator: row.translator,
    answers: row.answers,
    changes: row.changes,
    ...questionnaireView(visit, ctx),
    reviewedBy: reviewedBy === null ? null : nameOf(ctx, reviewedBy),
    reviewedAt: row.reviewedAt,
    register: read.by('registerQuery', 'visitId', visitId).map((query) => ({
      register: query.register,
      answer: query.answer,
      queriedAt: query.queriedAt,
      by: nameOf(ctx, query.queriedBy),
    })),
    assessment: assessmentView(visit, ctx),
    readings: readingsOf(visitId, ctx),
    bloodTest: bloodTestOf(visitId, ctx),
    decision: decisionView(visitId, ctx),
    donor: donorOf(visit, ctx),
    lots: usableStrips(ctx),
    carers: carersOf(ctx),
  };
}

/** What a nurse makes of the answers: what to ask about, what contradicts what, how a paper was read. */
function questionnaireView(visit: VisitRow, { read, today, actor }: QueryContext) {
  const form = formOf(read, visit, today);
  const [first] = visit.papers;
  return {
    notAsked: visit.answersAt === null ? [] : countedOf(read, visit, form).notAsked,
    toAsk: questionsToAsk(read, visit, form),
    contradictions: contradictionsOf(read, visit, form).map(({ id, text }) => {
      const cleared = visit.cleared.find(({ contradiction }) => contradiction === id);
      return { id, text, words: cleared?.words ?? null };
    }),
    paper: first
      ? {
          entries: visit.papers.map(({ by, at }) => ({
            by: read.get('staff', by)?.name ?? by,
            at,
            mine: by === actor?.staffId,
          })),
          differences: openDifferences(visit) ?? [],
        }
      : null,
  };
}

function assessmentView(visit: VisitRow, { read }: QueryContext) {
  const row = assessmentOnFile(read, visit);
  if (!row) return null;
  const { id: assessmentId, donorId: _donorId, programme: _programme, ...given } = row;
  const { recordedAt: _recordedAt, ...rest } = given;
  return { assessmentId, ...rest, confirmed: visit.assessmentId === assessmentId };
}

function readingsOf(visitId: string, ctx: QueryContext) {
  return ctx.read
    .by('visitReading', 'visitId', visitId)
    .map(({ id: readingId, visitId: _visitId, by, sources, ...rest }) => ({
      ...rest,
      sources: shownSources(sources, ctx),
      readingId,
      by: nameOf(ctx, by),
    }))
    .sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : 1));
}

function bloodTestOf(visitId: string, ctx: QueryContext) {
  const test = newest(ctx.read.by('visitBloodTest', 'visitId', visitId), (row) => row.testedAt);
  if (!test) return null;
  const { testedAt, by, haemoglobinGramsPerLitre, abo, stripLotId } = test;
  const stripLot = ctx.read.get('lot', stripLotId)?.lot ?? stripLotId;
  const sources = shownSources(test.sources, ctx);
  return { testedAt, by: nameOf(ctx, by), haemoglobinGramsPerLitre, abo, stripLot, sources };
}

function decisionView(visitId: string, { read }: QueryContext) {
  const decision = decisionOf(read, visitId);
  if (!decision) return null;
  const {
    id: decisionId,
    visitId: _visitId,
    signedBy: _signedBy,
    meaning: _meaning,
    contentHash: _hash,
    ...rest
  } = decision;
  return { decisionId, ...rest };
}

function donorOf(visit: VisitRow, { read, today }: QueryContext) {
  const donor = read.get('donor', visit.donorId);
  if (!donor) throw new Error('a visit without a donor');
  const groups = confirmedGroups(read, donor.id);
  return {
    name: donor.name,
    sex: donor.sex,
    birthDate: donor.birthDate,
    age: ageOn(donor.birthDate as CivilDate, today),
    number: donor.number,
    group: groups.length === 1 ? (groups[0] ?? null) : null,
    firstTime: givingsOf(read, donor.id, visit.id).length === 0,
    risks: [...risksOf(read, donor.id, today, visit.id)],
    lookAlikes: undecidedPairs(read, donor.id).length,
    deferred: activeDeferrals(read, donor.id, today, visit.programme).length > 0,
    documentKind: donor.documentKind,
  };
}

function usableStrips({ read, today }: QueryContext) {
  return read
    .all('lot')
    .filter((lot) => lot.kind === 'strip' && lotProblem(lot, today) === undefined)
    .map(({ id: lotId, name, lot, expires }) => ({ lotId, name, lot, expires }));
}

function carersOf({ read }: QueryContext) {
  return read
    .all('staff')
    .filter((staff) => staff.active)
    .filter((staff) => staff.roles.some((role) => role === 'nurse' || role === 'volunteer'))
    .map(({ id: staffId, name }) => ({ staffId, name }));
}

import type { EntryOf } from '../../contract/events.ts';
import type { Evolve, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import { type Change, put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import { settled, stated } from './facts.ts';
import type {
  AnswerChange,
  VisitAnswer,
  VisitFact,
  VisitReadingRow,
  VisitRow,
  VisitsRows,
} from './model.ts';

type Changes = readonly Change<VisitsRows>[];
type Placed = Pick<Entry, 'at' | 'station' | 'seq'>;

/** Transitions of visits; the chair's events move the visit on. */
export const evolveVisits: Evolve<VisitsRows> = {
  'visits.checkedIn': (read, { body, at, localDate }) =>
    read.get('visit', body.visitId)
      ? []
      : [put<VisitsRows, 'visit'>('visit', fresh(body, at, localDate))],
  'visits.doorChecked': (read, entry) =>
    tell(read, entry, entry.body.visitId, 'door', {
      doorTemperatureTenthsC: entry.body.temperatureTenthsC,
      symptoms: entry.body.symptoms,
      doorSources: entry.body.sources ?? {},
    }),
  'visits.carerAssigned': (read, entry) =>
    tell(read, entry, entry.body.visitId, 'carer', { carerId: entry.body.staffId }),
  'visits.consentSigned': (read, entry) =>
    tell(read, entry, entry.body.visitId, 'consent', {
      consentTextId: entry.body.textId,
      consentVersion: entry.body.version,
      consentHash: entry.body.textHash,
      consentSignature: entry.body.signature,
      consentAt: entry.at,
    }),
  'visits.questionnaireAnswered': (read, entry) =>
    change(read, entry.body.visitId, (visit) =>
      stated(visit, 'answers', entry, {
        questionnaireId: entry.body.questionnaireId,
        questionnaireVersion: entry.body.version,
        questionnaireHash: entry.body.textHash ?? null,
        answers: withLaterChanges(
          visit,
          [...entry.body.answers, ...(entry.body.withdrawn ?? [])],
          stampOf(entry),
        ),
        answersAt: entry.at,
        answersMode: entry.body.mode ?? null,
        translator: entry.body.translator ?? null,
      }),
    ),
  'visits.paperEntered': (read, entry) => change(read, entry.body.visitId, withPaper(entry)),
  'visits.answerChanged': (read, entry) => {
    const { question, from, to, detail, afterRefusal, follows = [] } = entry.body;
    const first = { question, from, to, at: entry.at, afterRefusal };
    return change(read, entry.body.visitId, (visit) => {
      const next = follows.reduce(
        (before, each) => withOneChange(before, entry, each),
        withOneChange(visit, entry, { question, answer: to, detail }),
      );
      const again = follows.flatMap(({ question: which, was, answer }) =>
        was === null || was === answer
          ? []
          : [{ question: which, from: was, to: answer, at: entry.at, afterRefusal: false }],
      );
      return { ...next, changes: inOrder([...visit.changes, first, ...again]) };
    });
  },
  'visits.questionnaireReviewed': (read, entry) =>
    tell(read, entry, entry.body.visitId, 'review', {
      reviewedBy: entry.actor,
      reviewedAt: entry.at,
      cleared: entry.body.cleared ?? [],
    }),
  'donors.registerQueried': (read, entry) =>
    entry.body.visitId === null ? [] : tell(read, entry, entry.body.visitId, 'register'),
  'visits.assessmentConfirmed': (read, entry) =>
    tell(read, entry, entry.body.visitId, 'assessment', { assessmentId: entry.body.assessmentId }),
  'visits.vitalsMeasured': (read, { body, at, actor }) => {
    const { readingId, sources = {}, ...figures } = body;
    const reading: VisitReadingRow = {
      ...figures,
      id: readingId,
      measuredAt: at,
      by: actor,
      sources,
    };
    return [
      put<VisitsRows, 'visitReading'>('visitReading', reading),
      ...change(read, body.visitId, (visit) => visit, [reading]),
    ];
  },
  'visits.bloodTested': (read, entry) => {
    const { testId, sources = {}, ...figures } = entry.body;
    return [
      put<VisitsRows, 'visitBloodTest'>('visitBloodTest', {
        ...figures,
        id: testId,
        testedAt: entry.at,
        by: entry.actor,
        sources,
      }),
      ...tell(read, entry, entry.body.visitId, 'bloodTest'),
    ];
  },
  'visits.decided': (read, entry) => {
    const { decisionId, ...decision } = entry.body;
    const { verdict } = decision;
    return [
      put<VisitsRows, 'visitDecision'>('visitDecision', {
        ...decision,
        id: decisionId,
        signedBy: entry.actor,
        decidedAt: entry.at,
        localDate: entry.localDate,
      }),
      ...tell(
        read,
        entry,
        decision.visitId,
        verdict === 'eligible' ? 'eligible' : `refused ${verdict}`,
      ),
    ];
  },
  'visits.cancelled': (read, entry) =>
    tell(read, entry, entry.body.visitId, `cancelled ${entry.body.code}`),
  'visits.closed': (read, entry) =>
    tell(read, entry, entry.body.visitId, `closed ${entry.body.code}`),
  'collection.numberAssigned': (read, entry) =>
    tell(read, entry, entry.body.visitId, `number ${entry.body.din}`),
  'collection.numberVoided': (read, entry) =>
    entry.body.visitId === null
      ? []
      : tell(read, entry, entry.body.visitId, `void ${entry.body.din}`),
  'collection.started': (read, entry) => tell(read, entry, entry.body.visitId, 'started'),
  'collection.restStarted': (read, entry) => {
    const { din } = entry.body;
    const visitId = read.get('donation', din)?.visitId ?? visitOfNumber(read, din);
    return visitId === undefined ? [] : tell(read, entry, visitId, 'rest');
  },
  'collection.donorLeft': (read, entry) =>
    tell(read, entry, entry.body.visitId, `left ${entry.body.code}`),
};

function visitOfNumber(read: StateReader, din: string): string | undefined {
  return read.by('visit', 'din', din)[0]?.id;
}

/** Whether the whole questionnaire was answered again after a change. */
function isOverridden(visit: VisitRow, stamp: string): boolean {
  return (visit.facts.answers?.last ?? '') > stamp;
}

/** Answers of a questionnaire; what was changed by itself after it stands. */
function withLaterChanges(
  visit: VisitRow,
  answers: readonly VisitAnswer[],
  stamp: string,
): readonly VisitAnswer[] {
  return visit.answers
    .filter(({ question }) => (visit.facts[`answer ${question}`]?.last ?? '') > stamp)
    .reduce(withAnswer, answers);
}

/** The visit with one answer changed by itself, unless the whole form was answered later. */
function withOneChange(visit: VisitRow, entry: Placed, changed: VisitAnswer): VisitRow {
  const { question, answer, detail } = changed;
  const answers = isOverridden(visit, stampOf(entry))
    ? visit.answers
    : withAnswer(visit.answers, { question, answer, detail });
  return stated(visit, `answer ${question}`, entry, { answers });
}

/** The first entry of each person stands; nobody's is written over. */
function withPaper(entry: EntryOf<'visits.paperEntered'>): (visit: VisitRow) => VisitRow {
  const { answers, person, translator = null } = entry.body;
  const stamp = stampOf(entry);
  const typed = { by: entry.actor, person, at: entry.at, stamp, answers, translator };
  return (visit) => {
    const hers = visit.papers.find((each) => each.person === person);
    if (hers && hers.stamp <= stamp) return visit;
    const others = visit.papers.filter((each) => each.person !== person);
    return { ...visit, papers: [...others, typed].sort((a, b) => (a.stamp < b.stamp ? -1 : 1)) };
  };
}

function withAnswer(answers: readonly VisitAnswer[], changed: VisitAnswer): readonly VisitAnswer[] {
  const others = answers.filter((each) => each.question !== changed.question);
  return [...others, changed].sort((a, b) => (a.question < b.question ? -1 : 1));
}

function inOrder(changes: readonly AnswerChange[]): readonly AnswerChange[] {
  const key = (each: AnswerChange) => `${each.at} ${each.question} ${each.from} ${each.to}`;
  return [...changes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fresh(
  body: { readonly visitId: string; readonly donorId: string; readonly programme: string },
  at: string,
  localDate: string,
): VisitRow {
  return {
    id: body.visitId,
    donorId: body.donorId,
    programme: body.programme,
    startedAt: at,
    localDate,
    step: 'door',
    stepAt: at,
    state: 'open',
    endCode: null,
    endedAt: null,
    carerId: null,
    doorTemperatureTenthsC: null,
    symptoms: [],
    doorSources: {},
    consentTextId: null,
    consentVersion: null,
    consentHash: null,
    consentSignature: null,
    consentAt: null,
    questionnaireId: null,
    questionnaireVersion: null,
    questionnaireHash: null,
    answers: [],
    answersAt: null,
    answersMode: null,
    translator: null,
    changes: [],
    papers: [],
    cleared: [],
    reviewedBy: null,
    reviewedAt: null,
    assessmentId: null,
    din: null,
    facts: {},
  };
}

/** A statement about a visit, with the fields that it sets. */
function tell(
  read: StateReader,
  entry: Placed,
  visitId: string,
  fact: VisitFact,
  fields?: Partial<VisitRow>,
): Changes {
  return change(read, visitId, (visit) => stated(visit, fact, entry, fields));
}

function change(
  read: StateReader,
  visitId: string,
  next: (visit: VisitRow) => VisitRow,
  measured: readonly VisitReadingRow[] = [],
): Changes {
  const visit = read.get('visit', visitId);
  if (!visit) return [];
  const readings = [...read.by('visitReading', 'visitId', visitId), ...measured];
  return [put<VisitsRows, 'visit'>('visit', settled(next(visit), readings))];
}

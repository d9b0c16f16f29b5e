import type { Evolve, StateReader } from '../../contract/rows.ts';
import { type Change, put } from '../../kernel/rows.ts';
import type { VisitReadingRow, VisitRow, VisitStep, VisitsRows } from './model.ts';

type Changes = readonly Change<VisitsRows>[];

/** Transitions of visits; the chair's events move the visit on. */
export const evolveVisits: Evolve<VisitsRows> = {
  'visits.checkedIn': (read, { body, at, localDate }) =>
    read.get('visit', body.visitId)
      ? []
      : [put<VisitsRows, 'visit'>('visit', fresh(body, at, localDate))],
  'visits.doorChecked': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'door', 'carer', at),
      doorTemperatureTenthsC: body.temperatureTenthsC,
      symptoms: body.symptoms,
    })),
  'visits.carerAssigned': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'carer', 'consent', at),
      carerId: body.staffId,
    })),
  'visits.consentSigned': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'consent', 'questionnaire', at),
      consentTextId: body.textId,
      consentVersion: body.version,
      consentHash: body.textHash,
      consentSignature: body.signature,
      consentAt: at,
    })),
  'visits.questionnaireAnswered': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'questionnaire', 'review', at),
      questionnaireId: body.questionnaireId,
      questionnaireVersion: body.version,
      answers: body.answers,
      answersAt: at,
    })),
  'visits.answerChanged': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...visit,
      answers: visit.answers.map((each) =>
        each.question === body.question
          ? { question: each.question, answer: body.to, detail: body.detail }
          : each,
      ),
      changes: [
        ...visit.changes,
        {
          question: body.question,
          from: body.from,
          to: body.to,
          at,
          afterRefusal: body.afterRefusal,
        },
      ],
    })),
  'visits.questionnaireReviewed': (read, { body, at, actor }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'review', 'register', at),
      reviewedBy: actor,
      reviewedAt: at,
    })),
  'donors.registerQueried': (read, { body, at }) =>
    body.visitId === null
      ? []
      : change(read, body.visitId, (visit) => advance(visit, 'register', 'vitals', at)),
  'visits.assessmentConfirmed': (read, { body }) =>
    change(read, body.visitId, (visit) => ({ ...visit, assessmentId: body.assessmentId })),
  'visits.vitalsMeasured': (read, { body, at, actor }) => {
    const { readingId, ...figures } = body;
    const reading: VisitReadingRow = { ...figures, id: readingId, measuredAt: at, by: actor };
    const all = [...read.by('visitReading', 'visitId', body.visitId), reading];
    return [
      put<VisitsRows, 'visitReading'>('visitReading', reading),
      ...(vitalsComplete(all)
        ? change(read, body.visitId, (visit) => advance(visit, 'vitals', 'bloodTest', at))
        : []),
    ];
  },
  'visits.bloodTested': (read, { body, at, actor }) => {
    const { testId, ...figures } = body;
    return [
      put<VisitsRows, 'visitBloodTest'>('visitBloodTest', {
        ...figures,
        id: testId,
        testedAt: at,
        by: actor,
      }),
      ...change(read, body.visitId, (visit) => advance(visit, 'bloodTest', 'decision', at)),
    ];
  },
  'visits.decided': (read, { body, at, actor, localDate }) => {
    const { decisionId, ...decision } = body;
    return [
      put<VisitsRows, 'visitDecision'>('visitDecision', {
        ...decision,
        id: decisionId,
        signedBy: actor,
        decidedAt: at,
        localDate,
      }),
      ...change(read, body.visitId, (visit) =>
        body.verdict === 'eligible'
          ? { ...visit, step: 'number', stepAt: at }
          : { ...visit, step: 'done', stepAt: at, state: 'refused', endCode: body.verdict },
      ),
    ];
  },
  'visits.cancelled': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...visit,
      state: 'cancelled',
      endCode: body.code,
      endedAt: at,
    })),
  'visits.closed': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...visit,
      state: visit.state === 'open' ? 'closed' : visit.state,
      endCode: visit.endCode ?? body.code,
      endedAt: visit.endedAt ?? at,
    })),
  'collection.numberAssigned': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...advance(visit, 'number', 'chair', at),
      din: body.din,
    })),
  'collection.numberVoided': (read, { body, at }) =>
    body.visitId === null
      ? []
      : change(read, body.visitId, (visit) =>
          visit.din === body.din ? { ...advance(visit, 'chair', 'number', at), din: null } : visit,
        ),
  'collection.started': (read, { body, at }) =>
    change(read, body.visitId, (visit) => advance(visit, 'chair', 'run', at)),
  'collection.restStarted': (read, { body, at }) => {
    const visitId = read.get('donation', body.din)?.visitId ?? visitOfNumber(read, body.din);
    return visitId === undefined
      ? []
      : change(read, visitId, (visit) => advance(visit, 'run', 'rest', at));
  },
  'collection.donorLeft': (read, { body, at }) =>
    change(read, body.visitId, (visit) => ({
      ...visit,
      step: 'done',
      stepAt: at,
      state: 'closed',
      endCode: body.code,
      endedAt: at,
    })),
};

function visitOfNumber(read: StateReader, din: string): string | undefined {
  return read.by('visit', 'din', din)[0]?.id;
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
    consentTextId: null,
    consentVersion: null,
    consentHash: null,
    consentSignature: null,
    consentAt: null,
    questionnaireId: null,
    questionnaireVersion: null,
    answers: [],
    answersAt: null,
    changes: [],
    reviewedBy: null,
    reviewedAt: null,
    assessmentId: null,
    din: null,
  };
}

function change(read: StateReader, visitId: string, next: (visit: VisitRow) => VisitRow): Changes {
  const visit = read.get('visit', visitId);
  if (!visit) return [];
  const after = next(visit);
  return after === visit ? [] : [put<VisitsRows, 'visit'>('visit', after)];
}

/** Moves on only from the step that was waited for; repeats leave the step where it is. */
function advance(visit: VisitRow, from: VisitStep, to: VisitStep, at: string): VisitRow {
  return visit.step === from ? { ...visit, step: to, stepAt: at } : visit;
}

const NEEDED = [
  'weightGrams',
  'systolic',
  'diastolic',
  'pulse',
  'pulseRegular',
  'leftArmOk',
  'rightArmOk',
] as const;

/** Every figure was taken at least once at this visit. */
export function vitalsComplete(readings: readonly VisitReadingRow[]): boolean {
  return NEEDED.every((field) => readings.some((reading) => reading[field] !== null));
}

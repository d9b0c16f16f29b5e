import type { StateReader } from '../../contract/rows.ts';
import { personRecords } from '../donors/facts.ts';
import { givingsOf } from '../donors/history.ts';
import { packFor } from '../rulesets/facts.ts';
import type { Questionnaire } from '../rulesets/model.ts';
import {
  askedQuestions,
  type Contradiction,
  contradictionsIn,
  countedAnswers,
  type KnownOfPerson,
  questionsFor,
} from '../rulesets/questionnaire.ts';
import type { VisitAnswer, VisitRow } from './model.ts';

/**
 * The questionnaire of a visit: the version that was answered, as it was first adopted; before that the
 * one in force on the day.
 */
export function formOf(
  read: StateReader,
  visit: VisitRow,
  today: string,
): Questionnaire | undefined {
  const { questionnaireId, questionnaireVersion, programme } = visit;
  if (questionnaireId === null) return formInForce(read, programme, today);
  const [first] = read
    .all('rulePack')
    .filter(({ content: { questionnaire: form } }) => {
      return form?.id === questionnaireId && form.version === questionnaireVersion;
    })
    .toSorted((a, b) => (`${a.adoptedAt} ${a.id}` < `${b.adoptedAt} ${b.id}` ? -1 : 1));
  return first?.content.questionnaire ?? undefined;
}

/** The questionnaire of a programme in force on a day. */
export function formInForce(
  read: StateReader,
  programme: string,
  today: string,
): Questionnaire | undefined {
  return packFor(read, programme, today)?.content.questionnaire ?? undefined;
}

type Question = Questionnaire['questions'][number];

/** The questions of a form that concern this donor. */
export function hersOf(
  read: StateReader,
  visit: Pick<VisitRow, 'donorId'>,
  form: Questionnaire | undefined,
): readonly Question[] {
  return questionsFor(form?.questions ?? [], read.get('donor', visit.donorId)?.sex);
}

/** What of a visit's answers counts: those to questions that are asked, and the questions that are not. */
export function countedOf(
  read: StateReader,
  visit: VisitRow,
  form: Questionnaire | undefined,
): { readonly counted: readonly VisitAnswer[]; readonly notAsked: readonly string[] } {
  const hers = hersOf(read, visit, form);
  const asked = new Set(askedQuestions(hers, visit.answers).map(({ id }) => id));
  return {
    counted: countedAnswers(hers, visit.answers),
    notAsked: (form?.questions ?? []).map(({ id }) => id).filter((each) => !asked.has(each)),
  };
}

/** The contradictions of a visit's answers with each other, with earlier visits and with the file. */
export function contradictionsOf(
  read: StateReader,
  visit: VisitRow,
  form: Questionnaire | undefined,
): readonly Contradiction[] {
  return form
    ? contradictionsIn(form, countedOf(read, visit, form).counted, knownOf(read, visit))
    : [];
}

/** Contradictions without a nurse's word. */
export function openContradictions(
  read: StateReader,
  visit: VisitRow,
  form: Questionnaire | undefined,
): readonly Contradiction[] {
  const cleared = new Set(visit.cleared.map((each) => each.contradiction));
  return contradictionsOf(read, visit, form).filter(({ id }) => !cleared.has(id));
}

function knownOf(read: StateReader, visit: VisitRow): KnownOfPerson {
  const givings = givingsOf(read, visit.donorId, visit.id);
  const earlier = personRecords(read, visit.donorId)
    .flatMap((record) => read.by('visit', 'donorId', record.id))
    .filter((each) => each.id !== visit.id && each.startedAt <= visit.startedAt)
    .flatMap((each) => countedOf(read, each, formOf(read, each, each.localDate)).counted);
  return {
    sex: read.get('donor', visit.donorId)?.sex,
    earlier,
    records: [
      ...(givings.length > 0 ? (['donated'] as const) : []),
      ...(givings.some((giving) => giving.hadReaction) ? (['reacted'] as const) : []),
    ],
  };
}

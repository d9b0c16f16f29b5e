import type { Bilingual, Questionnaire } from './model.ts';

/** An answer as far as the asking of other questions depends on it. */
export interface Answered {
  readonly question: string;
  readonly answer: 'yes' | 'no';
}

/** A question as far as it says when it is asked. */
export interface Branched {
  readonly id: string;
  readonly shownIf?: readonly Answered[] | undefined;
}

/** The questions that concern a donor of this sex; while the sex is not known, those of both. */
export function questionsFor<Q extends { readonly sex?: 'male' | 'female' | undefined }>(
  questions: readonly Q[],
  sex: 'male' | 'female' | undefined,
): readonly Q[] {
  return questions.filter((each) => each.sex === undefined || each.sex === (sex ?? each.sex));
}

/**
 * The questions that are asked after these answers, in the order of the form: those without a condition
 * and those whose every condition was answered so. An answer to a question that is not asked itself
 * meets no condition, so the order of answering changes nothing.
 */
export function askedQuestions<Q extends Branched>(
  questions: readonly Q[],
  answers: readonly Answered[],
): readonly Q[] {
  const given = new Map(answers.map(({ question, answer }) => [question, answer]));
  const asked = new Set<string>();
  return questions.filter(({ id, shownIf = [] }) => {
    const isAsked = shownIf.every(
      ({ question, answer }) => asked.has(question) && given.get(question) === answer,
    );
    if (isAsked) asked.add(id);
    return isAsked;
  });
}

/** The answers that count: those to questions that are asked. The others are void and on file. */
export function countedAnswers<A extends Answered>(
  questions: readonly Branched[],
  answers: readonly A[],
): readonly A[] {
  const asked = new Set(askedQuestions(questions, answers).map(({ id }) => id));
  return answers.filter(({ question }) => asked.has(question));
}

/** Questions to be answered beside what stands, in the order of the form; `more` may lead to further ones. */
export function openedQuestions<Q extends Branched>(
  questions: readonly Q[],
  stands: readonly Answered[],
  more: readonly Answered[],
): readonly Q[] {
  const known = new Set(stands.map(({ question }) => question));
  return askedQuestions(questions, [...stands, ...more]).filter(({ id }) => !known.has(id));
}

/** What a file knows of a person that her answers can be held against. */
export interface KnownOfPerson {
  readonly sex: 'male' | 'female' | undefined;
  /** Answers that counted at earlier visits. */
  readonly earlier: readonly Answered[];
  /** A donation on file, or a reaction at one. */
  readonly records: readonly ('donated' | 'reacted')[];
}

/** Statements that cannot all be true, as a questionnaire names them. */
export type Contradiction = NonNullable<Questionnaire['contradictions']>[number];

/** The contradictions in which a donor's counted answers stand with each other and with the file. */
export function contradictionsIn(
  form: Questionnaire,
  counted: readonly Answered[],
  known: KnownOfPerson,
): readonly Contradiction[] {
  const said = (all: readonly Answered[], one: Answered) =>
    all.some(({ question, answer }) => question === one.question && answer === one.answer);
  return (form.contradictions ?? []).filter(
    ({ answers, earlier, record, sex }) =>
      answers.every((one) => said(counted, one)) &&
      (earlier === undefined || said(known.earlier, earlier)) &&
      (record === undefined || known.records.includes(record)) &&
      (sex === undefined || known.sex === sex),
  );
}

/**
 * What is wrong with a form's branches: a condition on a question that does not stand before it, or a
 * contradiction about one that the form does not have, or of one statement alone. Undefined for none.
 */
export function formProblem(form: Questionnaire): string | undefined {
  const before = new Set<string>();
  for (const { id, shownIf = [] } of form.questions) {
    const unknown = shownIf.find(({ question }) => !before.has(question));
    if (unknown) return `${id} is shown by ${unknown.question}, which is not asked before it`;
    before.add(id);
  }
  for (const { id, answers, earlier, record, sex } of form.contradictions ?? []) {
    if ([...answers, ...(earlier ? [earlier] : [])].some((one) => !before.has(one.question)))
      return `${id} is about a question that the form does not have`;
    const statements = [earlier, record, sex].filter((one) => one !== undefined);
    if (answers.length + statements.length < 2) return `${id} contradicts nothing`;
  }
  return undefined;
}

/** What a screen shows of a question. */
export interface ShownQuestion extends Branched {
  readonly text: Bilingual;
  /** Asked for with this answer. */
  readonly detail: { readonly when: 'yes' | 'no'; readonly label: Bilingual } | null;
}

/** The questions of a form for a donor of this sex, without what the staff make of the answers. */
export function shownQuestions(
  form: Questionnaire,
  sex: 'male' | 'female' | undefined,
): ShownQuestion[] {
  return questionsFor(form.questions, sex).map(({ id, text, shownIf, flagged, detail }) => ({
    id,
    text,
    ...(shownIf && { shownIf }),
    detail: detail && flagged && { when: flagged, label: detail },
  }));
}

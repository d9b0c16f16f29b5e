import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { accepted, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { personRecords } from '../../donors/facts.ts';
import { GENERAL_PROGRAMME, packFor } from '../../rulesets/facts.ts';
import type { Questionnaire } from '../../rulesets/model.ts';
import { numberParam } from '../../rulesets/params.ts';
import { askedQuestions, type Branched } from '../../rulesets/questionnaire.ts';
import { formInForce, hersOf } from '../form.ts';
import type { VisitAnswer, VisitRow } from '../model.ts';
import { newest } from '../subject.ts';
import { type Outcome, withVisit } from './common.ts';

/** The form that was before whoever answered. */
export interface FormAnswered {
  readonly visitId: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly answers: VisitAnswer[];
  readonly translator?: string | undefined;
}

interface AnswersInput extends FormAnswered {
  readonly mode: 'kiosk' | 'read';
  /** Answers whose question was hidden again by a later change: kept, and void. */
  readonly withdrawn: VisitAnswer[];
}

/**
 * The donor's own answers: the questionnaire in force, every question that her answers lead to once,
 * none by default. An answer that was flagged at a refusal of the last days and is not flagged now is
 * noted as changed. `hashOf` binds the answers to the exact text.
 */
export function answerQuestionnaire(
  { withdrawn, ...input }: AnswersInput,
  ctx: DecideContext,
  hashOf: (value: unknown) => string,
): Outcome {
  return withVisit(ctx, input.visitId, 'questionnaire', (visit) => {
    const form = formInForce(ctx.read, visit.programme, ctx.today);
    const problem = formProblemOf(form, visit, input) ?? answersProblem(ctx, visit, form, input);
    if (problem || !form) return refused(problem ?? reason('visits.questionnaireOld'));
    const asked = new Set(input.answers.map(({ question }) => question));
    const isKnown = ({ question }: VisitAnswer) =>
      !asked.has(question) && form.questions.some(({ id }) => id === question);
    if (!withdrawn.every(isKnown)) return refused(reason('visits.answersExtra'));
    const kept = withdrawn.length === 0 ? {} : { withdrawn };
    return accepted(answeredEvents(ctx, visit, form, { ...input, ...kept }, hashOf), {});
  });
}

/** What keeps a form from being answered: no pack in force, or another text than the one in force. */
export function formProblemOf(
  form: Questionnaire | undefined,
  visit: VisitRow,
  input: Pick<FormAnswered, 'questionnaireId' | 'version'>,
): Reason | undefined {
  if (!form) return reason('visits.noPack', { programme: visit.programme });
  return form.id === input.questionnaireId && form.version === input.version
    ? undefined
    : reason('visits.questionnaireOld');
}

/** What is wrong with answers to a form: each question that is asked of this donor once, and no other. */
export function answersProblem(
  ctx: DecideContext,
  visit: VisitRow,
  form: Questionnaire | undefined,
  { answers }: Pick<FormAnswered, 'answers'>,
): Reason | undefined {
  return completeProblem(hersOf(ctx.read, visit, form), answers);
}

function completeProblem(
  questions: readonly Branched[],
  answers: readonly VisitAnswer[],
): Reason | undefined {
  const asked = askedQuestions(questions, answers).map(({ id }) => id);
  const given = answers.map(({ question }) => question);
  const missing = asked.filter((question) => !given.includes(question));
  if (missing.length > 0) return reason('visits.answersMissing', { questions: missing.join(' ') });
  const isExtra = given.length !== asked.length || new Set(given).size !== given.length;
  return isExtra ? reason('visits.answersExtra') : undefined;
}

/** The answers as they are journaled, with what changed since a refusal of the last days. */
export function answeredEvents(
  ctx: DecideContext,
  visit: VisitRow,
  form: Questionnaire,
  {
    translator,
    ...input
  }: Omit<AnswersInput, 'mode' | 'withdrawn'> & {
    readonly mode: 'kiosk' | 'read' | 'paper';
    readonly withdrawn?: VisitAnswer[];
    readonly settled?: { question: string; take: 'first' | 'second' }[];
  },
  hashOf: (value: unknown) => string,
): NewEvent[] {
  const named = translator === undefined ? {} : { translator };
  const body = { ...input, ...named, textHash: hashOf(form) };
  return [
    event('visits.questionnaireAnswered', body),
    ...changedSinceRefusal(ctx, visit, form, input.answers),
  ];
}

function changedSinceRefusal(
  ctx: DecideContext,
  visit: VisitRow,
  form: Questionnaire,
  answers: readonly VisitAnswer[],
): readonly NewEvent[] {
  const before = refusedBefore(ctx, visit)?.answers ?? [];
  return answers.flatMap(({ question, answer, detail }) => {
    const was = before.find((each) => each.question === question)?.answer;
    const flagged = form.questions.find((each) => each.id === question)?.flagged;
    if (was === undefined || was !== flagged || was === answer) return [];
    const body = { visitId: visit.id, question, from: was, to: answer, detail, afterRefusal: true };
    return [event('visits.answerChanged', body)];
  });
}

/** The person's newest refused visit inside the days that rule SITE-ANSWER looks back. */
function refusedBefore(ctx: DecideContext, visit: VisitRow): VisitRow | undefined {
  const general = packFor(ctx.read, GENERAL_PROGRAMME, ctx.today)?.content;
  const days = numberParam(general, 'SITE-ANSWER', 'afterRefusalDays') ?? 0;
  const from = addDays(ctx.today, -days);
  const refusals = personRecords(ctx.read, visit.donorId)
    .flatMap((record) => ctx.read.by('visit', 'donorId', record.id))
    .filter((each) => each.state === 'refused' && each.localDate >= from);
  return newest(refusals, (each) => each.startedAt);
}

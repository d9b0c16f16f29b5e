import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import { personRecords } from '../../donors/facts.ts';
import { GENERAL_PROGRAMME, packFor } from '../../rulesets/facts.ts';
import type { Questionnaire } from '../../rulesets/model.ts';
import { numberParam } from '../../rulesets/params.ts';
import type { VisitAnswer, VisitRow } from '../model.ts';
import { newest } from '../subject.ts';
import { type Outcome, withVisit } from './common.ts';

interface AnswersInput {
  readonly visitId: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly answers: VisitAnswer[];
  readonly mode?: 'kiosk' | 'read' | 'paper';
  readonly translator?: string | undefined;
}

/**
 * The donor's own answers: the questionnaire in force, every question once, none by default. An answer
 * that was flagged at a refusal of the last days and is not flagged now is noted as changed. What one
 * person typed from a paper a second compares with it.
 */
export function answerQuestionnaire(input: AnswersInput, ctx: DecideContext): Outcome {
  return withVisit(ctx, input.visitId, 'questionnaire', (visit) => {
    const form = questionnaireOf(ctx, visit);
    if (!form) return refused(reason('visits.noPack', { programme: visit.programme }));
    if (form.id !== input.questionnaireId || form.version !== input.version)
      return refused(reason('visits.questionnaireOld'));
    if (input.mode === 'paper' && !ctx.second) return refused(reason('visits.paperNeedsSecond'));
    const asked = form.questions.map((question) => question.id);
    const given = input.answers.map((answer) => answer.question);
    const missing = asked.filter((question) => !given.includes(question));
    if (missing.length > 0)
      return refused(reason('visits.answersMissing', { questions: missing.join(' ') }));
    if (given.length !== asked.length || new Set(given).size !== given.length)
      return refused(reason('visits.answersExtra'));
    return accepted(
      [
        event('visits.questionnaireAnswered', plain(input)),
        ...changedSinceRefusal(ctx, visit, form, input.answers),
      ],
      {},
    );
  });
}

/** Without fields that were left out: the journal holds what was said. */
function plain({ translator, ...input }: AnswersInput): AnswersInput {
  return translator === undefined ? input : { ...input, translator };
}

function questionnaireOf(ctx: DecideContext, visit: VisitRow): Questionnaire | undefined {
  return packFor(ctx.read, visit.programme, ctx.today)?.content.questionnaire ?? undefined;
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

/** Changes one answer; the first stays on file, and one that was flagged goes to the physician. */
export function changeAnswer(
  input: {
    readonly visitId: string;
    readonly question: string;
    readonly answer: 'yes' | 'no';
    readonly detail: string;
    readonly why: string;
  },
  ctx: DecideContext,
): Outcome {
  return withVisit(
    ctx,
    input.visitId,
    'review',
    (visit) => {
      const { visitId, question, answer: to, detail, why } = input;
      const from = visit.answers.find((each) => each.question === question)?.answer;
      if (from === undefined) return refused(reason('visits.questionUnknown', { question }));
      if (from === to) return refused(reason('visits.answerSame', { question }));
      const flagged = questionnaireOf(ctx, visit)?.questions.find((each) => each.id === question);
      const afterRefusal = flagged?.flagged === from;
      const body = { visitId, question, from, to, detail, afterRefusal };
      return accepted([event('visits.answerChanged', body, { reason: why })], {});
    },
    'decision',
  );
}

/** A nurse reviewed the answers in private and asked about every flagged or changed one. */
export function reviewQuestionnaire(
  input: { readonly visitId: string; readonly asked: string[] },
  ctx: DecideContext,
): Outcome {
  return withVisit(ctx, input.visitId, 'review', (visit) => {
    const toAsk = questionsToAsk(visit, questionnaireOf(ctx, visit));
    const left = toAsk.filter((question) => !input.asked.includes(question));
    if (left.length > 0)
      return refused(reason('visits.flaggedNotAsked', { questions: left.join(' ') }));
    return accepted([event('visits.questionnaireReviewed', input)], {});
  });
}

/** Questions that the nurse must ask about: flagged answers and changed ones. */
export function questionsToAsk(
  visit: Pick<VisitRow, 'answers' | 'changes'>,
  form: Questionnaire | undefined,
): readonly string[] {
  const flagged = visit.answers
    .filter(
      ({ question, answer }) =>
        form?.questions.find((each) => each.id === question)?.flagged === answer,
    )
    .map((each) => each.question);
  return [...new Set([...flagged, ...visit.changes.map((each) => each.question)])].sort();
}

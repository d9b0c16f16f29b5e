import type { DecideContext } from '../../../contract/context.ts';
import { event } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import type { Questionnaire } from '../../rulesets/model.ts';
import { openedQuestions } from '../../rulesets/questionnaire.ts';
import { contradictionsOf, countedOf, formOf, hersOf } from '../form.ts';
import type { ClearedContradiction, VisitAnswer, VisitRow } from '../model.ts';
import { type Outcome, withVisit } from './common.ts';

interface ChangeInput {
  readonly visitId: string;
  readonly question: string;
  readonly answer: 'yes' | 'no';
  readonly detail: string;
  readonly why: string;
  /** Answers to the questions that the changed answer leads to. */
  readonly follows: readonly VisitAnswer[];
}

/**
 * Changes one answer; the first stays on file, and one that was flagged goes to the physician. Questions
 * that the answer hides are void from then on; those that it opens are answered in the same act, also
 * where an older, void answer is on file.
 */
export function changeAnswer(input: ChangeInput, ctx: DecideContext): Outcome {
  return withVisit(
    ctx,
    input.visitId,
    'review',
    (visit) => {
      const { visitId, question, answer: to, detail, why } = input;
      const form = formOf(ctx.read, visit, ctx.today);
      const { counted } = countedOf(ctx.read, visit, form);
      const from = counted.find((each) => each.question === question)?.answer;
      if (from === undefined) return refused(reason('visits.questionUnknown', { question }));
      if (from === to) return refused(reason('visits.answerSame', { question }));
      const hers = hersOf(ctx.read, visit, form);
      const others = counted.filter((each) => each.question !== question);
      const stands = [...others, { question, answer: to }];
      const opened = openedQuestions(hers, stands, input.follows).map(({ id }) => id);
      const left = opened.filter((id) => !input.follows.some((each) => each.question === id));
      if (left.length > 0)
        return refused(reason('visits.answersMissing', { questions: left.join(' ') }));
      if (opened.length !== input.follows.length) return refused(reason('visits.answersExtra'));
      const flagged = form?.questions.find((each) => each.id === question)?.flagged;
      const body = { visitId, question, from, to, detail, afterRefusal: flagged === from };
      const follows = input.follows.map((each) => ({ ...each, was: wasAnswered(visit, each) }));
      const more = follows.length === 0 ? {} : { follows };
      return accepted([event('visits.answerChanged', { ...body, ...more }, { reason: why })], {});
    },
    'decision',
  );
}

function wasAnswered(visit: VisitRow, { question }: VisitAnswer): 'yes' | 'no' | null {
  return visit.answers.find((each) => each.question === question)?.answer ?? null;
}

/**
 * A nurse reviewed the answers in private: asked about every flagged or changed one, and noted a word on
 * each contradiction. Until the decision she may do so again, where a later change asks for it.
 */
export function reviewQuestionnaire(
  input: {
    readonly visitId: string;
    readonly asked: string[];
    readonly cleared: ClearedContradiction[];
  },
  ctx: DecideContext,
): Outcome {
  return withVisit(
    ctx,
    input.visitId,
    'review',
    (visit) => {
      const form = formOf(ctx.read, visit, ctx.today);
      const toAsk = questionsToAsk(ctx.read, visit, form);
      const left = toAsk.filter((question) => !input.asked.includes(question));
      if (left.length > 0)
        return refused(reason('visits.flaggedNotAsked', { questions: left.join(' ') }));
      const found = contradictionsOf(ctx.read, visit, form).map(({ id }) => id);
      const cleared = [
        ...visit.cleared.filter(
          (before) => !input.cleared.some((now) => now.contradiction === before.contradiction),
        ),
        ...input.cleared,
      ].filter(({ contradiction }) => found.includes(contradiction));
      const open = found.filter((id) => !cleared.some((each) => each.contradiction === id));
      if (open.length > 0)
        return refused(reason('visits.contradictionOpen', { contradictions: open.join(' ') }));
      const { visitId, asked } = input;
      const words = cleared.length === 0 ? {} : { cleared };
      return accepted([event('visits.questionnaireReviewed', { visitId, asked, ...words })], {});
    },
    'decision',
  );
}

/** Questions that the nurse must ask about: flagged answers that count, and changed ones. */
export function questionsToAsk(
  read: StateReader,
  visit: VisitRow,
  form: Questionnaire | undefined,
): readonly string[] {
  const flagged = countedOf(read, visit, form)
    .counted.filter(
      ({ question, answer }) =>
        form?.questions.find((each) => each.id === question)?.flagged === answer,
    )
    .map((each) => each.question);
  return [...new Set([...flagged, ...visit.changes.map((each) => each.question)])].sort();
}

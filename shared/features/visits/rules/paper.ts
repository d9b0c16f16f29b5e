import type { DecideContext } from '../../../contract/context.ts';
import { event } from '../../../contract/events.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import { formInForce } from '../form.ts';
import type { PaperEntry, VisitAnswer, VisitRow } from '../model.ts';
import { type Outcome, withVisit } from './common.ts';
import {
  answeredEvents,
  answersProblem,
  type FormAnswered,
  formProblemOf,
} from './questionnaire.ts';

/** A question that two persons read differently on one paper; null where one found it not asked. */
export interface PaperDifference {
  readonly question: string;
  readonly first: VisitAnswer | null;
  readonly second: VisitAnswer | null;
}

/** Whose entry counts for one question. */
export interface PaperTake {
  readonly question: string;
  readonly take: 'first' | 'second';
}

/** Where two entries of one paper differ, in answer or in words, by question. */
export function paperDifferences(
  first: readonly VisitAnswer[],
  second: readonly VisitAnswer[],
): readonly PaperDifference[] {
  const find = (all: readonly VisitAnswer[], question: string) =>
    all.find((each) => each.question === question) ?? null;
  const same = (a: VisitAnswer | null, b: VisitAnswer | null) =>
    a?.answer === b?.answer && a?.detail.trim() === b?.detail.trim();
  return [...new Set([...first, ...second].map(({ question }) => question))]
    .sort()
    .map((question) => ({
      question,
      first: find(first, question),
      second: find(second, question),
    }))
    .filter((each) => !same(each.first, each.second));
}

/** The differences of a visit's paper once two persons typed it; undefined before. */
export function openDifferences(
  visit: Pick<VisitRow, 'papers'>,
): readonly PaperDifference[] | undefined {
  const [first, second] = visit.papers;
  return first && second && paperDifferences(first.answers, second.answers);
}

type PaperOutput = { state: 'waitsForSecond' | 'same' | 'differs' };

/**
 * Types in a paper that the donor filled in. Two persons do so, the second without seeing what the first
 * typed; where both are alike the questionnaire is answered, else the differences are to be settled
 * (`settlePaper`). Nobody types twice, so that no entry is written over.
 */
export function enterPaper(
  { translator, ...input }: FormAnswered,
  ctx: DecideContext,
  hashOf: (value: unknown) => string,
): Outcome<PaperOutput> {
  return withVisit<PaperOutput>(ctx, input.visitId, 'questionnaire', (visit) => {
    const form = formInForce(ctx.read, visit.programme, ctx.today);
    const problem = formProblemOf(form, visit, input) ?? answersProblem(ctx, visit, form, input);
    if (problem || !form) return refused(problem ?? reason('visits.questionnaireOld'));
    const { personId: person } = ctx.actor;
    const [first, second] = visit.papers;
    if (visit.papers.some((each) => each.person === person))
      return refused(reason('visits.paperOwnEntry'));
    if (second) return refused(reason('visits.paperTyped'));
    const named = translator === undefined ? {} : { translator };
    const textHash = hashOf(form);
    const typed = event('visits.paperEntered', { ...input, ...named, textHash, person });
    if (!first) return accepted([typed], { state: 'waitsForSecond' });
    if (paperDifferences(first.answers, input.answers).length > 0)
      return accepted([typed], { state: 'differs' });
    const whole = { ...input, ...translatorOf([first, { translator: translator ?? null }]) };
    const events = answeredEvents(ctx, visit, form, { ...whole, mode: 'paper' }, hashOf);
    return accepted([typed, ...events], { state: 'same' });
  });
}

function translatorOf(entries: readonly Pick<PaperEntry, 'translator'>[]) {
  const translator = entries.find((each) => each.translator !== null)?.translator;
  return translator === undefined || translator === null ? {} : { translator };
}

/**
 * Settles what two persons read differently, the paper in hand: each difference by one of the two
 * entries. Both entries stay on file.
 */
export function settlePaper(
  input: { readonly visitId: string; readonly takes: PaperTake[] },
  ctx: DecideContext,
  hashOf: (value: unknown) => string,
): Outcome {
  return withVisit(ctx, input.visitId, 'questionnaire', (visit) => {
    const form = formInForce(ctx.read, visit.programme, ctx.today);
    const differences = openDifferences(visit);
    const [first, second] = visit.papers;
    if (!form || !differences || !first || !second) return refused(reason('visits.paperNotTwice'));
    const left = differences.filter(
      ({ question }) => input.takes.filter((each) => each.question === question).length !== 1,
    );
    if (left.length > 0 || input.takes.length !== differences.length)
      return refused(
        reason('visits.paperDiffers', { questions: left.map((each) => each.question).join(' ') }),
      );
    const taken = new Map(input.takes.map(({ question, take }) => [question, take]));
    const answers = form.questions.flatMap(({ id }): VisitAnswer[] => {
      const entry = taken.get(id) === 'second' ? second : first;
      return entry.answers.filter(({ question }) => question === id);
    });
    const problem = answersProblem(ctx, visit, form, { answers });
    if (problem) return refused(problem);
    const { id: questionnaireId, version } = form;
    const whole = { visitId: visit.id, questionnaireId, version, answers };
    const more = { ...translatorOf(visit.papers), mode: 'paper' as const, settled: input.takes };
    return accepted(answeredEvents(ctx, visit, form, { ...whole, ...more }, hashOf), {});
  });
}

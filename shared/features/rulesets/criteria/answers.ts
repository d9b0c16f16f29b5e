import { localTimeOf } from '../../../kernel/civil-date.ts';
import type { ScreeningSubject } from '../subject.ts';
import { both, type Criterion, found, MISSING, num, text, UNUSABLE } from './judged.ts';

const zh = (answer: 'yes' | 'no') => (answer === 'yes' ? '“是”' : '“否”');
const en = (answer: 'yes' | 'no') => (answer === 'yes' ? '“yes”' : '“no”');

/**
 * The answer that raises no flag. An answer that was flagged first and changed later stays with the
 * physician (caution) whatever it says now; a flagged answer is not met. A question that was not asked
 * because of other answers is neither a no nor missing.
 */
export const questionClear: Criterion = (row, subject) => {
  const question = text(row, 'question');
  const flagged = question === undefined ? undefined : subject.flaggedAnswer[question];
  if (question === undefined || flagged === undefined) return UNUSABLE;
  const answer = subject.answers.find((each) => each.question === question);
  if (subject.notAsked.includes(question)) return NOT_ASKED;
  if (!answer) return MISSING;
  const changed = changesOf(subject, question);
  const input =
    changed.length === 0
      ? both(
          `${zh(answer.answer)}${detail(answer.detail)}`,
          `${en(answer.answer)}${detail(answer.detail)}`,
        )
      : both(
          `${changed.map((each) => zh(each.from)).join(' → ')} → ${timeOf(subject, changed)} ${zh(answer.answer)}`,
          `${changed.map((each) => en(each.from)).join(' → ')} → ${timeOf(subject, changed)} ${en(answer.answer)}`,
        );
  if (answer.answer === flagged) return found(false, input);
  return changed.some((each) => each.from === flagged)
    ? { verdict: 'caution', input }
    : found(true, input);
};

const NOT_ASKED = {
  verdict: 'notApplicable',
  input: both('不须问', 'not asked: does not apply'),
} as const;

const detail = (words: string) => (words.trim() === '' ? '' : `（${words.trim()}）`);

function changesOf(subject: ScreeningSubject, question: string) {
  return subject.changes.filter((each) => each.question === question);
}

function timeOf(subject: ScreeningSubject, changed: readonly { readonly at: string }[]): string {
  const last = changed.at(-1);
  return last ? localTimeOf(last.at, subject.zone) : '';
}

/** The general donor check has an adopted pack in force, so its rows were judged too (CCP-7). */
export const generalPackInForce: Criterion = (row, subject) => {
  const programme = text(row, 'programme');
  if (programme === undefined) return UNUSABLE;
  return subject.programmes.includes(programme)
    ? found(true, both('已逐条判定', 'judged row by row'))
    : { verdict: 'missing', input: both('未采用', 'not adopted') };
};

/** The target volume inside the limits; before a target is chosen there is nothing to judge. */
export const targetWithin: Criterion = (row, subject) => {
  const min = num(row, 'minMl');
  const max = num(row, 'maxMl');
  if (min === undefined || max === undefined) return UNUSABLE;
  const target = subject.targetMl;
  if (target === undefined)
    return { verdict: 'notApplicable', input: both('待定', 'not chosen yet') };
  return found(target >= min && target <= max, both(`${target} mL`, `${target} mL`));
};

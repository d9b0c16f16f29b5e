import type { RuleRow } from '../model.ts';
import type { ScreeningSubject } from '../subject.ts';
import {
  type Criterion,
  type Finding,
  found,
  MISSING,
  notApplicable,
  num,
  same,
  text,
  UNUSABLE,
} from './judged.ts';

/** A typed figure: digits with at most one point; anything else is not a figure. */
const FIGURE = /^\d{1,6}(\.\d{1,6})?$/;

/**
 * One figure of the blood test by name, in whole steps of `decimals` places (0.36 is 36 of two): at
 * least `min`, below `max` where the row names one. Outside `lowest`–`highest` it is a typing error.
 */
export const bloodFigure: Criterion = (row, subject) => {
  const min = num(row, 'min');
  return min === undefined ? UNUSABLE : judged(row, subject, min);
};

/** The same with a lower limit for each sex (copper sulphate density). */
export const bloodFigureBySex: Criterion = (row, subject) => {
  const male = num(row, 'male');
  const female = num(row, 'female');
  if (male === undefined || female === undefined) return UNUSABLE;
  if (subject.sex === undefined) return MISSING;
  return judged(row, subject, subject.sex === 'male' ? male : female);
};

function judged(row: RuleRow, subject: ScreeningSubject, min: number): Finding {
  const test = text(row, 'test');
  const decimals = num(row, 'decimals');
  const [lowest, highest] = [num(row, 'lowest'), num(row, 'highest')];
  if (test === undefined || decimals === undefined) return UNUSABLE;
  if (lowest === undefined || highest === undefined) return UNUSABLE;
  const others = subject.bloodTest?.others ?? {};
  const typed = Object.hasOwn(others, test) ? others[test] : undefined;
  if (typed === undefined)
    return row.params['optional'] === true ? notApplicable('未用此法', 'method not used') : MISSING;
  const words = same([typed, text(row, 'unit') ?? ''].join(' ').trim());
  if (!FIGURE.test(typed)) return found(false, words);
  // Below a whole step the figure counts as the lower one: 0.359 is not 0.36.
  const value = Math.floor(Number(typed) * 10 ** decimals + 1e-6);
  const max = num(row, 'max');
  const below =
    max === undefined || (row.params['maxExclusive'] === true ? value < max : value <= max);
  return found(value >= lowest && value <= highest && value >= min && below, words);
}

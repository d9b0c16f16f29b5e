import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Json } from '../../../kernel/json.ts';
import type { Bilingual, RuleRow, RuleVerdict } from '../model.ts';
import type { ScreeningSubject } from '../subject.ts';

/** What an evaluator says about one rule. */
export interface Finding {
  readonly verdict: RuleVerdict['verdict'];
  readonly input: Bilingual;
  readonly replaced?: readonly Bilingual[];
  /** First day on which the rule would be met by time alone. */
  readonly retryOn?: CivilDate;
  /** True where only an answer at the visit is missing: before it, nothing stands against her. */
  readonly visitTells?: boolean;
  /** True where this breach may never be overridden although the row allows it in general. */
  readonly hard?: boolean;
}

/** Judges one rule row over the facts. Total: never throws; missing or impossible is not met. */
export type Criterion = (row: RuleRow, subject: ScreeningSubject) => Finding;

export const MISSING: Finding = { verdict: 'missing', input: { zh: '未记录', en: 'not recorded' } };

/** A text in both languages. */
export function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** The same text in both languages: figures and units. */
export function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** A finding from a plain yes or no. */
export function found(
  met: boolean,
  input: Bilingual,
  more: Omit<Finding, 'verdict' | 'input'> = {},
): Finding {
  return { verdict: met ? 'met' : 'notMet', input, ...more };
}

/** Not a question for this person or this donation. */
export function notApplicable(zh: string, en: string): Finding {
  return { verdict: 'notApplicable', input: { zh, en } };
}

/** A finite number parameter, or undefined: the rule is then not met. */
export function num(row: RuleRow, name: string): number | undefined {
  const value: Json | undefined = row.params[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text parameter, or undefined. */
export function text(row: RuleRow, name: string): string | undefined {
  const value = row.params[name];
  return typeof value === 'string' ? value : undefined;
}

/** A list of texts; empty where the parameter is absent or of another shape. */
export function texts(row: RuleRow, name: string): readonly string[] {
  const value = row.params[name];
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

/** The rule row itself is unusable: never satisfied. */
export const UNUSABLE: Finding = {
  verdict: 'missing',
  input: { zh: '规则参数缺失', en: 'rule parameter missing' },
};

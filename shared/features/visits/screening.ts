import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { packsFor } from '../rulesets/facts.ts';
import type { Bilingual, RulePackRow } from '../rulesets/model.ts';
import { type JudgedRule, judgeScreening, passes } from '../rulesets/screening.ts';
import type { VisitRow } from './model.ts';
import { type Choice, type Moment, subjectOf } from './subject.ts';

/** A visit judged by every rule of the packs in force. */
export interface JudgedVisit {
  readonly packs: readonly RulePackRow[];
  readonly rules: readonly JudgedRule[];
  /** The kind of donation that was judged; empty where no pack of the programme is in force. */
  readonly kind: string;
}

/** Judges a visit by the programme's pack and the general donor check in force on the day (INV-07). */
export function judgeVisit(
  read: StateReader,
  visit: VisitRow,
  at: Moment,
  choice: Choice = {},
): JudgedVisit {
  const packs = packsFor(read, visit.programme, at.today);
  const contents = packs.map((row) => row.content);
  const subject = subjectOf(read, visit, contents, at, choice);
  return { packs, rules: judgeScreening(contents, subject), kind: subject.donationType ?? '' };
}

/** Rules that keep the donor from an “eligible” unless a physician may and does override them. */
export function unmet(rules: readonly JudgedRule[]): readonly JudgedRule[] {
  return rules.filter((rule) => !passes(rule.verdict) && !mayWait(rule));
}

/** An outside answer may still be out at the decision; the number then waits for it. */
function mayWait(rule: JudgedRule): boolean {
  return rule.verdict.verdict === 'missing' && rule.row.params['pendingUntil'] === 'number';
}

/** First day on which time alone would satisfy every unmet rule that time can satisfy. */
export function retryDate(rules: readonly JudgedRule[]): CivilDate | undefined {
  return rules
    .flatMap((rule) => rule.retryOn ?? [])
    .sort()
    .at(-1);
}

/** The kind words for the rule that weighs most: the first unmet one of the packs. */
export function donorText(rules: readonly JudgedRule[]): Bilingual | undefined {
  const hidden = rules.find((rule) => rule.row.criterion === 'noActiveDeferral');
  return (hidden ?? rules[0])?.row.donorText;
}

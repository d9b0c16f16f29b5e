import type { RulePack, RuleVerdict } from '../rulesets/model.ts';
import { judgeRule } from '../rulesets/screening.ts';
import type { PastGiving, ScreeningSubject } from '../rulesets/subject.ts';
import type { Moment } from './subject.ts';

const HISTORY_CRITERIA: ReadonlySet<string> = new Set([
  'intervalSinceLast',
  'redCellsReturned',
  'volumePerYear',
  'countPerYear',
]);

/**
 * Interval and yearly rows of the packs over a plain history (INV-08): what the needle asks again. The
 * caller gives the donations of the whole person without the one about to start.
 */
export function judgeHistory(
  packs: readonly RulePack[],
  history: readonly PastGiving[],
  donation: { readonly donationType: string; readonly targetMl: number },
  at: Moment,
): readonly RuleVerdict[] {
  const subject: ScreeningSubject = {
    ...at,
    ...donation,
    history,
    birthDate: undefined,
    sex: undefined,
    doorTemperatureTenthsC: undefined,
    symptoms: undefined,
    readings: [],
    restMinutes: undefined,
    bloodTest: undefined,
    assessment: undefined,
    answers: [],
    changes: [],
    flaggedAnswer: {},
    activeDeferrals: [],
    register: undefined,
    groupsOnRecord: [],
    examined: [],
    programmes: packs.map((pack) => pack.programme),
  };
  return packs
    .flatMap((pack) => pack.rules)
    .filter((row) => HISTORY_CRITERIA.has(row.criterion))
    .map((row) => judgeRule(row, subject).verdict);
}

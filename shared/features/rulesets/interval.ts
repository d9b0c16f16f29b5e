import type { RulePack, RuleVerdict } from './model.ts';
import { judgeRule } from './screening.ts';
import type { ScreeningSubject } from './subject.ts';

const HISTORY_CRITERIA: ReadonlySet<string> = new Set([
  'intervalSinceLast',
  'redCellsReturned',
  'volumePerYear',
  'countPerYear',
]);

/** The rows about intervals and yearly limits alone, judged over a history (INV-08). */
export function judgeHistory(
  packs: readonly RulePack[],
  subject: ScreeningSubject,
): readonly RuleVerdict[] {
  return packs
    .flatMap((pack) => pack.rules)
    .filter((row) => HISTORY_CRITERIA.has(row.criterion))
    .map((row) => judgeRule(row, subject).verdict);
}

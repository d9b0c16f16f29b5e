import type { CivilDate } from '../../kernel/civil-date.ts';
import { texts } from './criteria/judged.ts';
import { allowedAfter } from './intervals/spacing.ts';
import type { RulePack, RuleRow } from './model.ts';
import type { PastGiving } from './subject.ts';

/**
 * First day on which every interval row of the packs allows a donation of this type after the givings;
 * undefined where no row concerns them. Overridable rows count too: this is what a donor is told.
 */
export function earliestAfter(
  packs: readonly RulePack[],
  givings: readonly PastGiving[],
  donationType: string,
): CivilDate | undefined {
  return packs
    .flatMap((pack) => pack.rules)
    .filter((row) => row.criterion === 'intervalSinceLast')
    .filter((row) => texts(row, 'to').includes(donationType))
    .flatMap((row) => allowedBy(row, givings))
    .sort()
    .at(-1);
}

function allowedBy(row: RuleRow, givings: readonly PastGiving[]): readonly CivilDate[] {
  const from = texts(row, 'from');
  return givings
    .filter((giving) => from.includes(giving.donationType))
    .flatMap(({ startedOn }) => allowedAfter(row, startedOn) ?? []);
}

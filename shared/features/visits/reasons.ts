import { texts } from '../rulesets/criteria/judged.ts';
import type { RuleRow } from '../rulesets/model.ts';
import { rowsInForce } from '../rulesets/params.ts';
import type { JudgedVisit } from './screening.ts';

/**
 * The lines of the deferral lists that a physician may choose from on a day for the kind of donation
 * that was judged: those in force that day which concern it (an antiplatelet drug defers platelets only, T19).
 */
export function listedReasons(
  judged: Pick<JudgedVisit, 'packs' | 'kind'>,
  on: string,
): readonly RuleRow[] {
  return judged.packs
    .flatMap((pack) => rowsInForce(pack.content, on))
    .filter((row) => row.criterion === 'deferralReason')
    .filter((row) => {
      const types = texts(row, 'types');
      return types.length === 0 || types.includes(judged.kind);
    });
}

import type { StateReader } from '../../contract/rows.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import type { RulePack } from './model.ts';

/**
 * Why a pack may not stand beside those ever adopted: the journal names a pack by id and revision, a
 * questionnaire and a consent text by id and version, so each name means one content for ever. `hashOf`
 * compares contents. Empty where every name is new or means the same.
 */
export function namesTaken(
  pack: RulePack,
  read: StateReader,
  hashOf: (value: unknown) => string,
): readonly Reason[] {
  const { packId, revision } = pack;
  const adopted = read.all('rulePack').map((row) => row.content);
  const isOther = (mine: unknown, theirs: unknown) => hashOf(mine) !== hashOf(theirs);
  const sameName = adopted.filter((one) => one.packId === packId && one.revision === revision);
  if (sameName.some((one) => isOther(pack, one)))
    return [reason('rulesets.revisionTaken', { pack: packId, revision })];
  return (['questionnaire', 'consent'] as const).flatMap((part) => {
    const mine = pack[part];
    const clash = adopted.find((one) => {
      const theirs = one[part];
      const isNamesake = theirs?.id === mine?.id && theirs?.version === mine?.version;
      return isNamesake && isOther(mine, theirs);
    });
    if (!mine || !clash) return [];
    return [
      reason(`rulesets.${part}Taken`, { id: mine.id, version: mine.version, pack: clash.packId }),
    ];
  });
}

import type { BodyOf } from '#shared/contract/events.ts';
import { type Random, weighted } from './random.ts';

type Group = Pick<BodyOf<'donors.groupRecorded'>, 'abo' | 'rhd'>;

/** ABO groups in a thousand people of Han nationality, rounded. */
const ABO = weighted<Group['abo']>([
  ['O', 320],
  ['A', 300],
  ['B', 290],
  ['AB', 90],
]);
/** RhD negative, in a million. */
const NEGATIVE = 4_000;

/** A blood group as an old record states it. */
export function bloodGroup(random: Random): Group {
  return { abo: ABO(random), rhd: random.chance(NEGATIVE) ? 'negative' : 'positive' };
}

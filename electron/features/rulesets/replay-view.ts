import type { StateReader } from '#shared/contract/rows.ts';
import type { ReplayReport } from '#shared/features/rulesets/contract.ts';

/** The newest replay of a pack, with donors by their numbers; null where there was none. */
export function replayOut(hash: string, read: StateReader): ReplayReport | null {
  const row = read.get('rulePackReplay', hash);
  if (!row) return null;
  const { inForceFrom, visits, units, replayedAt, otherwise } = row;
  return {
    inForceFrom,
    visits,
    units,
    donors: new Set(otherwise.map((each) => each.donorId)).size,
    replayedAt,
    otherwise: otherwise.map((each) => ({
      ...each,
      donorNumber: read.get('donor', each.donorId)?.number ?? '',
    })),
  };
}

import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PastGiving } from '../rulesets/subject.ts';
import { personRecords } from './facts.ts';

/**
 * All donations of the person on all her records, newest first: those of this chain and those taken
 * over from paper, and those that may be hers since two humans once counted as one. `exceptVisit`
 * leaves out the donation of the visit that is being judged.
 */
export function givingsOf(
  read: StateReader,
  donorId: string,
  exceptVisit?: string,
): readonly PastGiving[] {
  const records = personRecords(read, donorId);
  const shared = records.flatMap((record) => read.by('sharedGiving', 'donorId', record.id));
  const here = unique([
    ...records.flatMap((record) => read.by('donation', 'donorId', record.id)),
    ...shared.flatMap(({ source, itemId }) =>
      source === 'donation' ? (read.get('donation', itemId) ?? []) : [],
    ),
  ])
    .filter((row) => row.visitId !== exceptVisit)
    .map((row) => ({
      startedOn: row.localDate as CivilDate,
      donationType: row.donationType,
      // What nobody has told yet counts as the worse case: the whole target, cells not all returned.
      plasmaMl: row.plasmaMl ?? row.machineMl ?? row.targetMl,
      redCellsReturned: row.redCellsReturned ?? ('partly' as const),
      hadReaction: read.by('reaction', 'din', row.id).length > 0,
    }));
  const before = unique([
    ...records.flatMap((record) => read.by('pastDonation', 'donorId', record.id)),
    ...shared.flatMap(({ source, itemId }) =>
      source === 'pastDonation' ? (read.get('pastDonation', itemId) ?? []) : [],
    ),
  ])
    .filter((row) => row.counts)
    .map((row) => ({
      startedOn: row.collectedOn as CivilDate,
      donationType: row.donationType,
      plasmaMl: row.volumeMl,
      redCellsReturned: row.redCellsReturned ? ('yes' as const) : ('no' as const),
      hadReaction: false,
    }));
  return [...here, ...before].sort((a, b) => (a.startedOn < b.startedOn ? 1 : -1));
}

/** Each row once: a donation may stand on a record and be shared with another of the same person. */
function unique<R extends { readonly id: string }>(rows: readonly R[]): readonly R[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

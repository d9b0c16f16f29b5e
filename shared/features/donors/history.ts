import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PastGiving } from '../rulesets/subject.ts';
import { personRecords } from './facts.ts';
import { oncePerGiving } from './same-giving.ts';

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
  ]);
  const visited = here.find((row) => row.visitId === exceptVisit);
  const taken = here.map((row) => ({
    id: row.id,
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
      id: row.id,
      startedOn: row.collectedOn as CivilDate,
      donationType: row.donationType,
      plasmaMl: row.volumeMl,
      redCellsReturned: row.redCellsReturned ? ('yes' as const) : ('no' as const),
      hadReaction: false,
    }));
  return oncePerGiving(read, [...taken, ...before])
    .filter((group) => group.every(({ id }) => id !== visited?.id))
    .map(strictest)
    .sort((a, b) => (a.startedOn < b.startedOn ? 1 : -1));
}

/** Entries of one donation as one: the latest day, the most plasma, the worse of what else they say. */
function strictest([first, ...others]: readonly [PastGiving, ...PastGiving[]]): PastGiving {
  return others.reduce<PastGiving>(
    (all, one) => ({
      startedOn: one.startedOn > all.startedOn ? one.startedOn : all.startedOn,
      donationType: all.donationType,
      plasmaMl: Math.max(all.plasmaMl, one.plasmaMl),
      redCellsReturned:
        all.redCellsReturned === 'yes' ? one.redCellsReturned : all.redCellsReturned,
      hadReaction: all.hadReaction || one.hadReaction,
    }),
    plain(first),
  );
}

function plain({
  startedOn,
  donationType,
  plasmaMl,
  redCellsReturned,
  hadReaction,
}: PastGiving): PastGiving {
  return { startedOn, donationType, plasmaMl, redCellsReturned, hadReaction };
}

/** Each row once: a donation may stand on a record and be shared with another of the same person. */
function unique<R extends { readonly id: string }>(rows: readonly R[]): readonly R[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

import type { OutputOf } from '#shared/contract/index.ts';

export type Board = OutputOf<'collection.board'>;

/** What a board must tell again after any start: who sits where, since when, and what is due when. */
export function lastingFacts({ tiles }: Board) {
  return tiles.map(
    ({ chairId, din, shortName, targetMl, startedAt, nextVitalsAt, contactAt, freezeBy }) => ({
      chairId,
      din,
      shortName,
      targetMl,
      startedAt,
      nextVitalsAt,
      contactAt,
      freezeBy,
    }),
  );
}

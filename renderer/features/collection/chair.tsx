import { type ReactElement, useEffect } from 'react';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { goInstead } from '#renderer/app/router-link.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { CleanChair } from '#renderer/features/waste/clean-chair.tsx';
import { Setup } from './setup.tsx';
import { drawPath } from './tile.ts';

/** What a chair is at: its set-up, or the draw that is on there, which nobody may prepare over. */
export function Chair(): ReactElement | null {
  const { chairId } = useRouteParams();
  const board = useStationQuery('collection.board', {});
  const tile = board.data?.tiles.find((each) => each.chairId === chairId);
  const draw = tile === undefined ? undefined : drawPath(tile);
  useEffect(() => {
    if (draw !== undefined) goInstead(draw);
  }, [draw]);
  if (board.data === undefined) return <QueryState error={board.error} />;
  if (tile?.state === 'toClean') return <CleanChair chairId={tile.chairId} name={tile.name} />;
  return draw === undefined ? <Setup /> : null;
}

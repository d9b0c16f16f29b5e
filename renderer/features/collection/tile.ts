import { codeWord } from '#renderer/app/code-words.ts';
import { go } from '#renderer/app/router-link.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { type LinkState, useLive } from './live-store.ts';
import { minutesText, projectedEnd, vitalsTone } from './time-words.ts';

export type Tile = OutputOf<'collection.board'>['tiles'][number];

export type Attention =
  | 'unanswered'
  | 'reaction'
  | 'overTime'
  | 'vitalsLate'
  | 'alarm'
  | 'silent'
  | 'vitalsDue'
  | 'ending'
  | 'matching'
  | undefined;

/** What a chair needs first; `link` is how the line to its machine stands. */
export function attentionOf(tile: Tile, now: number, link?: LinkState): Attention {
  const vitals = tile.state === 'running' ? vitalsTone(tile.nextVitalsAt, now) : undefined;
  if (tile.unanswered) return 'unanswered';
  if (tile.reaction) return 'reaction';
  const isLong = tile.overAt !== null && now > Date.parse(tile.overAt);
  if (tile.state === 'running' && isLong) return 'overTime';
  if (vitals === 'danger') return 'vitalsLate';
  if (tile.alarm !== null || tile.why === 'machineRestarted') return 'alarm';
  if (tile.state === 'running' && link !== undefined && link !== 'open') return 'silent';
  if (tile.state === 'ending' || tile.state === 'matching') return tile.state;
  return vitals === 'warn' ? 'vitalsDue' : undefined;
}

/** What somebody must come for now. */
const GRAVE: ReadonlySet<Attention> = new Set(['unanswered', 'reaction', 'overTime', 'vitalsLate']);

/** How the line to a tile's machine stands; undefined without a line, or before news of it. */
export function useTileLink({ deviceId }: Tile): LinkState | undefined {
  return useLive((state) => (deviceId === null ? undefined : state.links[deviceId]));
}

/** What is in the bag, and whole minutes until the target at the pace so far, once a pace is known. */
export function useTileFigures(
  tile: Tile,
  now: number,
): { readonly volume: number; readonly minutesLeft: number | undefined } {
  const { din, machineMl, targetMl, startedAt } = tile;
  const live = useLive((state) => (din === null ? undefined : state.newest[din]));
  const volume = live?.machineMl ?? machineMl ?? 0;
  const end =
    targetMl === null || startedAt === null
      ? undefined
      : projectedEnd(Date.parse(startedAt), live?.at ?? now, volume, targetMl);
  const minutesLeft = end === undefined ? undefined : Math.ceil((end - now) / 60_000);
  return { volume, minutesLeft: minutesLeft && Math.max(0, minutesLeft) };
}

/** An alarm of the machine with its age; the component that asks draws again in another language. */
export function alarmWords({ code, at }: NonNullable<Tile['alarm']>, now: number): string {
  return `${codeWord(['collection:alarmCode'], code)} ${minutesText(now - Date.parse(at))}`;
}

/** Act now, look soon, or nothing. */
export function urgency(attention: Attention): 'danger' | 'warn' | undefined {
  if (attention === undefined) return undefined;
  return GRAVE.has(attention) ? 'danger' : 'warn';
}

/** The run, or its end and match, that a chair is at; undefined before the needle. */
export function drawPath({ din, state }: Tile): string | undefined {
  if (din === null || state === 'seated' || state === 'toClean') return undefined;
  return state === 'running' ? `/runs/${din}` : `/runs/${din}/end`;
}

/** Opens what a chair is at: set-up, run, or end and match. */
export function openTile(tile: Tile): void {
  const draw = drawPath(tile);
  if (draw !== undefined) go(draw);
  else if (tile.state !== 'out') go(`/chairs/${tile.chairId}`);
}

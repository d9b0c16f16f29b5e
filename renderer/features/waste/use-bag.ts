import { useStationQuery } from '#renderer/app/operations.ts';
import type { OutputOf } from '#shared/contract/index.ts';

export type Bag = OutputOf<'waste.bags'>['here'][number];

/** The bag that used sets go into: the oldest open one for infectious waste. */
export function useOpenBag(): Bag | undefined {
  const bags = useStationQuery('waste.bags', {});
  return bags.data?.here.find(({ kind, state }) => kind === 'infectious' && state === 'open');
}

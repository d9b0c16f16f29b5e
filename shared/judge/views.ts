import type { AnyEntry } from '../contract/events.ts';
import { History } from './history.ts';

/** The history as one station knew it when it decided. */
export interface View {
  readonly station: string;
  readonly history: History;
}

/**
 * One view for each station: its own chain in order, another station's entries where it says that it
 * received them, and before a restored station's first entry the chain that it was restored from. A
 * decision is judged by what its station could know then; another may have known more (INV-38).
 */
export function viewsOf(entries: readonly AnyEntry[]): readonly View[] {
  const chains = new Map<string, AnyEntry[]>();
  for (const entry of entries) {
    const chain = chains.get(entry.station);
    if (chain) chain.push(entry);
    else chains.set(entry.station, [entry]);
  }
  return [...chains.keys()].map((station) => ({
    station,
    history: new History(known(station, chains, new Set())),
  }));
}

function known(
  station: string,
  chains: ReadonlyMap<string, readonly AnyEntry[]>,
  seen: Set<AnyEntry>,
): readonly AnyEntry[] {
  const found: AnyEntry[] = [];
  const take = (list: readonly AnyEntry[]) => {
    for (const entry of list) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      found.push(entry);
    }
  };
  for (const entry of chains.get(station) ?? []) {
    if (entry.type === 'exchange.stationRestored') {
      const { oldStation, oldSeq } = entry.body;
      const old = known(oldStation, chains, new Set(seen));
      const end = old.findIndex((one) => one.station === oldStation && one.seq > oldSeq);
      take(end < 0 ? old : old.slice(0, end));
    }
    take([entry]);
    if (entry.type !== 'exchange.batchReceived') continue;
    const { station: other, from, to } = entry.body;
    take((chains.get(other) ?? []).filter(({ seq }) => seq >= from && seq <= to));
  }
  return found;
}

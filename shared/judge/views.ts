import type { AnyEntry } from '../contract/events.ts';
import { History } from './history.ts';
import { Places } from './ledger.ts';

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
export function viewsOf(whole: History): readonly View[] {
  const chains = new Map<string, Places>();
  let place = 0;
  for (const { station } of whole.entries) {
    const chain = chains.get(station) ?? new Places();
    if (chain.length === 0) chains.set(station, chain);
    chain.add(place);
    place += 1;
  }
  const [only] = chains.keys();
  if (only !== undefined && chains.size === 1) return [{ station: only, history: whole }];
  return [...chains.keys()].map((station) => {
    const places = known(whole, station, chains, new Uint8Array(whole.entries.length));
    const at = (index: number) => whole.entries[places.at(index)] as AnyEntry;
    const { length } = places;
    const source = whole.isInMemory
      ? Array.from({ length }, (_, index) => at(index))
      : { length, at };
    return { station, history: new History(source) };
  });
}

type Chains = ReadonlyMap<string, Places>;

/** Places of what a station knew, in its order; `seen` marks what is taken already. */
function known(whole: History, station: string, chains: Chains, seen: Uint8Array): Places {
  const found = new Places();
  const take = (place: number) => {
    if (seen[place] === 1) return;
    seen[place] = 1;
    found.add(place);
  };
  const chain = chains.get(station) ?? new Places();
  for (let index = 0; index < chain.length; index += 1) {
    const place = chain.at(index);
    const entry = whole.entries[place] as AnyEntry;
    if (entry.type === 'exchange.stationRestored') {
      const { oldStation, oldSeq } = entry.body;
      const old = known(whole, oldStation, chains, seen.slice());
      for (let before = 0; before < old.length; before += 1) {
        const one = whole.entries[old.at(before)] as AnyEntry;
        if (one.station === oldStation && one.seq > oldSeq) break;
        take(old.at(before));
      }
    }
    take(place);
    if (entry.type !== 'exchange.batchReceived') continue;
    const { station: other, from, to } = entry.body;
    const theirs = chains.get(other) ?? new Places();
    for (let at = 0; at < theirs.length; at += 1) {
      const { seq } = whole.entries[theirs.at(at)] as AnyEntry;
      if (seq >= from && seq <= to) take(theirs.at(at));
    }
  }
  return found;
}

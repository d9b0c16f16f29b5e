import { create } from 'zustand';
import type { RunningChair, StripFact } from '#renderer/ui/frame.tsx';

/** What the frame shows of the station; slices write their part from query answers. */
export type StationState = {
  place: string;
  room: string;
  zone: string;
  online: boolean;
  /** Storage, printer and such in the top strip, by the slice that says them. */
  facts: Readonly<Record<string, StripFact>>;
  running: readonly RunningChair[];
  /** Open items beside a rail entry, by screen path. */
  counts: Readonly<Record<string, number>>;
  alarms: ReadonlyArray<{
    id: string;
    lead: string;
    items: ReadonlyArray<{ strong?: string; text: string }>;
    end?: string;
  }>;
};

export const useStation = create<StationState>(() => ({
  place: '',
  room: '',
  zone: 'Asia/Shanghai',
  online: true,
  facts: {},
  running: [],
  counts: {},
  alarms: [],
}));

/** Sets or takes away one fact of the top strip. */
export function setFact(name: string, fact: StripFact | undefined): void {
  useStation.setState((state) => {
    const facts = { ...state.facts };
    if (fact === undefined) delete facts[name];
    else facts[name] = fact;
    return { facts };
  });
}

/** Sets the number of open items beside a rail entry; the same number again redraws nothing. */
export function setCount(path: string, count: number): void {
  useStation.setState((state) =>
    state.counts[path] === count ? state : { counts: { ...state.counts, [path]: count } },
  );
}

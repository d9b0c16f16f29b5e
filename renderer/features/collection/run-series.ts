import { useMemo } from 'react';
import { useStationQuery } from '#renderer/app/operations.ts';
import { type ChartGap, type ChartSample, gapsOf } from '#renderer/ui/live-chart-data.ts';
import { type LiveSample, useLive } from './live-store.ts';

const NONE: readonly LiveSample[] = [];

/** The curve of a run: what is stored, then what came live since. */
export function useRunSeries(din: string): {
  samples: readonly ChartSample[];
  /** Stretches of which no record is known. */
  gaps: readonly ChartGap[];
  seconds: number;
  newest: LiveSample | undefined;
} {
  const stored = useStationQuery('collection.series', { din }).data;
  const recent = useLive((state) => state.recent[din]) ?? NONE;
  const newest = useLive((state) => state.newest[din]);
  const samples = useMemo(() => {
    const base = (stored?.points ?? []).map(([at, volumeMl, pressureMmHg]) => ({
      at,
      volumeMl,
      pressureMmHg,
    }));
    const last = base.at(-1)?.at ?? 0;
    const fresh = recent
      .filter((sample) => sample.at > last)
      .map(({ at, machineMl, pressureMmHg }) => ({ at, volumeMl: machineMl, pressureMmHg }));
    return [...base, ...fresh];
  }, [stored, recent]);
  const gaps = useMemo(() => gapsOf(samples), [samples]);
  return { samples, gaps, seconds: newest?.elapsedSeconds ?? stored?.seconds ?? 0, newest };
}

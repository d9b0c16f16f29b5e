/** One sample of a run: time (UTC ms), volume mL, venous pressure mmHg. */
export type ChartSample = { at: number; volumeMl: number; pressureMmHg: number | null };

export type ChartEventKind =
  | 'needle'
  | 'return'
  | 'vitals'
  | 'alarm'
  | 'done'
  | 'gap'
  | 'reaction'
  | 'next';

/** A stretch of the axis without samples, UTC ms. */
export type ChartGap = { from: number; to: number };

export type ChartEvent = { at: number; kind: ChartEventKind; label: string };

export type LiveChartProps = {
  samples: readonly ChartSample[];
  events: readonly ChartEvent[];
  from: number;
  to: number;
  targetMl: number;
  /** The band that counts as the target reached. */
  bandMl: readonly [number, number];
  /** Limit of the venous pressure, drawn dashed. */
  pressureLimit: number;
  /** When the target will be reached at this pace, if that can be said. */
  projectedEnd?: number;
  /** Stretches of which nothing is known: the lines break there. */
  gaps?: readonly ChartGap[];
  /** HH:mm in the station's zone. */
  timeText: (at: number) => string;
};

export type ChartColumns = [number[], Array<number | null>, Array<number | null>];

/** Samples as uPlot columns: seconds, volume, pressure; an empty point breaks the lines at each gap. */
export function columnsOf(
  samples: readonly ChartSample[],
  gaps: readonly ChartGap[] = [],
): ChartColumns {
  const breaks = gaps.map(({ from }) => ({ at: from + 1, volumeMl: null, pressureMmHg: null }));
  const points = [...samples, ...breaks].sort((a, b) => a.at - b.at);
  return [
    points.map((point) => point.at / 1000),
    points.map((point) => point.volumeMl),
    points.map((point) => point.pressureMmHg),
  ];
}

/** Shorter than this nothing is called a gap: a machine tells once a second, a curve is thinned. */
const LEAST_GAP_MS = 15_000;

/** Stretches between neighbouring samples that are far longer than is usual on this curve. */
export function gapsOf(samples: readonly ChartSample[]): ChartGap[] {
  const steps = samples.slice(1).map((sample, index) => sample.at - (samples[index]?.at ?? 0));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const least = Math.max(LEAST_GAP_MS, usual * 5);
  return samples.slice(1).flatMap((sample, index) => {
    const from = samples[index]?.at ?? sample.at;
    return sample.at - from >= least ? [{ from, to: sample.at }] : [];
  });
}

/**
 * Places labels of events on one line without overlap: an event whose label would touch the one
 * before it keeps its shape and loses its words. What comes after the axis ends has no place on it (the
 * table twin has them all).
 */
export function labelledEvents(
  events: readonly ChartEvent[],
  from: number,
  to: number,
  widthPx: number,
): Array<ChartEvent & { left: number; worded: boolean }> {
  let free = Number.NEGATIVE_INFINITY;
  return events
    .filter((event) => event.at <= to)
    .sort((a, b) => a.at - b.at)
    .map((event) => {
      const left = ((event.at - from) / Math.max(1, to - from)) * widthPx;
      const half = ([...event.label].length * 16 + 8) / 2;
      const worded = left - half >= free;
      if (worded) free = left + half;
      return { ...event, left, worded };
    });
}

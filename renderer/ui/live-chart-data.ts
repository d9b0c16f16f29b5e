/** One sample of a run: time (UTC ms), volume mL, venous pressure mmHg. */
export type ChartSample = { at: number; volumeMl: number; pressureMmHg: number | null };

export type ChartEventKind =
  | 'needle'
  | 'return'
  | 'vitals'
  | 'alarm'
  | 'done'
  | 'reaction'
  | 'next';

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
  /** HH:mm in the station's zone. */
  timeText: (at: number) => string;
};

/** Samples as uPlot columns: seconds, volume, pressure. */
export function columnsOf(
  samples: readonly ChartSample[],
): [number[], number[], Array<number | null>] {
  return [
    samples.map((sample) => sample.at / 1000),
    samples.map((sample) => sample.volumeMl),
    samples.map((sample) => sample.pressureMmHg),
  ];
}

/**
 * Places labels of events on one line without overlap: an event whose label would touch the one
 * before it keeps its shape and loses its words (the table twin has them all).
 */
export function labelledEvents(
  events: readonly ChartEvent[],
  from: number,
  to: number,
  widthPx: number,
): Array<ChartEvent & { left: number; worded: boolean }> {
  let free = Number.NEGATIVE_INFINITY;
  return [...events]
    .sort((a, b) => a.at - b.at)
    .map((event) => {
      const left = ((event.at - from) / Math.max(1, to - from)) * widthPx;
      const half = ([...event.label].length * 16 + 8) / 2;
      const worded = left - half >= free;
      if (worded) free = left + half;
      return { ...event, left, worded };
    });
}

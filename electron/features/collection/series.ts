import type { ReadHandle } from '../../db/handles.ts';
import { decodeAphLine } from '../../devices/protocols/aph-line.ts';
import { readAphRecord } from '../../devices/protocols/aph-read.ts';

import { framesOf, type RunFrames, runsOf } from './store-runs.ts';

/** A point of a run's curve: UTC ms, mL, mmHg. */
export type SeriesPoint = [number, number, number];

const MOST_POINTS = 600;

/** The curve of a donation out of the machine's stored records, thinned for the screen. */
export function seriesOf(db: ReadHandle, din: string) {
  const points: SeriesPoint[] = [];
  let seconds = 0;
  for (const run of runsOf(db, din)) {
    for (const { bytes } of framesOf(db, run)) {
      const line = decodeAphLine(bytes);
      const record = line.ok ? readAphRecord(line.value) : undefined;
      if (
        !record?.ok ||
        (record.value.body.type !== 'progress' && record.value.body.type !== 'end')
      )
        continue;
      const { body, at } = record.value;
      if (body.run !== run.run) continue;
      points.push([placed(run, at), body.collectedMl, body.pressureMmHg]);
      seconds = body.elapsedSeconds;
    }
  }
  return { points: thinned(points), seconds };
}

/** A machine's instant on the station's axis: distance from its start record (its clock never rules). */
function placed(run: RunFrames, machineAt: string): number {
  const offset = Math.max(0, Date.parse(machineAt) - Date.parse(run.machineStartedAt));
  return Date.parse(run.stationStartedAt) + offset;
}

function thinned(points: readonly SeriesPoint[]): SeriesPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

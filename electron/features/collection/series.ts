import { mappingIdOf } from '#shared/features/equipment/driver-approval.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { RunFigures } from '../../devices/mapping/run-figures.ts';
import { decodeAphLine } from '../../devices/protocols/aph-line.ts';
import { readAphRecord } from '../../devices/protocols/aph-read.ts';
import { framesOf, profileOf, type RunFrames, runsOf } from './store-runs.ts';

/** A point of a run's curve: UTC ms, mL, mmHg. */
export type SeriesPoint = [number, number, number];

const MOST_POINTS = 600;

/** The curve of a donation out of the machine's stored records, thinned for the screen. */
export async function seriesOf(db: ReadHandle, din: string) {
  const points: SeriesPoint[] = [];
  let seconds = 0;
  for (const run of runsOf(db, din)) {
    const mapping = mappingIdOf({ profile: profileOf(db, run.deviceId) });
    const figures =
      mapping === undefined ? ownFigures(db, run) : await mappedFigures(db, run, mapping);
    for (const { at, collectedMl, pressureMmHg } of figures)
      points.push([at, collectedMl, pressureMmHg]);
    seconds = figures.at(-1)?.elapsedSeconds ?? seconds;
  }
  return { points: thinned(points), seconds };
}

/** Figures of a machine on our own line: its instants are placed by their distance from its start record. */
function ownFigures(db: ReadHandle, run: RunFrames): readonly RunFigures[] {
  return [...framesOf(db, run)].flatMap(({ bytes }) => {
    const line = decodeAphLine(bytes);
    const record = line.ok ? readAphRecord(line.value) : undefined;
    if (!record?.ok) return [];
    const { body, at } = record.value;
    if ((body.type !== 'progress' && body.type !== 'end') || body.run !== run.run) return [];
    return [{ ...body, at: placed(run, at) }];
  });
}

/** The readers of mapping files load only for a machine that has one. */
async function mappedFigures(db: ReadHandle, run: RunFrames, mapping: string) {
  const { runFigures } = await import('../../devices/mapping/run-figures.ts');
  return runFigures(mapping, framesOf(db, run));
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

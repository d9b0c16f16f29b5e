import type { StateReader } from '../../contract/rows.ts';
import { humanOf } from '../operators/humans.ts';

/** One reading as the rules see it: what it says and whether it counts. */
export interface Reading {
  readonly id: string;
  readonly test: string;
  readonly sampleId: string;
  readonly value: string;
  readonly figure: string;
  readonly runId: string;
  readonly lotId: string;
  readonly method: string;
  /** Person ids of those who read or typed it; empty for a device. */
  readonly readers: readonly string[];
  readonly deviceKey: string | null;
  readonly at: string;
  /** `pending` while its run has not been concluded; only `valid` ever counts as good (INV-11). */
  readonly standing: 'valid' | 'pending' | 'invalid';
  /** A correction names it; it stays in the record. */
  readonly superseded: boolean;
}

/** All readings of a donation, oldest first; nothing is ever left out (INV-09). */
export function readingsOf(read: StateReader, din: string): readonly Reading[] {
  const rows = read.by('result', 'din', din);
  const superseded = new Set(rows.map((row) => row.supersedes));
  return rows
    .map((row): Reading => {
      const run = read.get('labRun', row.runId);
      const fits =
        run?.test === row.test &&
        run.reagentLotId === row.reagentLotId &&
        read.get('sample', row.sampleId)?.ok === true;
      return {
        id: row.id,
        test: row.test,
        sampleId: row.sampleId,
        value: row.value,
        figure: row.figure,
        runId: row.runId,
        lotId: row.reagentLotId,
        method: row.method,
        readers: row.readers.map((reader) => humanOf(read, reader)),
        deviceKey: row.deviceKey,
        at: row.recordedAt,
        standing: !run || !fits ? 'invalid' : run.state === 'open' ? 'pending' : run.state,
        superseded: superseded.has(row.id),
      };
    })
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** Readings that stand in for themselves: not superseded, of a valid run, and a reading at all. */
export function countedReadings(readings: readonly Reading[], test: string): readonly Reading[] {
  return readings.filter(
    (one) =>
      one.test === test &&
      !one.superseded &&
      one.standing === 'valid' &&
      one.value !== 'invalid' &&
      one.value !== 'pending',
  );
}

/** Device readings that came twice under one key with different content and are not yet explained. */
export function conflictsIn(readings: readonly Reading[]): readonly Reading[] {
  const open = readings.filter(
    (one) => one.deviceKey !== null && !one.superseded && one.value !== 'pending',
  );
  return open.filter((one) =>
    open.some(
      (other) =>
        other.id !== one.id &&
        other.deviceKey === one.deviceKey &&
        (other.value !== one.value || other.figure !== one.figure),
    ),
  );
}

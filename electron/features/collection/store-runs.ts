import type { ReadHandle } from '../../db/handles.ts';

/** Where a run's frames lie and what its start record said; undefined for a run without link. */
export interface RunFrames {
  readonly id: string;
  readonly deviceId: string;
  readonly run: string;
  readonly din: string;
  readonly machineStartedAt: string;
  readonly stationStartedAt: string;
  readonly pressureLimit: number;
  readonly cyclesPlanned: number;
  readonly firstFrame: number;
  readonly lastFrame: number | null;
}

/** The machine runs of a donation, oldest first. */
export function runsOf(db: ReadHandle, din: string): readonly RunFrames[] {
  return db
    .prepare('SELECT * FROM device_run WHERE din = ? ORDER BY firstFrame')
    .all(din) as RunFrames[];
}

/** The machine's stored records of a run, in order. */
export function framesOf(db: ReadHandle, run: RunFrames) {
  return db
    .prepare(
      `SELECT bytes, receivedAt FROM device_frame
       WHERE deviceId = ? AND id BETWEEN ? AND ? AND direction = 'in' ORDER BY id`,
    )
    .iterate(
      run.deviceId,
      run.firstFrame,
      run.lastFrame ?? Number.MAX_SAFE_INTEGER,
    ) as IterableIterator<{ readonly bytes: Uint8Array; readonly receivedAt: string }>;
}

/** The profile of the device that a run was on; '' when it is not registered any more. */
export function profileOf(db: ReadHandle, deviceId: string): string {
  const row = db.prepare('SELECT profile FROM device WHERE id = ?').get(deviceId) as
    | { readonly profile: string }
    | undefined;
  return row?.profile ?? '';
}

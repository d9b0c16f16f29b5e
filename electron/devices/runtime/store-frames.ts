import type { Core } from '../../station/core.ts';

/** A stored raw frame or record. */
export interface StoredFrame {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** Where the link to a device stands, as far as the store knows. */
export interface DeviceProgress {
  readonly serial: string;
  readonly lastStored: number;
  readonly lastBoot: number;
  /** Frames up to this one have had their effect. */
  readonly interpretedFrame: number;
}

const FRESH: DeviceProgress = { serial: '', lastStored: 0, lastBoot: 0, interpretedFrame: 0 };

/** The raw bytes of devices in the station's log, and how far each device's were understood. */
export class FrameLog {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Makes bytes durable before the wire is acknowledged; answers the frame's id. */
  store(deviceId: string, bytes: Uint8Array, step: Partial<DeviceProgress> = {}): number {
    const core = this.#core;
    if (core.rescue !== undefined) throw new Error(core.rescue);
    return core.transaction(() => {
      const { lastInsertRowid } = core.store.statements
        .get(
          `INSERT INTO device_frame (deviceId, direction, receivedAt, bytes)
           VALUES (?, 'in', ?, ?)`,
        )
        .run(deviceId, core.now(), Buffer.from(bytes));
      this.advance(deviceId, step);
      return Number(lastInsertRowid);
    });
  }

  /** Where a device stands; `FRESH` for one that never spoke. */
  progress(deviceId: string): DeviceProgress {
    const row = this.#core.store.statements
      .get('SELECT * FROM device_progress WHERE id = ?')
      .get(deviceId) as DeviceProgress | undefined;
    return row ?? FRESH;
  }

  /** Moves a device's progress; must run inside a transaction. */
  advance(deviceId: string, step: Partial<DeviceProgress>): void {
    const next = { ...this.progress(deviceId), ...step };
    this.#core.store.statements
      .get(
        `INSERT INTO device_progress (id, serial, lastStored, lastBoot, interpretedFrame)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET serial = excluded.serial,
         lastStored = excluded.lastStored, lastBoot = excluded.lastBoot,
         interpretedFrame = excluded.interpretedFrame`,
      )
      .run(deviceId, next.serial, next.lastStored, next.lastBoot, next.interpretedFrame);
  }

  /** When a device was last heard, also before this process began; undefined for one that never spoke. */
  lastHeardAt(deviceId: string): string | undefined {
    return this.#core.store.statements
      .get(
        `SELECT receivedAt FROM device_frame
         WHERE deviceId = ? AND direction = 'in' ORDER BY id DESC LIMIT 1`,
      )
      .pluck()
      .get(deviceId) as string | undefined;
  }

  /** Frames that were stored and acknowledged but not yet understood, in order. */
  waiting(deviceId: string): readonly StoredFrame[] {
    return this.#core.store.statements
      .get(
        `SELECT id, bytes FROM device_frame
         WHERE deviceId = ? AND id > ? AND direction = 'in' ORDER BY id`,
      )
      .all(deviceId, this.progress(deviceId).interpretedFrame) as StoredFrame[];
  }
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RunningCapture } from '#electron/ports/device-lines.ts';
import { makeFolder } from '#electron/ports/files.ts';
import { recoveryText } from '#electron/ports/recovery-key.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Timers } from '../timers.ts';
import { CaptureFile } from './capture-file.ts';
import type { LineTap } from './tap.ts';

const MOST_MINUTES = 15;
const MOST_BYTES = 4 * 1024 * 1024;

/** What a capture needs of the station. */
export interface CaptureWorld {
  /** The data folder; captures lie under `support` in it. */
  readonly folder: string;
  readonly now: () => string;
  readonly timers: Timers;
}

/** One capture of one line: everything that goes over it, for fifteen minutes or four megabytes at most. */
export class LineCapture {
  readonly key: string;
  readonly #world: CaptureWorld;
  readonly #file: CaptureFile;
  readonly #name: string;
  readonly #until: string;
  readonly #stop: () => void;
  #ended = false;

  private constructor(device: DeviceRow, reason: string, tap: LineTap, world: CaptureWorld) {
    const key = randomBytes(32);
    const startedAt = world.now();
    const { code, kind, profile } = device;
    makeFolder(join(world.folder, 'support'));
    this.#world = world;
    this.#name = join('support', `line-${code}-${startedAt.replaceAll(/[-:.]/g, '')}.ppcap`);
    this.#file = new CaptureFile(join(world.folder, this.#name), key, {
      format: 1,
      device: code,
      kind,
      profile,
      startedAt,
      reason,
    });
    this.key = recoveryText(key);
    this.#until = new Date(Date.parse(startedAt) + MOST_MINUTES * 60_000).toISOString();
    const unfollow = tap.follow(({ at, direction, bytes }) => {
      this.#add({ at, direction, hex: Buffer.from(bytes).toString('hex') });
    });
    const cancel = world.timers.after(MOST_MINUTES * 60_000, () => this.end('time'));
    this.#stop = () => {
      unfollow();
      cancel();
    };
  }

  /** Begins a capture; refuses when its file cannot be made. */
  static begin(
    device: DeviceRow,
    reason: string,
    tap: LineTap,
    world: CaptureWorld,
  ): Result<LineCapture, 'equipment.captureFailed'> {
    try {
      return ok(new LineCapture(device, reason, tap, world));
    } catch {
      return err('equipment.captureFailed');
    }
  }

  /** What is being written; undefined after the end. */
  get running(): RunningCapture | undefined {
    if (this.#ended) return undefined;
    return { file: this.#name, until: this.#until, bytes: this.#file.bytes };
  }

  end(why: 'stopped' | 'time' | 'size'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stop();
    try {
      this.#file.add({ end: this.#world.now(), why });
    } finally {
      this.#file.close();
    }
  }

  #add(record: Parameters<CaptureFile['add']>[0]): void {
    try {
      this.#file.add(record);
    } catch {
      // A full disk must not stop the driver whose line this is.
      this.#ended = true;
      this.#stop();
      this.#file.close();
      return;
    }
    if (this.#file.bytes > MOST_BYTES) this.end('size');
  }
}

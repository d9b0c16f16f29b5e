import type { MachineValues } from '#shared/features/collection/model-setting.ts';
import type { MachineAnswer } from '#shared/features/collection/rules/setting.ts';
import type { MeterReading } from '#shared/features/equipment/meters.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { LineCounters, TapFinding, TapPiece } from '../devices/lines/tap.ts';
import type { DeviceFinding } from './machine.ts';

/** A capture of a line that is being written. */
export interface RunningCapture {
  readonly file: string;
  /** UTC; it ends then at the latest. */
  readonly until: string;
  readonly bytes: number;
}

/** What goes over the line of one device. */
export interface LineView {
  readonly counters: LineCounters;
  readonly pieces: readonly TapPiece[];
  readonly findings: readonly TapFinding[];
  readonly capture: RunningCapture | null;
}

/** The lines that the device service keeps open, as the device screen looks at them. */
export interface DeviceLines {
  /** Undefined for a device without a line. */
  view(deviceId: string): LineView | undefined;
  /** The newest values of the devices on the desks, the oldest of each device first. */
  readings(): readonly MeterReading[];
  /**
   * Tells a machine its values before a run and reads back what it then holds; says so where it takes none, and where it
   * does not answer in its line's time.
   */
  program(deviceId: string, values: MachineValues): Promise<MachineAnswer>;
  /** Takes the line from its driver for a moment, sends a pattern and looks whether it comes back (loop plug). */
  testLoop(device: DeviceRow): Promise<DeviceFinding>;
  /** Begins to write everything on the line into an encrypted file; answers the key, which is kept nowhere. */
  capture(
    device: DeviceRow,
    reason: string,
  ): Result<{ file: string; key: string; until: string }, string>;
  /** Ends a capture; false when there was none. */
  endCapture(deviceId: string): boolean;
}

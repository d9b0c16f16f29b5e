import type { MachineValues } from '#shared/features/collection/model-setting.ts';
import type { MachineAnswer } from '#shared/features/collection/rules/setting.ts';
import type { MeterReading } from '#shared/features/equipment/meters.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { DeviceLines, LineView } from '../../ports/device-lines.ts';
import type { DeviceFinding } from '../../ports/machine.ts';
import type { LineOpener } from '../../ports/serial.ts';
import { LineCapture } from '../lines/line-capture.ts';
import { testLoop } from '../lines/loop-test.ts';
import { LineTap } from '../lines/tap.ts';
import type { Timers } from '../timers.ts';
import type { RunningLink } from './link-parts.ts';
import type { Readings } from './readings.ts';

/** What the desk needs of the service that keeps the lines. */
export interface LineKeeper {
  readonly folder: string;
  readonly now: () => string;
  readonly timers: Timers;
  readonly readings: Readings;
  readonly line: (device: DeviceRow) => LineOpener | undefined;
  /** The driver that a device's line is open for. */
  readonly link: (deviceId: string) => RunningLink | undefined;
  /** Runs `work` while the device's driver has let go of its line. */
  readonly without: <T>(deviceId: string, work: () => Promise<T>) => Promise<T>;
}

/** The device screen's view of the lines: what goes over them, loop tests, captures. */
export class LineDesk implements DeviceLines {
  readonly #keeper: LineKeeper;
  readonly #taps = new Map<string, LineTap>();
  readonly #captures = new Map<string, LineCapture>();

  constructor(keeper: LineKeeper) {
    this.#keeper = keeper;
  }

  /** The tap of a device's line, made when first asked for. */
  tap(deviceId: string): LineTap {
    const tap = this.#taps.get(deviceId) ?? new LineTap(this.#keeper.now);
    this.#taps.set(deviceId, tap);
    return tap;
  }

  view(deviceId: string): LineView | undefined {
    const tap = this.#taps.get(deviceId);
    if (tap === undefined) return undefined;
    const capture = this.#captures.get(deviceId)?.running ?? null;
    const { counters, recent: pieces, findings } = tap;
    return { counters, pieces, findings, capture };
  }

  readings(): readonly MeterReading[] {
    return this.#keeper.readings.all();
  }

  async program(deviceId: string, values: MachineValues): Promise<MachineAnswer> {
    const link = this.#keeper.link(deviceId);
    if (link === undefined) return { kind: 'noAnswer' };
    return link.program?.(values) ?? { kind: 'notProgrammable' };
  }

  testLoop(device: DeviceRow): Promise<DeviceFinding> {
    const line = this.#keeper.line(device);
    if (line === undefined) return Promise.resolve({ ok: false, detail: 'addressBad' });
    const { timers } = this.#keeper;
    return this.#keeper.without(device.id, () => testLoop(this.tap(device.id).wrap(line), timers));
  }

  capture(
    device: DeviceRow,
    reason: string,
  ): Result<{ file: string; key: string; until: string }, string> {
    if (this.#captures.get(device.id)?.running)
      return { ok: false, error: 'equipment.captureRunning' };
    const begun = LineCapture.begin(device, reason, this.tap(device.id), this.#keeper);
    if (!begun.ok) return begun;
    this.#captures.set(device.id, begun.value);
    const { file = '', until = '' } = begun.value.running ?? {};
    return { ok: true, value: { file, key: begun.value.key, until } };
  }

  endCapture(deviceId: string): boolean {
    const capture = this.#captures.get(deviceId);
    if (!capture?.running) return false;
    capture.end('stopped');
    return true;
  }

  /** Ends every capture; the service stops. */
  close(): void {
    for (const capture of this.#captures.values()) capture.end('stopped');
  }
}

import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { AnalyserDriver, type AnalyserDriverEvent } from '../drivers/analyser.ts';
import type { AnalyserFrame } from '../drivers/analyser-messages.ts';
import type { AnalyserReport } from '../drivers/analyser-results.ts';
import type { LinkReport } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';
import { FrameLog } from './store-frames.ts';

const BAUD = 9600;
const ENQ = 0x05;
/** Instruments of this country run on Beijing time. */
const UTC_OFFSET_MINUTES = 480;

/** Gives a whole message to the laboratory; rejects when it was not taken. */
export type TakeReport = (device: DeviceRow, report: AnalyserReport) => Promise<void>;

/** One analyser on its line: each frame is stored, then acknowledged, then its message understood. */
export class AnalyserLink implements RunningLink {
  readonly #device: DeviceRow;
  readonly #parts: DeviceLinkParts;
  readonly #log: FrameLog;
  readonly #driver: AnalyserDriver;

  constructor(device: DeviceRow, parts: DeviceLinkParts, take: TakeReport) {
    this.#device = device;
    this.#parts = parts;
    this.#log = new FrameLog(parts.core);
    this.#driver = new AnalyserDriver({
      link: {
        opener: parts.opener,
        timers: parts.timers,
        settings: { path: parts.path(device), baudRate: BAUD },
      },
      encoding: encodingOf(device),
      utcOffsetMinutes: UTC_OFFSET_MINUTES,
      uninterpreted: this.#log.waiting(device.id).map(frameOf),
      store: (frame) => String(this.#log.store(device.id, bytesOf(frame))),
      interpret: async (report) => {
        await take(device, report);
        this.#note(report);
      },
      onEvent: (event) => this.#heard(event),
    });
  }

  start(): void {
    this.#driver.start();
  }

  stop(): Promise<void> {
    return this.#driver.stop();
  }

  #note({ rawFrameIds }: AnalyserReport): void {
    const interpretedFrame = Math.max(...rawFrameIds.map(Number));
    this.#parts.core.transaction(() => this.#log.advance(this.#device.id, { interpretedFrame }));
  }

  #heard(event: AnalyserDriverEvent): void {
    if (event.kind === 'link') this.#linkChanged(event.report);
    if (event.kind === 'defective' || event.kind === 'fault')
      this.#parts.log(`device.${event.kind}`, event.code, this.#device.id);
  }

  #linkChanged({ state, reason }: LinkReport): void {
    const now = state === 'open' || state === 'silent' ? state : 'lost';
    this.#parts.tellLink(this.#device.id, now, reason);
    this.#parts.live.tell({
      kind: 'link',
      link: { deviceId: this.#device.id, state: now, code: reason },
    });
  }
}

/** The line's ENQ stands before the frame that opened a transfer, as it did on the wire. */
function bytesOf({ raw, startsTransfer }: Omit<AnalyserFrame, 'id'>): Uint8Array {
  return startsTransfer ? Uint8Array.of(ENQ, ...raw) : raw;
}

function frameOf({
  id,
  bytes,
}: {
  readonly id: number;
  readonly bytes: Uint8Array;
}): AnalyserFrame {
  const startsTransfer = bytes[0] === ENQ;
  return { id: String(id), raw: startsTransfer ? bytes.subarray(1) : bytes, startsTransfer };
}

function encodingOf({ profile }: DeviceRow): DeviceEncoding {
  return profile === 'gb18030' || profile === 'latin1' ? profile : 'utf-8';
}

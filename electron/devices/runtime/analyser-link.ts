import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { openTests } from '#shared/features/laboratory/open-tests.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { AnalyserDriver, type AnalyserDriverEvent } from '../drivers/analyser.ts';
import { markTransfer, unmarkTransfer } from '../drivers/analyser-messages.ts';
import { answerToQuery } from '../drivers/analyser-queries.ts';
import type { AnalyserReport } from '../drivers/analyser-results.ts';
import type { LinkReport } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import { type DeviceLinkParts, type RunningLink, silenceOf } from './link-parts.ts';
import { FrameLog } from './store-frames.ts';

const BAUD = 9600;
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
        opener: parts.line(device, { baudRate: BAUD }),
        timers: parts.timers,
        ...silenceOf(device),
      },
      encoding: encodingOf(device),
      utcOffsetMinutes: UTC_OFFSET_MINUTES,
      uninterpreted: this.#log
        .waiting(device.id)
        .map(({ id, bytes }) => ({ id: String(id), ...unmarkTransfer(bytes) })),
      store: ({ raw, startsTransfer }) =>
        String(this.#log.store(device.id, markTransfer(raw, startsTransfer))),
      interpret: async (report) => {
        // A query brings no results and is nothing for the laboratory's records.
        if (report.results.length > 0) await take(device, report);
        this.#note(report);
      },
      answer: (samples) =>
        answerToQuery(samples, (sample) => {
          const { store, zone, now } = parts.core;
          return openTests(store.reader, sample, localDateOf(now(), zone()));
        }),
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

function encodingOf({ profile }: DeviceRow): DeviceEncoding {
  return profile === 'gb18030' || profile === 'latin1' ? profile : 'utf-8';
}

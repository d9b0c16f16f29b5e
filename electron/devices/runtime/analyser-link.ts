import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { openTests } from '#shared/features/laboratory/open-tests.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { AnalyserDriver, type AnalyserDriverEvent } from '../drivers/analyser.ts';
import { markTransfer, unmarkTransfer } from '../drivers/analyser-messages.ts';
import { answerToQuery } from '../drivers/analyser-queries.ts';
import type { AnalyserReport } from '../drivers/analyser-results.ts';
import type { LineTap } from '../lines/tap.ts';
import type { LinkReport } from '../link.ts';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import { labReport, type TakeReport } from './lab-reports.ts';
import { type DeviceLinkParts, type RunningLink, silenceOf } from './link-parts.ts';
import { FrameLog } from './store-frames.ts';

const BAUD = 9600;
/** Instruments of this country run on Beijing time. */
const UTC_OFFSET_MINUTES = 480;

/** One analyser on its line: each frame is stored, then acknowledged, then its message understood. */
export class AnalyserLink implements RunningLink {
  readonly #device: DeviceRow;
  readonly #parts: DeviceLinkParts;
  readonly #log: FrameLog;
  readonly #driver: AnalyserDriver;
  #isBehind = false;

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
      store: ({ raw, startsTransfer }) => {
        const id = this.#log.store(device.id, markTransfer(raw, startsTransfer));
        this.#tap.count('kept');
        return String(id);
      },
      interpret: async (report) => {
        // A query brings no results and is nothing for the laboratory's records.
        const isTaken = report.results.length === 0 || (await take(labReport(device, report)));
        if (!isTaken) this.#refused('analyser.otherInstrument');
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

  get #tap(): LineTap {
    return this.#parts.tap(this.#device.id);
  }

  /** What follows a message that could not be taken in is understood once more with it after the next start. */
  #note({ rawFrameIds }: AnalyserReport): void {
    if (this.#isBehind) return;
    const interpretedFrame = Math.max(...rawFrameIds.map(Number));
    this.#parts.core.transaction(() => this.#log.advance(this.#device.id, { interpretedFrame }));
  }

  #heard(event: AnalyserDriverEvent): void {
    switch (event.kind) {
      case 'link':
        this.#linkChanged(event.report);
        return;
      case 'repeat':
        this.#tap.count('repeats');
        return;
      case 'defective':
        this.#tap.count('damaged');
        this.#refused(event.code);
        return;
      case 'fault':
        if (event.code === 'analyser.interpretFailed') this.#isBehind = true;
        this.#refused(event.code);
        return;
      case 'transfer':
        return;
    }
  }

  #refused(code: string): void {
    this.#tap.refused(code);
    this.#parts.log('device.refused', code, this.#device.id);
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

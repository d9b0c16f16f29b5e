import type { MachineValues } from '#shared/features/collection/model-setting.ts';
import type { MachineAnswer } from '#shared/features/collection/rules/setting.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { Core } from '../../station/core.ts';
import {
  type AphDriverEvent,
  ApheresisDriver,
  type AphStoredRecord,
} from '../drivers/apheresis.ts';
import type { LinkReport } from '../link.ts';
import type { AphRecord } from '../protocols/aph.ts';
import { numberOf } from './aph-words.ts';
import { type DeviceLinkParts, type RunningLink, silenceOf } from './link-parts.ts';
import { MachineRecords } from './machine-records.ts';
import { FrameLog } from './store-frames.ts';

const BAUD = 115_200;
/** The driver asks every two seconds, so a machine that is there is heard; silence shows within five. */
const SILENT_AFTER_MS = 4_500;
/** Seconds of progress between two notes of how far the frames were understood. */
const NOTE_EVERY = 100;

/** One apheresis machine on its line: records become frames, frames become events of their donation. */
export class ApheresisLink implements RunningLink {
  readonly #device: DeviceRow;
  readonly #parts: DeviceLinkParts;
  readonly #core: Core;
  readonly #log: FrameLog;
  readonly #records: MachineRecords;
  readonly #driver: ApheresisDriver;
  readonly #frames = new Map<number, number>();
  #lastHeardAt: string;

  constructor(device: DeviceRow, parts: DeviceLinkParts) {
    this.#device = device;
    this.#parts = parts;
    this.#core = parts.core;
    this.#log = new FrameLog(parts.core);
    this.#records = new MachineRecords(parts.core, device.id, parts.live);
    // A station that was killed begins its gap where the records end, not where it came back.
    this.#lastHeardAt = this.#log.lastHeardAt(device.id) ?? parts.core.now();
    this.#driver = new ApheresisDriver({
      link: {
        opener: parts.line(device, { baudRate: BAUD }),
        timers: parts.timers,
        silentAfterMs: SILENT_AFTER_MS,
        ...silenceOf(device),
      },
      memory: this.#memory(),
      store: (record) => this.#store(record),
      interpret: (record, stored) => this.#interpret(record, stored),
      onEvent: (event) => this.#heard(event),
    });
  }

  start(): void {
    this.#driver.start();
  }

  async stop(): Promise<void> {
    await this.#driver.stop();
  }

  async program({ din, targetMl, kit }: MachineValues): Promise<MachineAnswer> {
    const answer = await this.#driver.program({ donation: din, targetMl, kit });
    if (answer.kind !== 'read') return answer;
    const { program } = answer;
    const values = { din: program.donation, targetMl: program.targetMl, kit: program.kit };
    return { kind: 'read', values };
  }

  #memory() {
    const { id, serial } = this.#device;
    const known = this.#log.progress(id);
    const sameMachine = serial === '' || known.serial === serial || known.serial === '';
    const waiting = sameMachine ? this.#log.waiting(id) : [];
    const uninterpreted = waiting.map((frame) => {
      const number = numberOf(frame.bytes);
      this.#frames.set(number, frame.id);
      return { serial: known.serial, number, raw: frame.bytes };
    });
    return {
      serial: serial === '' ? known.serial || undefined : serial,
      lastStored: sameMachine ? known.lastStored : 0,
      lastBoot: sameMachine ? known.lastBoot : 0,
      uninterpreted,
    };
  }

  #store(record: AphStoredRecord): void {
    const { serial, number, raw } = record;
    const frame = this.#log.store(this.#device.id, raw, { serial, lastStored: number });
    this.#frames.set(number, frame);
    this.#lastHeardAt = this.#core.now();
    this.#parts.tap(this.#device.id).count('kept');
  }

  #interpret(record: AphRecord, stored: AphStoredRecord): void {
    const frame = this.#frames.get(record.number) ?? 0;
    this.#frames.delete(record.number);
    const core = this.#core;
    if (!this.#records.isQuiet(record) || record.number % NOTE_EVERY === 0)
      core.transaction(() => {
        this.#records.takeIn(record, stored.serial, frame);
        this.#log.advance(this.#device.id, { interpretedFrame: frame, lastBoot: record.boot });
      });
    this.#records.tell(record);
  }

  #heard(event: AphDriverEvent): void {
    switch (event.kind) {
      case 'link':
        this.#linkChanged(event.report);
        return;
      case 'gap':
        this.#gap(event.from, event.to);
        return;
      case 'fault':
        this.#say('fault', event.code, event.detail);
        return;
      case 'defective':
        this.#parts.tap(this.#device.id).count('damaged');
        this.#refused(event.kind, event.code);
        return;
      case 'refused':
        this.#refused(event.kind, event.code);
        return;
      default:
        return;
    }
  }

  /** What was not taken, for the log and the device screen. */
  #refused(kind: string, code: string): void {
    this.#parts.tap(this.#device.id).refused(code);
    this.#parts.log(`device.${kind}`, code, this.#device.id);
  }

  #gap(from: number, to: number): void {
    const serial = this.#log.progress(this.#device.id).serial;
    this.#records.gap(this.#lastHeardAt, to, `${serial}:gap:${from}`);
  }

  #linkChanged(report: LinkReport): void {
    const open = report.state === 'open' || report.state === 'silent';
    this.#say(open ? report.state : 'lost', report.reason, report.detail);
  }

  #say(state: 'open' | 'silent' | 'lost' | 'fault', code: string, detail: string): void {
    this.#parts.log('device.link', code, `${this.#device.id} ${detail}`);
    this.#parts.tellLink(this.#device.id, state, code);
    this.#parts.live.tell({ kind: 'link', link: { deviceId: this.#device.id, state, code } });
  }
}

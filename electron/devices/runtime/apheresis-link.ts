import type { DonationRow } from '#shared/features/collection/model.ts';
import {
  type MachineRecord,
  type MachineSaid,
  machineEvents,
} from '#shared/features/collection/rules/machine.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { BY_STATION, type Core } from '../../station/core.ts';
import {
  type AphDriverEvent,
  ApheresisDriver,
  type AphStoredRecord,
} from '../drivers/apheresis.ts';
import type { LinkReport } from '../link.ts';
import type { AphRecord } from '../protocols/aph.ts';
import { numberOf, otherNumberAlarm, saidBy } from './aph-words.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';
import { FrameLog } from './store-frames.ts';
import { MachineRuns } from './store-runs.ts';

const BAUD = 115_200;
const SILENT_AFTER_MS = 12_000;
/** Seconds of progress between two notes of how far the frames were understood. */
const NOTE_EVERY = 100;

/** One apheresis machine on its line: records become frames, frames become events of their donation. */
export class ApheresisLink implements RunningLink {
  readonly #device: DeviceRow;
  readonly #parts: DeviceLinkParts;
  readonly #core: Core;
  readonly #log: FrameLog;
  readonly #runs: MachineRuns;
  readonly #driver: ApheresisDriver;
  readonly #frames = new Map<number, number>();
  #idle = false;
  #programmed = '';
  #lastHeardAt: string;

  constructor(device: DeviceRow, parts: DeviceLinkParts) {
    this.#device = device;
    this.#parts = parts;
    this.#core = parts.core;
    this.#log = new FrameLog(parts.core);
    this.#runs = new MachineRuns(parts.core, device.id);
    this.#lastHeardAt = parts.core.now();
    this.#driver = new ApheresisDriver({
      link: {
        opener: parts.opener,
        timers: parts.timers,
        settings: { path: parts.path(device), baudRate: BAUD },
        silentAfterMs: SILENT_AFTER_MS,
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

  /** Programs the machine for the donation that was started at its chair and has no run yet. */
  look(): void {
    const donation = this.#running();
    if (!this.#idle || !donation || this.#runs.ofDonation(donation.id)) return;
    if (this.#programmed === donation.id) return;
    this.#programmed = donation.id;
    const { kitSerial } = this.#core.store.reader.get('preparation', donation.preparationId) ?? {};
    void this.#driver.program({
      donation: donation.id,
      targetMl: donation.targetMl,
      kit: kitSerial ?? '',
    });
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
  }

  #interpret(record: AphRecord, stored: AphStoredRecord): void {
    const frame = this.#frames.get(record.number) ?? 0;
    this.#frames.delete(record.number);
    const core = this.#core;
    const quiet = record.body.type === 'progress' && !this.#changes(record);
    if (!quiet || record.number % NOTE_EVERY === 0)
      core.transaction(() => {
        const events = this.#takeIn(record, stored.serial, frame);
        core.record(events, BY_STATION);
        this.#log.advance(this.#device.id, { interpretedFrame: frame, lastBoot: record.boot });
      });
    this.#lastHeardAt = core.now();
    this.#tell(record);
    if (record.body.type === 'end' || record.body.type === 'boot') this.#programmed = '';
  }

  /** A second of progress matters to the journal only at a turning point. */
  #changes(record: AphRecord): boolean {
    if (record.body.type !== 'progress') return false;
    const din = this.#runs.find(record.body.run)?.din;
    const donation = din === undefined ? undefined : this.#core.store.reader.get('donation', din);
    return donation?.phase !== record.body.phase || donation.cycle !== record.body.cycle;
  }

  #takeIn(record: AphRecord, serial: string, frame: number) {
    const { body } = record;
    if (body.type === 'start') {
      this.#runs.begin({
        run: body.run,
        din: body.donation,
        machineStartedAt: record.at,
        stationStartedAt: this.#core.now(),
        pressureLimit: body.pressureLimitMmHg,
        cyclesPlanned: body.cyclesPlanned,
        firstFrame: frame,
      });
      const other = this.#otherNumber(body.donation);
      if (other) return this.#events(record, serial, other, otherNumberAlarm());
    }
    const run = 'run' in body ? body.run : '';
    const din = body.type === 'start' ? body.donation : this.#runs.find(run)?.din;
    const said = saidBy(record);
    if (body.type === 'end') this.#runs.end(run, frame);
    return din === undefined || !said ? [] : this.#events(record, serial, din, said);
  }

  /** The donation that runs at this machine while its run names another number. */
  #otherNumber(named: string): string | undefined {
    const donation = this.#running();
    return donation && donation.id !== named && !this.#runs.ofDonation(donation.id)
      ? donation.id
      : undefined;
  }

  #events(record: AphRecord, serial: string, din: string, said: MachineSaid) {
    const taken: MachineRecord = {
      din,
      markId: `${serial}:${record.number}`,
      recordNumber: record.number,
      at: this.#placed(din, record.at),
      said,
    };
    return machineEvents(this.#core.store.reader, taken);
  }

  /**
   * The machine's instant on the station's axis: distance from its start record, never in the future and
   * never before the start; its clock alone rules nothing (INV-34).
   */
  #placed(din: string, machineAt: string): string {
    const now = this.#core.now();
    const run = this.#runs.ofDonation(din);
    const startedAt = this.#core.store.reader.get('donation', din)?.startedAt ?? now;
    if (!run) return now;
    const offset = Math.max(0, Date.parse(machineAt) - Date.parse(run.machineStartedAt));
    const placed = new Date(Date.parse(run.stationStartedAt) + offset).toISOString();
    const late = placed > now ? now : placed;
    return late < startedAt ? startedAt : late;
  }

  #running(): DonationRow | undefined {
    return this.#core.store.reader
      .by('donation', 'deviceId', this.#device.id)
      .find((row) => row.state === 'running' && row.linked && row.machineEndedAt === null);
  }

  #tell({ body, at }: AphRecord): void {
    if (body.type !== 'progress') return;
    const run = this.#runs.find(body.run);
    if (!run) return;
    this.#parts.live.tell({
      kind: 'sample',
      sample: {
        deviceId: this.#device.id,
        din: run.din,
        at: Date.parse(this.#placed(run.din, at)),
        elapsedSeconds: body.elapsedSeconds,
        machineMl: body.collectedMl,
        acMl: body.anticoagulantMl,
        cycle: body.cycle,
        phase: body.phase,
        pressureMmHg: body.pressureMmHg,
        flowMlPerMin: body.flowMlPerMin,
      },
    });
  }

  #heard(event: AphDriverEvent): void {
    switch (event.kind) {
      case 'link':
        this.#linkChanged(event.report);
        return;
      case 'status':
        this.#idle = event.state === 'idle' || event.state === 'programmed';
        if (event.state === 'idle') this.#programmed = '';
        this.look();
        return;
      case 'gap':
        this.#gap(event.from, event.to);
        return;
      case 'fault':
        this.#say('fault', event.code, event.detail);
        return;
      case 'defective':
      case 'refused':
        this.#parts.log(`device.${event.kind}`, event.code, this.#device.id);
        return;
      default:
        return;
    }
  }

  #gap(from: number, to: number): void {
    const donation = this.#running();
    if (!donation) return;
    const serial = this.#log.progress(this.#device.id).serial;
    const record = {
      din: donation.id,
      markId: `${serial}:gap:${from}`,
      recordNumber: to,
      at: this.#core.now(),
      said: { kind: 'gap' as const, from: this.#lastHeardAt },
    };
    this.#core.transaction(() =>
      this.#core.record(machineEvents(this.#core.store.reader, record), BY_STATION),
    );
  }

  #linkChanged(report: LinkReport): void {
    const open = report.state === 'open' || report.state === 'silent';
    if (!open) this.#idle = false;
    this.#say(open ? report.state : 'lost', report.reason, report.detail);
  }

  #say(state: 'open' | 'silent' | 'lost' | 'fault', code: string, detail: string): void {
    this.#parts.log('device.link', code, `${this.#device.id} ${detail}`);
    this.#parts.tellLink(this.#device.id, state, code);
    this.#parts.live.tell({ kind: 'link', link: { deviceId: this.#device.id, state, code } });
  }
}

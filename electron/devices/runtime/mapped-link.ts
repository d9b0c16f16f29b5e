import { event } from '#shared/contract/events.ts';
import { openAlarms } from '#shared/features/collection/facts.ts';
import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { BY_STATION } from '../../station/core.ts';
import { MappedDriver, type MappedEvent, type StoredBytes } from '../drivers/mapped.ts';
import type { DeviceMapping } from '../mapping/schema.ts';
import type { AphRecord } from '../protocols/aph.ts';
import { labReports, type TakeReport } from './lab-reports.ts';
import { type DeviceLinkParts, type RunningLink, silenceOf } from './link-parts.ts';
import { MachineRecords } from './machine-records.ts';
import { recordBodies } from './run-facts.ts';
import { FrameLog } from './store-frames.ts';

/** Facts of one message number their records below this, so that a stored frame names each of them for ever. */
const FACTS_A_FRAME = 100;

/** What becomes of the facts of a mapped device. */
export interface MappedUse {
  /** Its driver was not yet switched on by two: everything is stored and shown, and no fact has an effect. */
  readonly isTrial: boolean;
  readonly report: TakeReport;
}

/** A device that a mapping file describes: its runs, readings and results. */
export class MappedLink implements RunningLink {
  readonly #device: DeviceRow;
  readonly #parts: DeviceLinkParts;
  readonly #isTrial: boolean;
  readonly #report: TakeReport;
  readonly #log: FrameLog;
  readonly #records: MachineRecords;
  readonly #driver: MappedDriver;
  #isBehind = false;

  constructor(
    device: DeviceRow,
    mapping: DeviceMapping,
    { isTrial, report }: MappedUse,
    parts: DeviceLinkParts,
  ) {
    this.#device = device;
    this.#parts = parts;
    this.#isTrial = isTrial;
    this.#report = report;
    this.#log = new FrameLog(parts.core);
    this.#records = new MachineRecords(parts.core, device.id, parts.live);
    const { silentAfterSeconds, ...line } = mapping.line;
    this.#driver = new MappedDriver({
      link: {
        opener: parts.line(device, line),
        timers: parts.timers,
        ...(silentAfterSeconds === null ? {} : { silentAfterMs: silentAfterSeconds * 1000 }),
        ...silenceOf(device),
      },
      mapping,
      now: () => parts.core.now(),
      uninterpreted: this.#log.waiting(device.id).map(({ id, bytes }) => ({ id, raw: bytes })),
      store: (raw) => this.#log.store(device.id, raw, { serial: device.serial || device.id }),
      take: (facts, stored) => this.#take(facts, stored),
      onEvent: (event) => this.#heard(event),
    });
  }

  start(): void {
    this.#driver.start();
  }

  stop(): Promise<void> {
    return this.#driver.stop();
  }

  async #take(facts: readonly DeviceFact[], { id }: StoredBytes): Promise<void> {
    const { core } = this.#parts;
    this.#parts.tap(this.#device.id).note(facts);
    await this.#takeResults(facts, id);
    const records = this.#isTrial ? [] : this.#recordsOf(facts, id);
    core.transaction(() => {
      for (const record of records) this.#records.takeIn(record, this.#serial, id);
      this.#countSeals(facts);
      // What follows bytes that could not be taken in is understood once more with them after the next start.
      if (!this.#isBehind) this.#log.advance(this.#device.id, { interpretedFrame: id });
    });
    if (this.#isTrial) return;
    for (const record of records) this.#records.tell(record);
    for (const [index, fact] of facts.entries())
      if (fact.kind === 'reading') this.#noteReading(fact, id * FACTS_A_FRAME + index);
  }

  /** Only with the mark of how far the bytes were understood: a count has no name by which it is known again. */
  #countSeals(facts: readonly DeviceFact[]): void {
    if (this.#isTrial || this.#device.kind !== 'tubeSealer') return;
    const count = facts.reduce((sum, fact) => sum + (fact.kind === 'seal' ? fact.count : 0), 0);
    const counted = { deviceId: this.#device.id, count };
    if (count > 0) this.#parts.core.record([event('equipment.tubesSealed', counted)], BY_STATION);
  }

  async #takeResults(facts: readonly DeviceFact[], frame: number): Promise<void> {
    if (this.#isTrial || this.#device.kind !== 'analyser') return;
    for (const report of labReports(this.#device, facts, frame))
      if (!(await this.#report(report)))
        this.#heard({ kind: 'refused', code: 'analyser.otherInstrument' });
  }

  #noteReading(fact: Extract<DeviceFact, { kind: 'reading' }>, number: number): void {
    const { id } = this.#device;
    const named = { readingId: `${id}:${number}`, heardAt: this.#parts.core.now() };
    this.#parts.readings.note(id, fact, named);
  }

  #recordsOf(facts: readonly DeviceFact[], frame: number): readonly AphRecord[] {
    if (this.#device.kind !== 'apheresis') return [];
    const { core } = this.#parts;
    const running = this.#records.running()?.id;
    const alarms = running === undefined ? [] : openAlarms(core.store.reader, running);
    const bodies = recordBodies(facts, {
      running,
      openAlarms: alarms.map(({ code }) => code),
      runState: (donation) => {
        const run = this.#records.runs.find(donation);
        if (run === undefined) return 'none';
        return run.lastFrame === null ? 'open' : 'ended';
      },
    });
    const at = core.now();
    return bodies.map((body, index) => ({
      number: frame * FACTS_A_FRAME + index,
      boot: 1,
      at,
      body,
    }));
  }

  get #serial(): string {
    return this.#device.serial || this.#device.id;
  }

  #heard(said: MappedEvent): void {
    const { id } = this.#device;
    const tap = this.#parts.tap(id);
    switch (said.kind) {
      case 'link':
        this.#linkChanged(said.report.state, said.report.reason);
        return;
      case 'kept':
        tap.count('kept');
        return;
      case 'repeat':
        tap.count('repeats');
        return;
      case 'defective':
      case 'refused':
        tap.count('damaged');
        tap.refused(said.code);
        this.#parts.log(`device.${said.kind}`, said.code, id);
        return;
      case 'fault':
        if (said.code === 'mapped.interpretFailed')
          this.#isBehind = this.#device.kind === 'analyser';
        this.#parts.log('device.fault', said.code, id);
        this.#tell('fault', said.code);
        return;
    }
  }

  #linkChanged(state: 'closed' | 'opening' | 'open' | 'silent' | 'lost', reason: string): void {
    const isOpen = state === 'open' || state === 'silent';
    this.#tell(isOpen ? state : 'lost', isOpen && this.#isTrial ? 'mapped.trial' : reason);
  }

  #tell(state: 'open' | 'silent' | 'lost' | 'fault', code: string): void {
    this.#parts.tellLink(this.#device.id, state, code);
    this.#parts.live.tell({ kind: 'link', link: { deviceId: this.#device.id, state, code } });
  }
}

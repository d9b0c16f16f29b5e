import type { DonationRow } from '#shared/features/collection/model.ts';
import {
  type MachineRecord,
  type MachineSaid,
  machineEvents,
} from '#shared/features/collection/rules/machine.ts';
import { BY_STATION, type Core } from '../../station/core.ts';
import type { AphBody, AphRecord } from '../protocols/aph.ts';
import { otherNumberAlarm, saidBy } from './aph-words.ts';
import type { LiveChannel } from './live.ts';
import { MachineRuns } from './store-runs.ts';

/** What the records of one collecting machine mean for its donations, whatever protocol brought them. */
export class MachineRecords {
  readonly runs: MachineRuns;
  readonly #core: Core;
  readonly #deviceId: string;
  readonly #live: LiveChannel;

  constructor(core: Core, deviceId: string, live: LiveChannel) {
    this.runs = new MachineRuns(core, deviceId);
    this.#core = core;
    this.#deviceId = deviceId;
    this.#live = live;
  }

  /** The donation that runs at this machine and has not been told its end. */
  running(): DonationRow | undefined {
    return this.#core.store.reader
      .by('donation', 'deviceId', this.#deviceId)
      .find((row) => row.state === 'running' && row.linked && row.machineEndedAt === null);
  }

  /** A second of progress matters to the journal only at a turning point. */
  isQuiet({ body }: AphRecord): boolean {
    if (body.type !== 'progress') return false;
    const din = this.runs.find(body.run)?.din;
    const donation = din === undefined ? undefined : this.#core.store.reader.get('donation', din);
    return donation?.phase === body.phase && donation.cycle === body.cycle;
  }

  /** Journals what a record, stored as `frame`, changes; must run inside a transaction. */
  takeIn(record: AphRecord, serial: string, frame: number): void {
    this.#core.record(this.#eventsOf(record, serial, frame), BY_STATION);
  }

  /** Journals that nothing is known of the running donation since `from`; `number` is the newest missing record. */
  gap(from: string, number: number, markId: string): void {
    const donation = this.running();
    if (!donation) return;
    const said = { kind: 'gap' as const, from };
    const at = this.#core.now();
    const taken = { din: donation.id, markId, recordNumber: number, at, said };
    this.#core.transaction(() =>
      this.#core.record(machineEvents(this.#core.store.reader, taken), BY_STATION),
    );
  }

  /** Shows a second of progress on the screens. */
  tell({ body, at }: AphRecord): void {
    if (body.type !== 'progress') return;
    const run = this.runs.find(body.run);
    if (!run) return;
    this.#live.tell({
      kind: 'sample',
      sample: {
        deviceId: this.#deviceId,
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

  #eventsOf(record: AphRecord, serial: string, frame: number) {
    const { body } = record;
    if (body.type === 'start') {
      this.#begin(record, body, frame);
      const other = this.#otherNumber(body.donation);
      if (other) return this.#events(record, serial, other, otherNumberAlarm());
    }
    const run = 'run' in body ? body.run : '';
    const din = body.type === 'start' ? body.donation : this.runs.find(run)?.din;
    const said = saidBy(record);
    if (body.type === 'end') this.runs.end(run, frame);
    return din === undefined || !said ? [] : this.#events(record, serial, din, said);
  }

  #begin(record: AphRecord, body: Extract<AphBody, { type: 'start' }>, frame: number): void {
    this.runs.begin({
      run: body.run,
      din: body.donation,
      machineStartedAt: record.at,
      stationStartedAt: this.#core.now(),
      pressureLimit: body.pressureLimitMmHg,
      cyclesPlanned: body.cyclesPlanned,
      firstFrame: frame,
    });
  }

  /** The donation that runs at this machine while its run names another number. */
  #otherNumber(named: string): string | undefined {
    const donation = this.running();
    return donation && donation.id !== named && !this.runs.ofDonation(donation.id)
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
    const run = this.runs.ofDonation(din);
    const startedAt = this.#core.store.reader.get('donation', din)?.startedAt ?? now;
    if (!run) return now;
    const offset = Math.max(0, Date.parse(machineAt) - Date.parse(run.machineStartedAt));
    const placed = new Date(Date.parse(run.stationStartedAt) + offset).toISOString();
    const late = placed > now ? now : placed;
    return late < startedAt ? startedAt : late;
  }
}

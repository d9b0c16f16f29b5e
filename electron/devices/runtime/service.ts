import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { LineOpener } from '../../ports/serial.ts';
import type { Service, ServiceHost } from '../../station/services.ts';
import { deviceLine } from '../lines/device-line.ts';
import type { SerialWorld } from '../lines/serial-line.ts';
import { systemTimers } from '../timers.ts';
import type { LabReport } from './lab-reports.ts';
import { LineDesk } from './line-desk.ts';
import { linkOf } from './link-of.ts';
import type { DeviceLinkParts, RunningLink, UsualLine } from './link-parts.ts';
import { LiveChannel, type LiveLinkState } from './live.ts';
import { Readings } from './readings.ts';

/** A screen that opens later learns the state of the links after this long at most. */
const REPEAT_MS = 5_000;

/** The line of a record whose address means nothing: its device is shown as lost, the others work. */
const LEADS_NOWHERE: LineOpener = { open: () => Promise.reject(new Error('address')) };

interface Kept {
  readonly mark: string;
  readonly link: RunningLink;
}

/** Keeps the lines of the station's machines, analysers, scanners and desk devices open while it runs. */
export const deviceService: Service = async (host) => {
  const links = new DeviceLinks(host);
  await links.reconcile();
  host.station.core.machine.offerLines(links.desk);
  return {
    stop: async () => {
      host.station.core.machine.offerLines(undefined);
      await links.stop();
    },
  };
};

/** The open lines, one a device; follows what the administrators set. */
class DeviceLinks {
  readonly desk: LineDesk;
  readonly #host: ServiceHost;
  readonly #live: LiveChannel;
  readonly #readings: Readings;
  readonly #kept = new Map<string, Kept>();
  readonly #unsubscribe: () => void;
  #cancelRepeat: () => void = () => {};
  #work: Promise<unknown> = Promise.resolve();
  #serial: SerialWorld | undefined;
  #stopped = false;

  constructor(host: ServiceHost) {
    this.#host = host;
    this.#live = new LiveChannel(host.publish);
    this.#readings = new Readings(this.#live);
    this.desk = new LineDesk({
      folder: host.folder,
      now: () => host.station.core.now(),
      timers: systemTimers,
      readings: this.#readings,
      line: (device) => this.#lineOf(device, { baudRate: 9600 }),
      without: (deviceId, work) => this.#without(deviceId, work),
      link: (deviceId) => this.#kept.get(deviceId)?.link,
    });
    this.#unsubscribe = host.station.subscribe(({ topics }) => {
      if (topics.includes('equipment')) void this.reconcile();
    });
    this.#repeat();
  }

  /** Opens what is set and not open, closes what is open and no longer set. One at a time. */
  async reconcile(): Promise<void> {
    this.#work = this.#work.then(() => this.#reconcileNow()).catch(() => {});
    await this.#work;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancelRepeat();
    await this.#work;
    await Promise.all([...this.#kept.values()].map(({ link }) => link.stop()));
    this.#kept.clear();
    this.desk.close();
  }

  async #without<T>(deviceId: string, work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(async () => {
      const link = this.#kept.get(deviceId)?.link;
      await link?.stop();
      try {
        return await work();
      } finally {
        if (!this.#stopped) link?.start();
      }
    });
    this.#work = done.catch(() => {});
    return done;
  }

  async #reconcileNow(): Promise<void> {
    if (this.#stopped) return;
    const wanted = new Map(
      this.#host.station.core.store.reader
        .all('device')
        .filter(isLinked)
        .map((device) => [device.id, device]),
    );
    for (const [id, { mark, link }] of this.#kept) {
      const device = wanted.get(id);
      if (device && markOf(device) === mark) continue;
      this.#kept.delete(id);
      await link.stop();
    }
    const missing = [...wanted.values()].filter(({ id }) => !this.#kept.has(id));
    if (missing.length === 0) return;
    const { serialWorld } = await import('../serialport-opener.ts');
    this.#serial = serialWorld;
    for (const device of missing) this.#open(device);
  }

  #open(device: DeviceRow): void {
    const link = linkOf(device, this.#parts(), {
      report: (report) => this.#take(report),
      publish: this.#host.publish,
    });
    if (!link) return;
    this.#kept.set(device.id, { mark: markOf(device), link });
    link.start();
  }

  #parts(): DeviceLinkParts {
    const { core } = this.#host.station;
    return {
      core,
      timers: systemTimers,
      live: this.#live,
      readings: this.#readings,
      tap: (deviceId) => this.desk.tap(deviceId),
      line: (device, usual) =>
        this.desk.tap(device.id).wrap(this.#lineOf(device, usual) ?? LEADS_NOWHERE),
      log: (what, code, detail) =>
        core.parts.log.write({ level: 'info', code: `${what} ${code}`, operation: detail }),
      tellLink: (deviceId, state, reason) =>
        core.machine.tellLive(deviceId, {
          state: stateOf(state),
          reason,
          since: core.now(),
        }),
    };
  }

  #lineOf({ link }: DeviceRow, usual: UsualLine): LineOpener | undefined {
    const { folder } = this.#host;
    return this.#serial && deviceLine(link, usual, folder, this.#serial);
  }

  async #take({ mark, ...report }: LabReport): Promise<boolean> {
    const commandId = `analyser:${report.deviceId}:${mark}`.slice(0, 100);
    const { act } = this.#host.station;
    const answer = await act('laboratory.acceptDeviceReport', report, commandId);
    if (answer.status === 'failed') throw new Error(answer.code);
    return answer.status === 'ok';
  }

  #repeat(): void {
    this.#cancelRepeat = systemTimers.after(REPEAT_MS, () => {
      this.#live.repeat();
      this.#repeat();
    });
  }
}

/** Printers have links of their own, beside this service. */
function isLinked({ kind, active, link }: DeviceRow): boolean {
  if (!active || link.address === '') return false;
  const isPrinter = kind === 'labelPrinter' || kind === 'paperPrinter';
  return !isPrinter && (link.kind === 'serial' || link.kind === 'tcp' || link.kind === 'tcpListen');
}

/** What makes a line another line. */
function markOf({ link, serial, profile, name, model, driver }: DeviceRow): string {
  return JSON.stringify([link, serial, profile, name, model, driver]);
}

function stateOf(state: LiveLinkState['state']) {
  return state === 'fault' ? 'lost' : state;
}

import { isAbsolute, join } from 'node:path';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { SerialOpener } from '../../ports/serial.ts';
import type { Service, ServiceHost } from '../../station/services.ts';
import type { AnalyserReport } from '../drivers/analyser-results.ts';
import { systemTimers } from '../timers.ts';
import { AnalyserLink } from './analyser-link.ts';
import { ApheresisLink } from './apheresis-link.ts';
import { IdCardLink } from './id-card-link.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';
import { LiveChannel, type LiveLinkState } from './live.ts';
import { ScannerLink } from './scanner-link.ts';

/** A screen that opens later learns the state of the links after this long at most. */
const REPEAT_MS = 5_000;

interface Kept {
  readonly mark: string;
  readonly link: RunningLink;
}

/** Keeps the serial lines of the station's machines, analysers and scanners open while it runs. */
export const deviceService: Service = async (host) => {
  const links = new DeviceLinks(host);
  await links.reconcile();
  return { stop: () => links.stop() };
};

/** The open lines, one a device; follows what the administrators set. */
class DeviceLinks {
  readonly #host: ServiceHost;
  readonly #live: LiveChannel;
  readonly #kept = new Map<string, Kept>();
  readonly #unsubscribe: () => void;
  #cancelRepeat: () => void = () => {};
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(host: ServiceHost) {
    this.#host = host;
    this.#live = new LiveChannel(host.publish);
    this.#unsubscribe = host.station.subscribe(({ topics }) => {
      if (topics.includes('equipment')) void this.reconcile();
      if (topics.includes('collection')) for (const { link } of this.#kept.values()) link.look?.();
    });
    this.#repeat();
  }

  /** Opens what is set and not open, closes what is open and no longer set. One at a time. */
  reconcile(): Promise<void> {
    this.#work = this.#work.then(() => this.#reconcileNow()).catch(() => {});
    return this.#work;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancelRepeat();
    await this.#work;
    await Promise.all([...this.#kept.values()].map(({ link }) => link.stop()));
    this.#kept.clear();
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
    const { serialportOpener } = await import('../serialport-opener.ts');
    for (const device of missing) this.#open(device, serialportOpener);
  }

  #open(device: DeviceRow, opener: SerialOpener): void {
    const link = this.#linkOf(device, this.#parts(opener));
    if (!link) return;
    this.#kept.set(device.id, { mark: markOf(device), link });
    link.start();
  }

  #linkOf(device: DeviceRow, parts: DeviceLinkParts): RunningLink | undefined {
    switch (device.kind) {
      case 'apheresis':
        return new ApheresisLink(device, parts);
      case 'analyser':
        return new AnalyserLink(device, parts, (of, report) => this.#take(of, report));
      case 'scanner':
        return new ScannerLink(device, parts, this.#host.publish);
      case 'idCardReader':
        return device.link.kind === 'tcp'
          ? new IdCardLink(device, parts, this.#host.publish)
          : new ScannerLink(device, parts, this.#host.publish);
      default:
        return undefined;
    }
  }

  #parts(opener: SerialOpener): DeviceLinkParts {
    const { station, folder } = this.#host;
    const { core } = station;
    return {
      core,
      opener,
      timers: systemTimers,
      live: this.#live,
      path: ({ link }) => portOf(link.address, folder),
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

  async #take(device: DeviceRow, report: AnalyserReport): Promise<void> {
    const results = report.results.map(({ comments: _comments, key: _key, ...result }) => result);
    const input = {
      deviceId: device.id,
      instrumentSerial: report.instrument.serial,
      runId: report.runId,
      results,
    };
    const commandId = `analyser:${device.id}:${report.rawFrameIds.at(-1) ?? report.runId}`;
    const answer = await this.#host.station.act(
      'laboratory.acceptDeviceReport',
      input,
      commandId.slice(0, 100),
    );
    if (answer.status === 'failed') throw new Error(answer.code);
  }

  #repeat(): void {
    this.#cancelRepeat = systemTimers.after(REPEAT_MS, () => {
      this.#live.repeat();
      this.#repeat();
    });
  }
}

function isLinked({ kind, active, link }: DeviceRow): boolean {
  if (!active || link.address === '') return false;
  switch (kind) {
    case 'apheresis':
    case 'analyser':
    case 'scanner':
      return link.kind === 'serial';
    case 'idCardReader':
      return link.kind === 'serial' || link.kind === 'tcp';
    default:
      return false;
  }
}

/** What makes a line another line. */
function markOf({ link, serial, profile, name }: DeviceRow): string {
  return JSON.stringify([link, serial, profile, name]);
}

function portOf(address: string, folder: string): string {
  return isAbsolute(address) || /^COM\d+$/i.test(address) ? address : join(folder, address);
}

function stateOf(state: LiveLinkState['state']) {
  return state === 'fault' ? 'lost' : state;
}

import { ECHO_PROFILES, echoBytes } from '#shared/codes/scanner-echo.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { News } from '../../ports/doorway.ts';
import type { Machine } from '../../ports/machine.ts';
import { SerialScanner } from '../drivers/scanner-serial.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';

const BAUD = 9600;
const PAUSE_MS = 200;
/** An AIM symbology identifier before the data: `]`, letter, modifier. */
const AIM = /^\](?=[A-Za-z][0-9A-Za-z])/;

/** One serial scanner: each read goes to the screens as it came; unfinished reads are dropped. */
export class ScannerLink implements RunningLink {
  readonly #scanner: SerialScanner;
  readonly #device: DeviceRow;
  readonly #machine: Machine;

  constructor(device: DeviceRow, parts: DeviceLinkParts, publish: (news: News) => void) {
    this.#device = device;
    this.#machine = parts.core.machine;
    const echoTo = ECHO_PROFILES.includes(device.profile) ? device.id : undefined;
    this.#scanner = new SerialScanner({
      link: {
        opener: parts.line(device, { baudRate: BAUD }),
        timers: parts.timers,
      },
      pauseMs: PAUSE_MS,
      onRead: (read) => {
        if (read.kind === 'scan')
          publish({ kind: 'scan', scan: { ...scanOf(device.name, read.bytes), echoTo } });
        else parts.log('device.scan', read.code, device.id);
      },
      onReport: ({ state, reason }) => {
        const now = state === 'open' ? 'open' : 'lost';
        parts.tellLink(device.id, now, reason);
        parts.live.tell({ kind: 'link', link: { deviceId: device.id, state: now, code: reason } });
      },
    });
  }

  start(): void {
    const { id, profile } = this.#device;
    this.#machine.hearScanner(id, (verdict) => {
      const bytes = echoBytes(profile, verdict);
      if (bytes !== undefined) void this.#scanner.tell(bytes);
    });
    this.#scanner.start();
  }

  stop(): Promise<void> {
    this.#machine.hearScanner(this.#device.id, undefined);
    return this.#scanner.stop();
  }
}

function scanOf(device: string, bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1');
  return AIM.test(text)
    ? { device, raw: text.slice(3), aim: text.slice(0, 3) }
    : { device, raw: text };
}

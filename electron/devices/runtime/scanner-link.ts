import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { News } from '../../ports/doorway.ts';
import { SerialScanner } from '../drivers/scanner-serial.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';

const BAUD = 9600;
const PAUSE_MS = 200;
/** An AIM symbology identifier before the data: `]`, letter, modifier. */
const AIM = /^\](?=[A-Za-z][0-9A-Za-z])/;

/** One serial scanner: each read goes to the screens as it came; unfinished reads are dropped. */
export class ScannerLink implements RunningLink {
  readonly #scanner: SerialScanner;

  constructor(device: DeviceRow, parts: DeviceLinkParts, publish: (news: News) => void) {
    this.#scanner = new SerialScanner({
      link: {
        opener: parts.opener,
        timers: parts.timers,
        settings: { path: parts.path(device), baudRate: BAUD },
      },
      pauseMs: PAUSE_MS,
      onRead: (read) => {
        if (read.kind === 'scan') publish({ kind: 'scan', scan: scanOf(device.name, read.bytes) });
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
    this.#scanner.start();
  }

  stop(): Promise<void> {
    return this.#scanner.stop();
  }
}

function scanOf(device: string, bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1');
  return AIM.test(text)
    ? { device, raw: text.slice(3), aim: text.slice(0, 3) }
    : { device, raw: text };
}

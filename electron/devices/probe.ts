import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { cardServiceAddress, tcpAddress } from '#shared/features/equipment/addresses.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { makeFolder } from '../ports/files.ts';
import type { DeviceFinding, LiveLink } from '../ports/machine.ts';
import type { PaperPrinter } from '../ports/paper-printer.ts';
import type { LabelPrinter } from '../ports/printer.ts';
import { loadLabelStocks } from '../printing/labels/stock.ts';
import { drawTestLabel } from '../printing/labels/test-label.ts';
import { IppQueue } from '../printing/spooler/ipp-queue.ts';
import { LabelFolder } from '../printing/transports/file.ts';
import { Tcp9100 } from '../printing/transports/tcp9100.ts';
import { deviceLine } from './lines/device-line.ts';
import type { SerialWorld } from './lines/serial-line.ts';
import { serialWorld } from './serialport-opener.ts';

/** What a test of a device needs besides its record. */
export interface ProbeEnv {
  /** Relative addresses (demo folders) begin here. */
  readonly folder: string;
  /** `YYYY-MM-DD HH:mm` as printed on the test label. */
  readonly localTime: string;
  /** Name of this test; becomes the name of a label job. */
  readonly jobId: string;
  /** What the driver that holds the port open says; a port is never opened twice. */
  readonly live: LiveLink | undefined;
  readonly serial?: SerialWorld;
}

/** Really reaches a device: opens its port, prints a test label, asks its queue, writes its folder. */
export function probeDevice(device: DeviceRow, env: ProbeEnv): Promise<DeviceFinding> {
  switch (device.link.kind) {
    case 'none':
      return Promise.resolve({ ok: true, detail: 'manualMode' });
    case 'serial':
      return probeSerial(device, env);
    case 'tcp':
      return device.kind === 'labelPrinter'
        ? probeLabelPrinter(device, env)
        : probeService(device, env);
    case 'tcpListen':
      // The device calls when it likes: a line that is open now is the only proof.
      return Promise.resolve(
        env.live?.state === 'open'
          ? { ok: true, detail: 'opened' }
          : { ok: false, detail: 'notCalled' },
      );
    case 'file':
      return device.kind === 'labelPrinter'
        ? probeLabelPrinter(device, env)
        : probeFolder(placeOf(device.link.address, env.folder));
    case 'ipp':
      return probeQueue(new IppQueue({ uri: device.link.address, timeoutMs: 5000 }));
  }
}

/** An address of a demo device stands inside the data folder. */
export function placeOf(address: string, folder: string): string {
  const isPort = /^(COM\d+|\\\\)/i.test(address);
  return isPort || isAbsolute(address) ? address : join(folder, address);
}

async function probeSerial({ link }: DeviceRow, env: ProbeEnv): Promise<DeviceFinding> {
  if (env.live?.state === 'open') return { ok: true, detail: 'opened' };
  const line = deviceLine(link, { baudRate: 9600 }, env.folder, env.serial ?? serialWorld);
  if (line === undefined) return { ok: false, detail: 'addressBad' };
  try {
    const listener = { bytes: () => {}, closed: () => {} };
    const port = await line.open(listener, new AbortController().signal);
    await port.close();
    return { ok: true, detail: 'opened' };
  } catch (problem) {
    return { ok: false, detail: serialDetail(String(problem)) };
  }
}

/** The native layer tells its reasons as text only. */
function serialDetail(message: string): string {
  if (/portMissing|no such file|cannot find|not found|ENOENT/i.test(message)) return 'portMissing';
  if (/portAmbiguous/.test(message)) return 'portAmbiguous';
  return /portTaken|busy|lock|access denied|EBUSY/i.test(message) ? 'portTaken' : 'portFailed';
}

/** What this station already talks to is there; else its port must answer. */
function probeService({ kind, link }: DeviceRow, env: ProbeEnv): Promise<DeviceFinding> {
  if (env.live?.state === 'open') return Promise.resolve({ ok: true, detail: 'opened' });
  const address =
    kind === 'idCardReader' ? cardServiceAddress(link.address) : tcpAddress(link.address);
  if (!address) return Promise.resolve({ ok: false, detail: 'addressBad' });
  return new Promise((done) => {
    const socket = connect(address);
    const tell = (ok: boolean) => {
      socket.destroy();
      done({ ok, detail: ok ? 'opened' : 'portFailed' });
    };
    socket.setTimeout(5000, () => tell(false));
    socket.once('connect', () => tell(true));
    socket.once('error', () => tell(false));
  });
}

async function probeLabelPrinter(device: DeviceRow, env: ProbeEnv): Promise<DeviceFinding> {
  const printer = labelPrinterOf(device, env.folder);
  if (!printer) return { ok: false, detail: 'addressBad' };
  const stock = loadLabelStocks().find(({ id }) => id === device.profile) ?? loadLabelStocks()[0];
  if (!stock) return { ok: false, detail: 'drawFailed' };
  const { code: deviceId, name } = device;
  const drawn = drawTestLabel({ deviceId, name, printedAtLocal: env.localTime }, stock);
  if (!drawn.ok) return { ok: false, detail: 'drawFailed' };
  const { state } = await printer.send(env.jobId, drawn.value.zpl);
  return { ok: state === 'printed' || state === 'sent', detail: state };
}

/** The transport of a label printer's record; undefined when its address is none. */
export function labelPrinterOf({ link }: DeviceRow, folder: string): LabelPrinter | undefined {
  if (link.kind === 'file') return new LabelFolder(placeOf(link.address, folder));
  const address = link.kind === 'tcp' ? tcpAddress(link.address) : undefined;
  return address ? new Tcp9100(address) : undefined;
}

async function probeQueue(queue: PaperPrinter): Promise<DeviceFinding> {
  const status = await queue.status();
  if (!status.ok) return { ok: false, detail: 'queueFailed' };
  const isReady = status.value.state !== 'stopped' && status.value.accepting;
  return { ok: isReady, detail: isReady ? 'queueReady' : 'queueStopped' };
}

async function probeFolder(folder: string): Promise<DeviceFinding> {
  const file = join(folder, '.plasmapoint-test');
  try {
    makeFolder(folder);
    await writeFile(file, 'test', { flush: true });
    await rm(file);
    return { ok: true, detail: 'written' };
  } catch {
    return { ok: false, detail: 'folderFailed' };
  }
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { sendControl } from '../devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '../devices/simulators/label-printer-start.ts';
import { startAnalyserSimulator, startApheresisSimulator } from '../devices/simulators/start.ts';

/** Where the demo's devices are reached. */
export interface DemoAddresses {
  readonly apheresis: DeviceLink;
  readonly analyser: DeviceLink;
  readonly labelPrinter: DeviceLink;
  readonly paperPrinter: DeviceLink;
}

/** The demo's devices, each a process of its own that outlives a killed station. */
export interface DemoDevices {
  readonly addresses: DemoAddresses;
  /** Control sockets by device; the paper printer's is a URL. */
  readonly control: Readonly<Record<keyof DemoAddresses, string>>;
  /** Ends them all. */
  readonly stop: () => Promise<void>;
}

/** Ports of the last start, so that a device is found where it was. */
interface KnownPorts {
  readonly labelPrinter?: number;
  readonly paperPrinter?: number;
}

const SPEED = 20;

/**
 * Starts, or finds, the simulated apheresis machine, analyser, label printer and paper printer of a
 * data folder. Their sockets lie in a short folder of the system's, because socket paths are short.
 */
export async function startDemoDevices(data: string, isNew: boolean): Promise<DemoDevices> {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 10);
  const place = join(tmpdir(), `plasmapoint-${name}`);
  if (isNew) await clear(place);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const apheresis = await startApheresisSimulator({
    link: join(place, 'aph'),
    state: join(place, 'aph.json'),
    serial: 'APH02',
    speed: SPEED,
    scenario: 'pressureAlarm',
    target: 400,
  });
  const analyser = await startAnalyserSimulator({ link: join(place, 'ana') });
  const known = readPorts(place);
  const label = await labelPrinter(place, known.labelPrinter);
  const paper = await paperPrinter(place, known.paperPrinter);
  const ports = { labelPrinter: label.port, paperPrinter: Number(new URL(paper.control).port) };
  writeFileSync(join(place, PORTS), JSON.stringify(ports));
  return {
    addresses: {
      apheresis: { kind: 'serial', address: apheresis.path },
      analyser: { kind: 'serial', address: analyser.path },
      labelPrinter: { kind: 'tcp', address: `${label.host}:${label.port}` },
      paperPrinter: { kind: 'ipp', address: paper.uri },
    },
    control: {
      apheresis: apheresis.control,
      analyser: analyser.control,
      labelPrinter: label.control,
      paperPrinter: paper.control,
    },
    stop: async () => {
      await quitAll(place);
      if (paper.pid !== undefined) end(paper.pid);
    },
  };
}

const PORTS = 'ports.json';

/** Nothing of an earlier demo of the same name may speak into a new one. */
async function clear(place: string): Promise<void> {
  await quitAll(place);
  rmSync(place, { recursive: true, force: true });
}

async function quitAll(place: string): Promise<void> {
  for (const control of ['aph.ctl', 'ana.ctl', 'lbl.ctl']) {
    await sendControl(join(place, control), { do: 'quit' }).catch(() => undefined);
  }
}

function readPorts(place: string): KnownPorts {
  try {
    return JSON.parse(readFileSync(join(place, PORTS), 'utf8')) as KnownPorts;
  } catch {
    return {};
  }
}

async function labelPrinter(place: string, port: number | undefined) {
  const control = join(place, 'lbl.ctl');
  const folder = join(place, 'labels');
  const running = await sendControl(control, { do: 'state' }).catch(() => undefined);
  if (running && port !== undefined) return { host: '127.0.0.1', port, control };
  if (running) await sendControl(control, { do: 'quit' }).catch(() => undefined);
  const options = { folder, control };
  const again = port === undefined ? undefined : { ...options, port };
  if (again)
    return startLabelPrinterSimulator(again).catch(() => startLabelPrinterSimulator(options));
  return startLabelPrinterSimulator(options);
}

interface PaperPrinter {
  readonly uri: string;
  readonly control: string;
  readonly pid?: number;
}

async function paperPrinter(place: string, port: number | undefined): Promise<PaperPrinter> {
  const folder = join(place, 'papers');
  mkdirSync(folder, { recursive: true });
  if (port !== undefined && (await answers(port))) {
    return {
      uri: `ipp://127.0.0.1:${port}/ipp/print`,
      control: `http://127.0.0.1:${port}/control`,
    };
  }
  const launched = port === undefined ? launchPaper(folder, 0) : launchPaper(folder, port);
  return launched.catch(() => launchPaper(folder, 0));
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/control`).catch(() => undefined);
  return response?.ok ?? false;
}

function launchPaper(folder: string, port: number): Promise<PaperPrinter> {
  const file = fileURLToPath(new URL('../devices/simulators/ipp-printer-main.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    [file, '--folder', folder, '--port', String(port), '--sheet-ms', '1500'],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      child.stdout.destroy();
      child.unref();
      resolve(JSON.parse(line) as PaperPrinter);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the paper printer ended with ${code}`)));
  });
}

function end(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // Already gone.
  }
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { type ControlWord, sendControl } from '../devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '../devices/simulators/label-printer-start.ts';
import {
  type RunningPaperPrinter,
  startPaperPrinterSimulator,
} from '../devices/simulators/paper-printer-start.ts';
import { socketsOf } from '../devices/simulators/sockets.ts';
import { startAnalyserSimulator, startApheresisSimulator } from '../devices/simulators/start.ts';
import { type PracticeLinks, portsOf, startPracticeDevices } from './practice-devices.ts';

/** Where the demo's devices are reached. */
export interface DemoAddresses {
  readonly apheresis: DeviceLink;
  readonly analyser: DeviceLink;
  readonly labelPrinter: DeviceLink;
  readonly paperPrinter: DeviceLink;
}

/** The devices of a site's demonstration, and what practice has beside them. */
export interface DemoLinks extends DemoAddresses {
  /** By device code; empty in a demonstration. */
  readonly practice: PracticeLinks;
}

/** The demo's devices, each a process of its own that outlives a killed station. */
export interface DemoDevices {
  readonly addresses: DemoLinks;
  /** Control sockets by device; the paper printer's is a URL. */
  readonly control: Readonly<Record<keyof DemoAddresses, string>>;
  /** Ends them all. */
  readonly stop: () => Promise<void>;
}

/** Ports of the last start, so that a device is found where it was. */
interface KnownPorts {
  readonly labelPrinter?: number;
  readonly paperPrinter?: number;
  readonly practice?: Readonly<Record<string, number>>;
}

const SPEED = 20;
/** Milliseconds for a sheet of paper. */
const SHEET_MS = 1500;
/** How often the devices hear that their station is there, milliseconds; without it they end. */
const GREET_EVERY_MS = 5 * 60_000;

/**
 * Starts, or finds, the simulated apheresis machine, analyser, label printer and paper printer of a
 * data folder; for practice a device of every other kind too.
 */
export async function startDemoDevices(
  data: string,
  isNew: boolean,
  isPractice = false,
): Promise<DemoDevices> {
  const place = socketsOf(data);
  if (isNew) await clear(place);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const apheresis = await startApheresisSimulator({
    link: join(place, 'aph'),
    state: join(place, 'aph.json'),
    serial: 'APH02',
    speed: SPEED,
    scenario: 'pressure-alarm',
    target: 400,
    home: data,
  });
  const analyser = await startAnalyserSimulator({ link: join(place, 'ana'), home: data });
  const known = readPorts(place);
  const label = await labelPrinter(place, known.labelPrinter, data);
  const paper = await paperPrinter(place, known.paperPrinter, data);
  const practice = isPractice ? await startPracticeDevices(place, data, known.practice ?? {}) : {};
  const ports: KnownPorts = {
    labelPrinter: label.port,
    paperPrinter: Number(new URL(paper.control).port),
    practice: portsOf(practice),
  };
  writeFileSync(join(place, PORTS), JSON.stringify(ports));
  const greeting = setInterval(() => void greetAll(place, paper.control), GREET_EVERY_MS).unref();
  return {
    addresses: {
      apheresis: { kind: 'serial', address: apheresis.path },
      analyser: { kind: 'serial', address: analyser.path },
      labelPrinter: { kind: 'tcp', address: `${label.host}:${label.port}` },
      paperPrinter: { kind: 'ipp', address: paper.uri },
      practice,
    },
    control: {
      apheresis: apheresis.control,
      analyser: analyser.control,
      labelPrinter: label.control,
      paperPrinter: paper.control,
    },
    stop: async () => {
      clearInterval(greeting);
      await quitAll(place);
      end(paper.pid);
    },
  };
}

const PORTS = 'ports.json';

/** Nothing of an earlier demo of the same name may speak into a new one. */
async function clear(place: string): Promise<void> {
  await quitAll(place);
  rmSync(place, { recursive: true, force: true });
}

async function tellAll(place: string, word: ControlWord): Promise<void> {
  const files = existsSync(place) ? readdirSync(place) : [];
  for (const control of files.filter((file) => file.endsWith('.ctl'))) {
    await sendControl(join(place, control), word).catch(() => undefined);
  }
}

async function quitAll(place: string): Promise<void> {
  await tellAll(place, { do: 'quit' });
}

async function greetAll(place: string, paperControl: string): Promise<void> {
  await tellAll(place, { do: 'state' });
  await fetch(paperControl).catch(() => undefined);
}

function readPorts(place: string): KnownPorts {
  try {
    return JSON.parse(readFileSync(join(place, PORTS), 'utf8')) as KnownPorts;
  } catch {
    return {};
  }
}

async function labelPrinter(place: string, port: number | undefined, home: string) {
  const control = join(place, 'lbl.ctl');
  const folder = join(place, 'labels');
  const running = await sendControl(control, { do: 'state' }).catch(() => undefined);
  if (running && port !== undefined) return { host: '127.0.0.1', port, control };
  if (running) await sendControl(control, { do: 'quit' }).catch(() => undefined);
  const options = { folder, control, home };
  const again = port === undefined ? undefined : { ...options, port };
  if (again)
    return startLabelPrinterSimulator(again).catch(() => startLabelPrinterSimulator(options));
  return startLabelPrinterSimulator(options);
}

async function paperPrinter(
  place: string,
  port: number | undefined,
  home: string,
): Promise<RunningPaperPrinter> {
  const folder = join(place, 'papers');
  mkdirSync(folder, { recursive: true });
  const running = port === undefined ? undefined : await runningPaper(port);
  if (running) return running;
  const options = { folder, home, sheetMs: SHEET_MS };
  if (port === undefined) return startPaperPrinterSimulator(options);
  const again = startPaperPrinterSimulator({ ...options, port });
  return again.catch(() => startPaperPrinterSimulator(options));
}

/** The printer that is still there from an earlier start. */
async function runningPaper(port: number): Promise<RunningPaperPrinter | undefined> {
  const control = `http://127.0.0.1:${port}/control`;
  const response = await fetch(control).catch(() => undefined);
  if (!response?.ok) return undefined;
  const { pid } = (await response.json()) as { pid: number };
  return { uri: `ipp://127.0.0.1:${port}/ipp/print`, control, pid };
}

function end(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // Already gone.
  }
}

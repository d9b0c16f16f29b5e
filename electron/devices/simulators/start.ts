import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ControlAnswer } from './control-socket.ts';
import { sendControl } from './control-socket.ts';
import { FORSAKEN_MS, type LifetimeOptions } from './lifetime.ts';

/** A running simulator: where its cable ends, where its control socket is, and its process. */
export interface RunningSimulator {
  readonly path: string;
  readonly control: string;
  readonly pid: number;
}

export interface ApheresisSimulatorStart extends LifetimeOptions {
  readonly link: string;
  readonly state?: string;
  readonly serial?: string;
  readonly speed?: number;
  readonly target?: number;
  readonly scenario?: string;
  readonly seed?: number;
  readonly buffer?: number;
  readonly port?: number;
  readonly call?: number;
}

export interface AnalyserSimulatorStart extends LifetimeOptions {
  readonly link: string;
  readonly encoding?: 'gb18030' | 'utf-8' | 'latin1';
  readonly maxText?: number;
}

type LaunchOptions = Readonly<Record<string, string | number | undefined>> &
  LifetimeOptions & { readonly link: string };

const READY_WITHIN_MS = 30_000;

/**
 * Starts a simulated apheresis machine that outlives this process, or finds the one that already owns the link.
 * Rejects when it does not get ready.
 */
export function startApheresisSimulator(
  options: ApheresisSimulatorStart,
): Promise<RunningSimulator> {
  return launch('apheresis-main.ts', { ...options });
}

/** Starts a simulated analyser that outlives this process, or finds the one that already owns the link. */
export function startAnalyserSimulator(options: AnalyserSimulatorStart): Promise<RunningSimulator> {
  const { maxText, ...rest } = options;
  return launch('analyser-main.ts', { ...rest, 'max-text': maxText });
}

/** Starts a simulated serial scanner that outlives this process, or finds the one that owns the link. */
export function startScannerSimulator(
  options: LifetimeOptions & { readonly link: string },
): Promise<RunningSimulator> {
  return launch('scanner-main.ts', { ...options });
}

/** Starts a simulated reader of identity cards that outlives this process, or finds the one there. */
export function startIdCardSimulator(
  options: LifetimeOptions & { readonly link: string },
): Promise<RunningSimulator & { readonly port: number }> {
  return launch('id-card-main.ts', { ...options }) as Promise<
    RunningSimulator & { readonly port: number }
  >;
}

/**
 * Starts a device that a mapping file describes, by its mapping or by a scenario; with `every` 0 it speaks only when
 * told.
 */
export function startMappedSimulator(
  options: LifetimeOptions & {
    readonly link: string;
    readonly mapping?: string;
    readonly scenario?: string;
    readonly every?: number;
    readonly port?: number;
    readonly call?: number;
  },
): Promise<RunningSimulator> {
  return launch('mapped-main.ts', { ...options });
}

/** Asks whether a simulator answers on its control socket; undefined when not. */
export function simulatorState(link: string): Promise<ControlAnswer | undefined> {
  return sendControl(`${link}.ctl`, { do: 'state' }).catch(() => undefined);
}

/** Ends a simulator through its control socket; quiet when it is already gone. */
export async function stopSimulator(simulator: RunningSimulator): Promise<void> {
  await sendControl(simulator.control, { do: 'quit' }).catch(() => undefined);
}

const portOf = (port: unknown) => (port === undefined ? {} : { port: Number(port) });

/** As words of a command line; it serves the folder of its link where no other is named. */
function argumentsOf({ forsakenMs = FORSAKEN_MS, home, ...options }: LaunchOptions): string[] {
  const all = { ...options, home: home ?? dirname(options.link), 'forsaken-ms': forsakenMs };
  return Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
}

async function launch(program: string, options: LaunchOptions): Promise<RunningSimulator> {
  const running = await simulatorState(options.link);
  if (running !== undefined)
    return {
      path: options.link,
      control: `${options.link}.ctl`,
      ...portOf(running['port']),
      pid: Number(running['pid']),
    };
  const args = argumentsOf(options);
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    let complaint = '';
    const timer = setTimeout(
      () => finish(new Error('the simulator did not get ready')),
      READY_WITHIN_MS,
    );
    const finish = (result: RunningSimulator | Error): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      if (result instanceof Error) {
        child.kill();
        reject(result);
      } else resolve(result);
    };
    child.stderr.on('data', (chunk) => {
      complaint = (complaint + String(chunk)).slice(-2000);
    });
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (!output.includes('\n')) return;
      const { path, control, pid, port } = JSON.parse(output) as RunningSimulator & {
        port?: number;
      };
      finish({ path, control, pid, ...portOf(port) });
    });
    child.once('error', finish);
    child.once('close', () => finish(new Error(`the simulator ended: ${complaint}`)));
  });
}

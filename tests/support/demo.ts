import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { FOLDERS } from './folders.ts';

/** A demo station in a process of its own, behind the loopback door, as `npm start` opens it. */
export interface DemoStation {
  /** Address with its single-use token. */
  readonly url: string;
  readonly origin: string;
  readonly data: string;
  readonly home: string;
  readonly pid: number;
  readonly staff: readonly {
    readonly key: string;
    readonly name: string;
    readonly badge: string;
    readonly pin: string;
  }[];
  /** Ends it as a person would, or kills it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Starts the same folder again after a stop. */
  readonly restart: () => Promise<DemoStation>;
  /** Removes the temporary folders. */
  readonly remove: () => void;
}

export interface DemoOptions {
  readonly seed?: number;
  readonly practiceClock?: string;
}

/** Starts a demo station on a new temporary folder with an emptied home. */
export function startDemo(options: DemoOptions = {}): Promise<DemoStation> {
  const home = mkdtempSync(join(FOLDERS, 'pp-'));
  return start(home, join(home, 'data'), options);
}

async function start(home: string, data: string, options: DemoOptions): Promise<DemoStation> {
  const args = ['electron/start.ts', '--demo', '--door', 'loopback', '--data', data];
  args.push('--port', '0', '--no-open', '--json', '--seed', String(options.seed ?? 1));
  if (options.practiceClock) args.push('--practice-clock', options.practiceClock);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '' },
  });
  const line = await firstLine(child);
  const said = JSON.parse(line) as Pick<DemoStation, 'url' | 'pid'> & {
    demo: Pick<DemoStation, 'staff'>;
  };
  return {
    url: said.url,
    origin: new URL(said.url).origin,
    data,
    home,
    pid: said.pid,
    staff: said.demo.staff,
    stop: (signal = 'SIGTERM') => stop(child, signal),
    restart: () => start(home, data, options),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-4000);
    });
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the station ended with ${code}: ${complaint}`)));
  });
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

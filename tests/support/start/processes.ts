import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** What one run of a program gave. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of our programs to its end. `env` goes over the environment of the tests. */
export function runNode(
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string | Buffer;
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  child.stdin.end(options.input ?? '');
  return ended(child);
}

function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The line that `npm start -- --json` prints. */
export interface StartLine {
  readonly door: string;
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  readonly demo: null | object;
}

/** A station behind the loopback door, in a process of its own. */
export interface RunningStart {
  readonly said: StartLine;
  readonly stop: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** Starts the station of a folder as `npm start` does, with more options, and waits for its line. */
export async function startStation(
  data: string,
  env: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<RunningStart> {
  const child = spawn(process.execPath, [...startArguments(data), ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const end = ended(child);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void end.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)));
  });
  return {
    said: JSON.parse(line) as StartLine,
    stop: (signal) => {
      child.kill(signal);
      return end;
    },
  };
}

/** The options with which a folder is started without showing a browser. */
export function startArguments(data: string): string[] {
  const options = ['--door', 'loopback', '--data', data, '--port', '0', '--no-open', '--json'];
  return ['electron/start.ts', ...options];
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FORSAKEN_MS, type LifetimeOptions } from './lifetime.ts';

/** A running simulated label printer; end it with the control word `quit`. */
export interface RunningLabelPrinter {
  readonly host: string;
  readonly port: number;
  readonly control: string;
  readonly pid: number;
}

export interface LabelPrinterStart extends LifetimeOptions {
  /** Where printed labels appear as pictures. */
  readonly folder: string;
  /** Path of its control socket. */
  readonly control: string;
  readonly port?: number;
  readonly width?: number;
  readonly height?: number;
  readonly dots?: number;
}

/** Starts a simulated label printer that outlives this process; rejects when it does not get ready. */
export function startLabelPrinterSimulator({
  forsakenMs = FORSAKEN_MS,
  home,
  ...options
}: LabelPrinterStart): Promise<RunningLabelPrinter> {
  const all = { ...options, home: home ?? options.folder, 'forsaken-ms': forsakenMs };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const file = fileURLToPath(new URL('label-printer-main.ts', import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the label printer ended: ${code}`)));
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (!output.includes('\n')) return;
      child.stdout.destroy();
      child.unref();
      resolve(JSON.parse(output) as RunningLabelPrinter);
    });
  });
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { FORSAKEN_MS, type LifetimeOptions } from './lifetime.ts';

/** A running simulated printer that speaks IPP; it is ended by its process id. */
export interface RunningPaperPrinter {
  readonly uri: string;
  /** Address that shows its state and takes what a person does to it. */
  readonly control: string;
  readonly pid: number;
}

export interface PaperPrinterStart extends LifetimeOptions {
  /** Where printed documents are kept. */
  readonly folder: string;
  /** Any free one when left out. */
  readonly port?: number;
  /** Milliseconds for a sheet. */
  readonly sheetMs?: number;
}

/** Starts a simulated IPP printer that outlives this process; rejects when it does not get ready. */
export function startPaperPrinterSimulator({
  folder,
  port = 0,
  sheetMs = 300,
  home = folder,
  forsakenMs = FORSAKEN_MS,
}: PaperPrinterStart): Promise<RunningPaperPrinter> {
  const file = fileURLToPath(new URL('ipp-printer-main.ts', import.meta.url));
  const work = ['--folder', folder, '--port', String(port), '--sheet-ms', String(sheetMs)];
  const life = ['--home', home, '--forsaken-ms', String(forsakenMs)];
  const child = spawn(process.execPath, [file, ...work, ...life], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      child.stdout.destroy();
      child.unref();
      resolve(JSON.parse(line) as RunningPaperPrinter);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the paper printer ended with ${code}`)));
  });
}

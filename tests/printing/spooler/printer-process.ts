import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SimulatedJob } from '#electron/devices/simulators/ipp-printer-model.ts';

export interface PrinterProcess {
  readonly uri: string;
  readonly folder: string;
  /** Does something to the printer and answers its state. */
  order(body: object): Promise<{ state: number; jobs: SimulatedJob[] }>;
  /** Ends the process as a pulled plug would; resolves when it is gone. */
  kill(): Promise<unknown>;
}

/** A temporary folder that goes with the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plasmapoint-print-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the simulated IPP printer in a process of its own. */
export async function startPrinter(t: TestContext, sheetMs = 20): Promise<PrinterProcess> {
  const folder = await temporaryFolder(t);
  const main = fileURLToPath(
    new URL('../../../electron/devices/simulators/ipp-printer-main.ts', import.meta.url),
  );
  const child = spawn(process.execPath, [main, '--folder', folder, '--sheet-ms', String(sheetMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const started = JSON.parse(String(line)) as { uri: string; control: string };
  return {
    uri: started.uri,
    folder,
    order: async (body) => {
      const answer = await fetch(started.control, { method: 'POST', body: JSON.stringify(body) });
      return (await answer.json()) as { state: number; jobs: SimulatedJob[] };
    },
    kill: () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      return gone;
    },
  };
}

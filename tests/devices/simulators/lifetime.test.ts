import assert from 'node:assert/strict';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, describe, it } from 'node:test';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '#electron/devices/simulators/label-printer-start.ts';
import { startPaperPrinterSimulator } from '#electron/devices/simulators/paper-printer-start.ts';
import {
  type RunningSimulator,
  startAnalyserSimulator,
  startApheresisSimulator,
  startScannerSimulator,
  stopSimulator,
} from '#electron/devices/simulators/start.ts';
import { freshFolder, until } from '../support.ts';

const running: RunningSimulator[] = [];
after(() => Promise.all(running.map(stopSimulator)));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starters of every simulator that stands on a cable or listens on a socket. */
const STARTERS = {
  apheresis: (folder: string, life: object) =>
    startApheresisSimulator({ link: join(folder, 'line'), ...life }),
  analyser: (folder: string, life: object) =>
    startAnalyserSimulator({ link: join(folder, 'line'), ...life }),
  scanner: (folder: string, life: object) =>
    startScannerSimulator({ link: join(folder, 'line'), ...life }),
  labelPrinter: (folder: string, life: object) =>
    startLabelPrinterSimulator({ folder, control: join(folder, 'line.ctl'), ...life }),
  paperPrinter: (folder: string, life: object) => startPaperPrinterSimulator({ folder, ...life }),
};

/** Speaks to a simulator as a station does. */
async function greet(control: string): Promise<void> {
  if (control.startsWith('http')) assert.ok((await fetch(control)).ok);
  else assert.equal((await sendControl(control, { do: 'state' })).ok, true);
}

for (const [name, start] of Object.entries(STARTERS)) {
  describe(`the simulated ${name}`, { concurrency: true }, () => {
    it('ends on SIGTERM and takes cable and socket away', async () => {
      const folder = freshFolder();
      const { pid, control } = await start(folder, {});
      process.kill(pid, 'SIGTERM');
      await until(() => !isAlive(pid), `${name} is gone`);
      assert.deepEqual([existsSync(join(folder, 'line')), existsSync(control)], [false, false]);
    });

    it('ends by itself when no station was heard for long', async () => {
      const { pid, control } = await start(freshFolder(), { forsakenMs: 600 });
      for (let turn = 0; turn < 6; turn += 1) {
        await greet(control);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await until(() => !isAlive(pid), `${name} is gone`);
    });

    it('ends when the folder that it serves is gone', async () => {
      const home = join(freshFolder(), 'data');
      const { pid, control } = await start(freshFolder(), { home });
      // A folder that is still to be made is no folder that is gone.
      await new Promise((resolve) => setTimeout(resolve, 700));
      await greet(control);
      mkdirSync(home);
      await new Promise((resolve) => setTimeout(resolve, 700));
      rmSync(home, { recursive: true });
      await until(() => !isAlive(pid), `${name} is gone`);
    });
  });
}

/** Processor time of a process in clock ticks, from the kernel's own count. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

const BURSTS = 40;
const BURST_BYTES = 4096;

/** Reads what the line holds until so many bytes have come. */
async function readAll(host: number, bytes: number): Promise<void> {
  const buffer = Buffer.alloc(65_536);
  let read = 0;
  await until(() => {
    try {
      read += readSync(host, buffer);
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EAGAIN'))
        throw problem;
    }
    return read >= bytes;
  }, `${bytes} bytes came`);
}

// The kernel's count of a process's time is read where Linux keeps it.
if (process.platform === 'linux') {
  it('a machine whose station was killed waits without work, and goes on when it is read', async () => {
    const link = join(freshFolder(), 'aph');
    const machine = await startApheresisSimulator({ link });
    running.push(machine);
    const host = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    for (let turn = 0; turn < BURSTS; turn += 1) {
      await sendControl(machine.control, { do: 'noise', bytes: BURST_BYTES });
    }
    const before = ticks(machine.pid);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    // A spinning process uses some two hundred ticks in two seconds.
    assert.ok(ticks(machine.pid) - before < 50, 'it spins');
    await readAll(host, BURSTS * BURST_BYTES);
    closeSync(host);
  });
}

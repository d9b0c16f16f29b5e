import process from 'node:process';
import { connectControl } from '../control/client.ts';
import type { ControlServer } from '../control/server.ts';
import { demoStaff, openDemoFolder } from '../demo/open-demo.ts';
import { openLoopback } from '../loopback/server.ts';
import { demoKeyStore, fileKeyStore } from '../ports/key-store.ts';
import { RescueDoorway } from '../rescue/doorway.ts';
import { type OpenFolder, openFolder } from '../station/open-folder.ts';
import type { StartProblem } from '../station/start-problem.ts';
import { openBrowser } from './browser.ts';
import { configFolder } from './config-folder.ts';
import type { StartOptions } from './options.ts';
import { terminalWay } from './terminal-way.ts';
import { startTexts } from './texts.ts';

/**
 * The station of a folder for a browser of this machine until it is told to stop; where the folder
 * cannot be opened, the rescue screen. `root` is the folder of the built screens. Answers the exit code.
 */
export async function serveLoopback(options: StartOptions, root: string): Promise<number> {
  const stop = stopSignal();
  let control: ControlServer | undefined;
  const place = placeOf(options, async (station) => {
    await control?.close();
    control = await terminalWay(station, () => door.freshUrl());
  });
  const door = await openLoopback({
    station: place,
    root,
    port: options.port,
    now: Date.now,
    document: () => place.document,
  });
  const problem = await place.open();
  const isShown = problem === 'station.folderInUse' && (await showRunning(options));
  if (!isShown) {
    if (problem !== undefined) sayProblem(problem);
    announce(options, door.freshUrl(), problem);
    await stop;
  }
  await control?.close();
  await door.close();
  await place.close();
  return 0;
}

/** The folder that the options name, with the way to open it. */
function placeOf(
  options: StartOptions,
  opened: (station: OpenFolder) => Promise<void>,
): RescueDoorway {
  const config = configFolder();
  const keyStore = options.demo ? demoKeyStore(options.data) : fileKeyStore(config);
  return new RescueDoorway({
    folder: options.data,
    keyStore,
    configFolder: config,
    open: (data) =>
      options.demo
        ? openDemoFolder({ ...options, data })
        : openFolder({ folder: data, keyStore, configFolder: config }),
    newKeyStore: async (data) => (options.demo ? demoKeyStore(data) : keyStore),
    opened,
  });
}

/** A second start on a folder in use: shows the station that runs there already. */
async function showRunning(options: StartOptions): Promise<boolean> {
  const control = await connectControl(options.data);
  const url = await control?.freshUrl();
  control?.close();
  if (!url) return false;
  announce(options, url);
  return true;
}

function announce(options: StartOptions, url: string, problem?: StartProblem): void {
  if (options.json) {
    const demo = options.demo ? { staff: demoStaff() } : null;
    const known = problem === undefined ? {} : { problem };
    const line = { door: 'loopback', url, pid: process.pid, data: options.data, demo, ...known };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else {
    const words =
      problem === undefined
        ? '采浆点工作站已打开 / The station is open:'
        : '可以看、导出、恢复的页面 / A page to read, export and restore:';
    say(`${words}\n  ${url}\n数据 / data: ${options.data}`);
  }
  if (options.open) openBrowser(url);
}

function sayProblem(problem: StartProblem): void {
  const text = startTexts[problem];
  say(`${text.zh}\n${text.en} (${problem})`);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // Asked twice it still closes in order.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

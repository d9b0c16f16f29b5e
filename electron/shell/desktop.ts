import { join } from 'node:path';
import process from 'node:process';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import { runCli } from '../cli.ts';
import type { ControlServer } from '../control/server.ts';
import { demoStaff } from '../demo/open-demo.ts';
import type { RescueDoorway } from '../rescue/doorway.ts';
import { configFolder } from '../start/config-folder.ts';
import { type StartOptions, startOptions } from '../start/options.ts';
import { terminalWay } from '../start/terminal-way.ts';
import { startTexts } from '../start/texts.ts';
import type { OpenFolder } from '../station/open-folder.ts';
import { failStop } from './fail-stop.ts';
import { denyPermissions, guardContents } from './guards.ts';
import { wireIpc } from './ipc.ts';
import { ownSimulator } from './own-simulator.ts';
import { desktopPlace } from './place.ts';
import { followPower } from './power.ts';
import { serveScheme } from './scheme.ts';
import { systemKeyStore } from './system-store.ts';
import { bothOf, shellTexts } from './texts.ts';
import { openWindow, PARTITION } from './window.ts';

/**
 * The desktop door. `argv` as the process got it: `--cli VERB …` runs one verb of the terminal door
 * without a window; else the options of `npm start`. Ends the program itself.
 */
export async function startDesktop(argv: readonly string[]): Promise<void> {
  const given = argv.slice(app.isPackaged ? 1 : 2);
  const simulator = ownSimulator(given[0]);
  if (simulator) {
    // Where Node's reader of arguments looks for them.
    process.argv = [process.execPath, ...given];
    await simulator();
    return;
  }
  if (given[0] === '--cli') {
    // Where the system keeps what it seals with: on Windows that lies in the program's own folder.
    app.setPath('userData', join(configFolder(), 'desktop'));
    app.exit(await runCli(given.slice(1), systemKeyStore));
    return;
  }
  const options = startOptions(given);
  if (!options.ok) {
    refuse(options.error);
    return;
  }
  // Apart from a site's own, so that a demonstration can stand beside it.
  app.setPath('userData', join(configFolder(), options.value.demo ? 'desktop-demo' : 'desktop'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  failStop();
  guardContents(app);
  await app.whenReady();
  Menu.setApplicationMenu(menu());
  await run(options.value);
}

async function run(options: StartOptions): Promise<void> {
  // The passphrase window closing must not end the program before the station's own window opens.
  const stay = (): void => undefined;
  app.on('window-all-closed', stay);
  let control: ControlServer | undefined;
  let station: OpenFolder | undefined;
  const place = await desktopPlace(options, async (opened) => {
    station = opened;
    await control?.close();
    control = await terminalWay(opened, undefined);
  });
  const problem = place.ok ? await place.value.open() : place.error;
  // A folder in use needs no rescue; another screen of the same station is what is wanted.
  if (!place.ok || problem === 'station.folderInUse') {
    refuse(bothOf({ ...startTexts, ...shellTexts }[problem ?? 'station.folderInUse']));
    return;
  }
  const window = showPlace(place.value);
  const endPower = followPower(window, () => station?.station.core.sessions.lockAll());
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());
  closeOnQuit(async () => {
    endPower();
    await control?.close();
    await place.value.close();
  });
  if (options.json) announce(options);
}

function showPlace(place: RescueDoorway): BrowserWindow {
  const built = join(app.getAppPath(), 'dist');
  const own = session.fromPartition(PARTITION);
  denyPermissions(own);
  serveScheme(own, join(built, 'renderer'));
  const window = openWindow(join(built, 'electron', 'preload.cjs'), place.document);
  const unwire = wireIpc(place, window);
  window.once('closed', unwire);
  return window;
}

/** The data of a second start come from any program of the user: it is shown, never read. */
function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function closeOnQuit(close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

/** None on Windows and Linux; macOS needs one for its own quit, copy and paste. */
function menu(): Menu | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]);
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  dialog.showErrorBox(shellTexts['shell.title'].zh, text);
  app.exit(1);
}

function announce(options: StartOptions): void {
  const demo = options.demo ? { staff: demoStaff() } : null;
  const line = { door: 'desktop', pid: process.pid, data: options.data, demo };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

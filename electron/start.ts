import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { connectControl } from './control/client.ts';
import { openControl } from './control/server.ts';
import { demoStaff, openDemoFolder } from './demo/open-demo.ts';
import { openLoopback } from './loopback/server.ts';
import { fileKeyStore } from './ports/key-store.ts';
import { openBrowser } from './start/browser.ts';
import { configFolder } from './start/config-folder.ts';
import { electronBinary } from './start/electron-binary.ts';
import { type StartOptions, startOptions } from './start/options.ts';
import { builtRenderer } from './start/renderer-build.ts';
import { runDesktop } from './start/run-desktop.ts';
import { startTexts } from './start/texts.ts';
import { openFolder } from './station/open-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `npm start`: the desktop where Electron's program can be had, else the loopback door. */
async function main(argv: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    say(
      `需要 Node 22 以上，现在是 ${process.version}。请运行 npm ci。/ Node 22 or newer is needed; run npm ci.`,
    );
    return 1;
  }
  const parsed = startOptions(argv);
  if (!parsed.ok) {
    say(parsed.error);
    return 1;
  }
  const options = parsed.value;
  const program = options.door === 'loopback' ? undefined : await electronBinary(ROOT);
  if (program) return runDesktop(program, ROOT, argv);
  if (options.door !== 'loopback') {
    say(
      '没有 Electron 程序或没有显示器，改用本机浏览器打开。/ No Electron program or display here: opening in this machine’s browser.',
    );
  }
  return serveLoopback(options);
}

async function serveLoopback(options: StartOptions): Promise<number> {
  const root = await builtRenderer(ROOT);
  const opened = options.demo
    ? await openDemoFolder(options)
    : await openFolder({
        folder: options.data,
        keyStore: fileKeyStore(configFolder()),
        configFolder: configFolder(),
      });
  if (!opened.ok) {
    if (opened.error === 'station.folderInUse' && (await showRunning(options))) return 0;
    const text = startTexts[opened.error];
    say(`${text.zh}\n${text.en} (${opened.error})`);
    return 1;
  }
  const folder = opened.value;
  const door = await openLoopback({ station: folder, root, port: options.port, now: Date.now });
  const control = await openControl({
    station: folder,
    data: options.data,
    freshUrl: door.freshUrl,
  });
  announce(options, door.freshUrl());
  await stopSignal();
  await control.close();
  await door.close();
  await folder.close();
  return 0;
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

function announce(options: StartOptions, url: string): void {
  if (options.json) {
    const demo = options.demo ? { staff: demoStaff() } : null;
    const line = { door: 'loopback', url, pid: process.pid, data: options.data, demo };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else {
    say(`采浆点工作站已打开 / The station is open:\n  ${url}\n数据 / data: ${options.data}`);
  }
  if (options.open) openBrowser(url);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

process.exit(await main(process.argv.slice(2)));

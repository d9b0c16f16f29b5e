import './install.ts';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { builtRenderer } from '#electron/start/renderer-build.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { buildDesktop } from './build.ts';
import { app, state } from './double.ts';
import { allWindows, type BrowserWindow } from './window.ts';

/** The built desktop on a data folder, behind the double of `electron` and a real Chromium. */
export interface RunningDesktop {
  readonly window: BrowserWindow;
  readonly page: Page;
  readonly data: string;
  /** Root of the project; what was built lies in its `dist`. */
  readonly root: string;
  /** The line that `--json` prints when the window is up. */
  readonly said: unknown;
  /** Quits as a person does and waits until the folder is free. */
  readonly close: () => Promise<void>;
}

/** Builds what users install, starts it from `dist/electron/main.js` and waits for its window. */
export async function runDesktop(options: readonly string[]): Promise<RunningDesktop> {
  const home = mkdtempSync(join(tmpdir(), 'ppd-'));
  process.env['HOME'] = home;
  process.env['XDG_CONFIG_HOME'] = join(home, 'config');
  const root = await buildDesktop();
  state.appPath = join(home, 'app');
  cpSync(await builtRenderer(root), join(state.appPath, 'dist', 'renderer'), { recursive: true });
  cpSync(
    join(root, 'dist', 'electron', 'preload.cjs'),
    join(state.appPath, 'dist', 'electron', 'preload.cjs'),
  );
  const browser = await launchBrowser();
  state.browser = browser;
  const data = join(home, 'data');
  process.argv = [process.execPath, root, '--data', data, '--json', ...options];
  const said = firstLine();
  try {
    await import(pathToFileURL(join(root, 'dist', 'electron', 'main.js')).href);
    const window = await until(() => allWindows()[0], 'no window was opened');
    await window.loaded;
    assert.ok(window.page);
    return running(window, window.page, { data, home, root, said: JSON.parse(await said) });
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function running(
  window: BrowserWindow,
  page: Page,
  { data, home, root, said }: { data: string; home: string; root: string; said: unknown },
): RunningDesktop {
  return {
    window,
    page,
    data,
    root,
    said,
    close: async () => {
      if (state.quits === 0) app.quit();
      await until(() => state.quits > 0 || undefined, 'the program did not quit');
      await state.browser?.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Waits for something that must come; fails with the sentence after a generous while. */
export async function until<T>(look: () => T | undefined, otherwise: string): Promise<T> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    assert.deepEqual(state.dialogs, []);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(otherwise);
}

/** The first JSON line that this process writes from here on; the rest goes its way. */
function firstLine(): Promise<string> {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  return new Promise((resolve) => {
    stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      if (typeof chunk !== 'string' || !chunk.startsWith('{"door"')) return write(chunk, ...rest);
      stdout.write = write;
      resolve(chunk);
      return true;
    }) as typeof stdout.write;
  });
}

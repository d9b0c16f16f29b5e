import { BrowserWindow, dialog, type RenderProcessGoneDetails } from 'electron';
import type { FirstDocument } from '../ports/doorway.ts';
import { APP_ORIGIN } from './scheme.ts';
import { bothOf, shellTexts } from './texts.ts';

/** In memory only: nothing that the window shows stays on the disk. */
export const PARTITION = 'station';

const RELOADS_ALLOWED = 3;
const RELOAD_WINDOW_MS = 60_000;

/** Of every window. Frozen literal: no preference comes from data (option injection). */
export const WEB_PREFERENCES = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
});

/** Opens the one window of the station on a document of the built renderer. */
export function openWindow(preload: string, document: FirstDocument): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 720,
    show: false,
    backgroundColor: '#F0F3F5',
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload, partition: PARTITION },
  });
  window.once('ready-to-show', () => window.show());
  survive(window);
  void window.loadURL(`${APP_ORIGIN}${document}`);
  return window;
}

/**
 * A dead renderer loses only unsent keystrokes: reload, three times a minute at most, then ask. Where
 * integrity or launch failed, a reload would only hide it.
 */
function survive(window: BrowserWindow): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, details: RenderProcessGoneDetails) => {
    const now = Date.now();
    reloads = reloads.filter((at) => now - at < RELOAD_WINDOW_MS);
    const hopeless = details.reason === 'integrity-failure' || details.reason === 'launch-failed';
    if (hopeless || reloads.length >= RELOADS_ALLOWED) {
      dialog.showErrorBox(shellTexts['shell.title'].zh, bothOf(shellTexts['shell.screenLost']));
      return;
    }
    reloads.push(now);
    window.webContents.reload();
  });
}

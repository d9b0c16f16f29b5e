import { BrowserWindow, dialog, type RenderProcessGoneDetails } from 'electron';
import { APP_ORIGIN } from './scheme.ts';

const RELOADS_ALLOWED = 3;
const RELOAD_WINDOW_MS = 60_000;

/** Frozen literal: no preference comes from data (option injection). */
const WEB_PREFERENCES = Object.freeze({
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

/** Opens the one window of the station on the built renderer. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 720,
    show: false,
    backgroundColor: '#F0F3F5',
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload, partition: 'station' },
  });
  window.once('ready-to-show', () => window.show());
  survive(window);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
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
      dialog.showErrorBox(
        'PlasmaPoint 采浆点工作站',
        '画面无法恢复，记录已存好。请退出后重新打开。\nThe screen cannot be restored; records are kept. Please restart.',
      );
      return;
    }
    reloads.push(now);
    window.webContents.reload();
  });
}

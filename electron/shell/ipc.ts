import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Answer } from '#shared/contract/envelope.ts';
import type { Doorway } from '../ports/doorway.ts';
import { isOurs } from './guards.ts';

/**
 * Wires the bridge: each message is answered only when it comes from the main frame of our own window
 * and our own origin (item 17); schemas and roles are then checked by the core.
 */
export function wireIpc(station: Doorway, window: BrowserWindow): () => void {
  ipcMain.handle(
    'station:call',
    async (event, name: unknown, envelope: unknown): Promise<Answer> => {
      if (!isOurSender(event, window) || typeof name !== 'string') return strangeSender();
      return station.call(name, envelope, 'desktop');
    },
  );
  const stop = station.listen((news) => {
    if (!window.isDestroyed()) window.webContents.send('station:news', news);
  });
  return () => {
    stop();
    ipcMain.removeHandler('station:call');
  };
}

function isOurSender(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (!frame || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && isOurs(frame.url);
}

function strangeSender(): Answer {
  return { status: 'refused', reasons: [{ code: 'station.strangeSender' }] };
}

import { type BrowserWindow, powerMonitor, powerSaveBlocker } from 'electron';

/**
 * Locks every session when the machine sleeps or its screen locks, and covers the window; keeps the
 * machine awake for the devices while the station runs. Answers the way to end both.
 */
export function followPower(window: BrowserWindow, lockAll: () => void): () => void {
  const lock = (): void => {
    lockAll();
    if (!window.isDestroyed()) window.webContents.send('station:news', { kind: 'lock' });
  };
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  const blocker = powerSaveBlocker.start('prevent-app-suspension');
  return () => {
    powerMonitor.removeListener('suspend', lock);
    powerMonitor.removeListener('lock-screen', lock);
    powerSaveBlocker.stop(blocker);
  };
}

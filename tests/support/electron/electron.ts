/** What `import … from 'electron'` gives while the double is installed. */
import {
  app as doubleApp,
  dialog as doubleDialog,
  ipcMain as doubleIpcMain,
  Menu as doubleMenu,
  powerMonitor as doublePowerMonitor,
  powerSaveBlocker as doublePowerSaveBlocker,
  protocol as doubleProtocol,
  safeStorage as doubleSafeStorage,
  session as doubleSession,
  strict,
} from './double.ts';
import { BrowserWindow as DoubleWindow } from './window.ts';

export const app = strict('app', doubleApp);
export const BrowserWindow = DoubleWindow;
export const dialog = doubleDialog;
export const ipcMain = strict('ipcMain', doubleIpcMain);
export const Menu = doubleMenu;
export const powerMonitor = doublePowerMonitor;
export const powerSaveBlocker = doublePowerSaveBlocker;
export const protocol = doubleProtocol;
export const safeStorage = doubleSafeStorage;
export const session = doubleSession;

import { BrowserWindow, session } from 'electron';
import { denyPermissions } from './guards.ts';
import { type PassphraseKind, passphrasePage, readPassphrase } from './passphrase-page.ts';
import { APP_ORIGIN } from './scheme.ts';
import { WEB_PREFERENCES } from './window.ts';

const PARTITION = 'passphrase';

/**
 * Asks for the passphrase in a small window of its own, without preload or script: the form comes
 * back through the `app://` handler. Undefined when the window was closed.
 */
export function askPassphrase(kind: PassphraseKind): Promise<string | undefined> {
  return new Promise((resolve) => {
    const own = session.fromPartition(PARTITION);
    denyPermissions(own);
    own.protocol.handle('app', async (request) => {
      if (request.method !== 'POST') return passphrasePage(kind);
      const reading = readPassphrase(kind, await request.text());
      if (!reading.ok) return passphrasePage(kind, reading.problem);
      // After the answer: a window that is destroyed while it loads would report a failure.
      setImmediate(() => finish(reading.passphrase));
      return new Response(null, { status: 204 });
    });
    const window = new BrowserWindow({
      width: 640,
      height: 560,
      autoHideMenuBar: true,
      webPreferences: { ...WEB_PREFERENCES, partition: PARTITION },
    });
    const finish = (passphrase: string | undefined): void => {
      own.protocol.unhandle('app');
      window.removeListener('closed', cancelled);
      window.destroy();
      resolve(passphrase);
    };
    const cancelled = (): void => {
      own.protocol.unhandle('app');
      resolve(undefined);
    };
    window.once('closed', cancelled);
    void window.loadURL(`${APP_ORIGIN}/passphrase`);
  });
}

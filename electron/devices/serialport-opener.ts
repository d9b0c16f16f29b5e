import { realpathSync, type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SerialPort as NativePort } from 'serialport';
import type {
  SerialListener,
  SerialOpener,
  SerialPort,
  SerialSettings,
} from '#electron/ports/serial.ts';

import type { SerialWorld } from './lines/serial-line.ts';

/** How often an open port's node is looked at, milliseconds. */
const NODE_LOOK_MS = 500;

/**
 * The real ports, through the `serialport` package: raw bytes in and out, modem lines never touched
 * (a pseudo-terminal has none and answers ENOTTY).
 */
export const serialportOpener: SerialOpener = {
  async open(settings, listener) {
    const port = new NativePort({
      path: settings.path,
      baudRate: settings.baudRate,
      dataBits: settings.dataBits ?? 8,
      parity: settings.parity ?? 'none',
      stopBits: settings.stopBits ?? 1,
      rtscts: settings.flow === 'rtscts',
      xon: settings.flow === 'xonxoff',
      xoff: settings.flow === 'xonxoff',
      autoOpen: false,
      hupcl: false,
      lock: !isPseudoTerminal(settings),
    });
    await new Promise<void>((resolve, reject) => {
      port.open((problem) => (problem ? reject(problem) : resolve()));
    });
    return wrap(port, settings.path, listener);
  },
};

/** The real ports with their list, as the system gives it now. */
export const serialWorld: SerialWorld = {
  opener: serialportOpener,
  list: () => NativePort.list(),
};

/** An exclusive lock outlives its owner on a pseudo-terminal, whose far end keeps it alive. */
function isPseudoTerminal(settings: SerialSettings): boolean {
  try {
    return /^\/dev\/(pts\/|ttys\d)/.test(realpathSync(settings.path));
  } catch {
    return false;
  }
}

/**
 * Tells when the port's node in the file system is gone or is another device's. The package's reader can miss a
 * hang-up that falls between two reads: it then reads "nothing" for ever and neither errs nor closes. Windows has no
 * such node and reports the loss by itself.
 */
function watchNode(path: string, gone: () => void): () => void {
  if (process.platform === 'win32') return () => {};
  const opened = nodeOf(statSync(path, { throwIfNoEntry: false }));
  const look = async (): Promise<void> => {
    const now = nodeOf(await stat(path).catch(() => undefined));
    if (now === '' || now !== opened) gone();
  };
  const timer = setInterval(() => void look(), NODE_LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function nodeOf(found: Stats | undefined): string {
  return found === undefined ? '' : `${found.dev}:${found.ino}:${found.rdev}`;
}

function wrap(port: NativePort, path: string, listener: SerialListener): SerialPort {
  let done = false;
  const end = (why: string): void => {
    if (done) return;
    done = true;
    stopWatching();
    listener.closed(why);
  };
  const stopWatching = watchNode(path, () => {
    end('device gone');
    if (port.isOpen) port.close(() => {});
  });
  port.on('data', (bytes: Uint8Array) => {
    if (!done) listener.bytes(bytes);
  });
  port.on('error', (problem: Error) => end(problem.message));
  port.on('close', () => end('port closed'));
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (done) return reject(new Error('port closed'));
        port.write(Buffer.from(bytes), (problem) => (problem ? reject(problem) : resolve()));
      }),
    flush: () =>
      new Promise((resolve, reject) => {
        port.flush((problem) => (problem ? reject(problem) : resolve()));
      }),
    close: () => {
      done = true;
      stopWatching();
      return new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    },
  };
}

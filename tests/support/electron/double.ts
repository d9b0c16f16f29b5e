import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';

/**
 * State behind the double of `electron`: what a test sets before a start and reads after it. Strict:
 * a part of the API that is not doubled throws, as does a call at a time when Electron would throw.
 */
export interface DoubleState {
  ready: boolean;
  sandboxEnabled: boolean;
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[];
  readonly paths: Map<string, string>;
  readonly exits: number[];
  readonly dialogs: { kind: string; text: string }[];
  relaunches: number;
  quits: number;
  /** Whether the single-instance lock is free. */
  lockIsFree: boolean;
  /** Index of the button that message boxes answer. */
  boxAnswer: number;
  safe: { available: boolean; backend: string; rotated: boolean };
  browser: Browser | undefined;
  appPath: string;
  isPackaged: boolean;
}

export const state: DoubleState = {
  ready: false,
  sandboxEnabled: false,
  schemes: [],
  paths: new Map(),
  exits: [],
  dialogs: [],
  relaunches: 0,
  quits: 0,
  lockIsFree: true,
  boxAnswer: 1,
  safe: { available: true, backend: 'gnome_libsecret', rotated: false },
  browser: undefined,
  appPath: join(import.meta.dirname, '..', '..', '..'),
  isPackaged: false,
};

/** Throws on every property that the double does not have, instead of answering undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key, receiver) => {
      if (typeof key === 'string' && !(key in object) && key !== 'then') {
        throw new Error(`the double has no ${name}.${key}`);
      }
      return Reflect.get(object, key, receiver) as unknown;
    },
  });
}

/** An event whose default can be prevented, as Electron gives to its listeners. */
export class DoubleEvent {
  prevented = false;
  readonly url: string;

  constructor(url = '') {
    this.url = url;
  }

  preventDefault(): void {
    this.prevented = true;
  }
}

function beforeReady(what: string): void {
  if (state.ready) throw new Error(`${what} should be called before app is ready`);
}

export function afterReady(what: string): void {
  if (!state.ready) throw new Error(`${what} before app is ready`);
}

class DoubleApp extends EventEmitter {
  enableSandbox(): void {
    beforeReady('app.enableSandbox');
    state.sandboxEnabled = true;
  }

  get isPackaged(): boolean {
    return state.isPackaged;
  }

  getAppPath(): string {
    return state.appPath;
  }

  setPath(name: string, path: string): void {
    state.paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    return state.lockIsFree;
  }

  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    state.ready = true;
  }

  relaunch(): void {
    state.relaunches += 1;
  }

  exit(code = 0): void {
    state.exits.push(code);
  }

  /** before-quit, then, where nobody prevented it, will-quit and quit: Electron's order. */
  quit(): void {
    const event = new DoubleEvent();
    this.emit('before-quit', event);
    if (event.prevented) return;
    state.quits += 1;
    this.emit('will-quit', new DoubleEvent());
    this.emit('quit', new DoubleEvent(), 0);
  }
}

export const app = new DoubleApp();

type Handler = (request: Request) => Promise<Response>;
type Callback<T> = (answer: T) => void;
type BeforeRequest = (details: { url: string }, callback: Callback<{ cancel: boolean }>) => void;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: Callback<boolean>,
) => void;

/** One session with its handlers; Electron grants every permission where none is set. */
export class DoubleSession {
  readonly partition: string;
  handler: Handler | undefined;
  beforeRequest: BeforeRequest | undefined;
  permissionRequest: PermissionRequest = (_contents, _permission, callback) => callback(true);
  permissionCheck: () => boolean = () => true;
  devicePermission: () => boolean = () => true;

  constructor(partition: string) {
    this.partition = partition;
  }

  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Handler): void => {
      afterReady('protocol.handle');
      if (scheme !== 'app' || this.handler) throw new Error(`cannot handle ${scheme}`);
      this.handler = handler;
    },
    unhandle: (_scheme: string): void => {
      if (!this.handler) throw new Error('nothing was handled');
      this.handler = undefined;
    },
  });

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
}

const sessions = new Map<string, DoubleSession>();

/** The session of a partition; the same partition is the same session. */
export function sessionOf(partition: string): DoubleSession {
  const known = sessions.get(partition);
  if (known) return known;
  afterReady('session.fromPartition');
  const made = new DoubleSession(partition);
  sessions.set(partition, strict('session', made));
  return sessionOf(partition);
}

export const session = strict('session', { fromPartition: sessionOf });

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: DoubleState['schemes']): void => {
    beforeReady('protocol.registerSchemesAsPrivileged');
    if (state.schemes.length > 0) throw new Error('schemes can be registered only once');
    state.schemes.push(...schemes);
  },
});

type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown;

class DoubleIpcMain extends EventEmitter {
  readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = new DoubleIpcMain();

export const dialog = strict('dialog', {
  showErrorBox: (title: string, text: string): void => {
    state.dialogs.push({ kind: 'error', text: `${title}\n${text}` });
  },
  showMessageBoxSync: (options: { message: string }): number => {
    afterReady('dialog.showMessageBoxSync');
    state.dialogs.push({ kind: 'box', text: options.message });
    return state.boxAnswer;
  },
});

export const powerMonitor = new EventEmitter();

const blockers = new Set<number>();
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: (_kind: 'prevent-app-suspension'): number => {
    blockers.add(blockers.size + 1);
    return blockers.size;
  },
  stop: (id: number): void => {
    if (!blockers.delete(id)) throw new Error('no such blocker');
  },
  held: (): number => blockers.size,
});

/** Seals under a key of this process: what another start sealed cannot be opened. */
const pad = randomBytes(256);
const mix = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, at) => byte ^ pad[at % 256]!));

export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => {
    afterReady('safeStorage');
    return state.safe.available;
  },
  getSelectedStorageBackend: (): string => (state.ready ? state.safe.backend : 'unknown'),
  encryptStringAsync: async (text: string): Promise<Buffer> => mix(Buffer.from(text)),
  decryptStringAsync: async (sealed: Buffer) => {
    if (!state.safe.available) throw new Error('the store is locked');
    return { shouldReEncrypt: state.safe.rotated, result: mix(sealed).toString() };
  },
});

export const Menu = strict('Menu', {
  setApplicationMenu: (_menu: unknown): void => undefined,
  buildFromTemplate: (template: unknown): unknown => template,
});

/** Starts anew for the next start in one test file; sessions and the handlers of a run are gone. */
export function resetDouble(): void {
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  ipcMain.handlers.clear();
  sessions.clear();
  blockers.clear();
  process.removeAllListeners('uncaughtException');
  process.removeAllListeners('unhandledRejection');
  Object.assign(state, {
    ready: false,
    sandboxEnabled: false,
    lockIsFree: true,
    relaunches: 0,
    quits: 0,
    boxAnswer: 1,
    isPackaged: false,
    safe: { available: true, backend: 'gnome_libsecret', rotated: false },
  });
  state.schemes.length = 0;
  state.exits.length = 0;
  state.dialogs.length = 0;
  state.paths.clear();
}

import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type {
  BrowserContext,
  CDPSession,
  Frame,
  Page,
  Request as PageRequest,
  Route,
} from 'playwright-core';
import {
  afterReady,
  app,
  DoubleEvent,
  type DoubleSession,
  ipcMain,
  sessionOf,
  state,
} from './double.ts';
import { isolatedWorld, MAIN_WORLD } from './page-scripts.ts';

const APP = 'app://station';
/** Plain Chromium cannot intercept `app://`: the same handler answers for this secure origin. */
const STAND_IN = 'https://station.test';

export const toApp = (url: string): string =>
  url === STAND_IN || url.startsWith(`${STAND_IN}/`) ? APP + url.slice(STAND_IN.length) : url;
export const toStandIn = (url: string): string =>
  url === APP || url.startsWith(`${APP}/`) ? STAND_IN + url.slice(APP.length) : url;

interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly show?: boolean;
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

/** The main frame as `senderFrame`; other frames are objects of their own. */
export interface DoubleFrame {
  readonly url: string;
}

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** The contents of one window. */
export class DoubleContents extends EventEmitter {
  readonly owner: BrowserWindow;
  readonly mainFrame: DoubleFrame;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  /** URLs for which a window was asked for, and what was answered. */
  readonly asked: { url: string; action: string }[] = [];

  constructor(owner: BrowserWindow) {
    super();
    this.owner = owner;
    this.mainFrame = {
      get url() {
        return owner.page ? toApp(owner.page.url()) : '';
      },
    };
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.owner.deliver('doubleHear', [channel, structuredClone(args)]);
  }

  reload(): void {
    void this.owner.page?.reload();
  }
}

const windows: BrowserWindow[] = [];

/** Every window since the start of the file, newest last. */
export function allWindows(): readonly BrowserWindow[] {
  return windows;
}

/** `BrowserWindow` over a page of a real Chromium, with the app's own handlers answering it. */
export class BrowserWindow extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents: DoubleContents;
  readonly session: DoubleSession;
  readonly problems: string[] = [];
  /** Requests that left our origin, and whether they were cancelled. */
  readonly outside: { url: string; cancelled: boolean }[] = [];
  page: Page | undefined;
  /** What it was asked to show. */
  readonly addresses: string[] = [];
  /** Settles when the first document has loaded. */
  loaded: Promise<void> = Promise.resolve();
  shown = false;
  focused = 0;
  #context: BrowserContext | undefined;
  #cdp: CDPSession | undefined;
  #preloadContext: number | undefined;
  #destroyed = false;

  constructor(options: WindowOptions) {
    super();
    afterReady('new BrowserWindow');
    this.options = options;
    this.session = sessionOf(String(options.webPreferences['partition'] ?? ''));
    this.webContents = new DoubleContents(this);
    windows.push(this);
    app.emit('web-contents-created', new DoubleEvent(), this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.addresses.push(url);
    this.loaded = this.#open(url);
    this.loaded.catch(() => undefined);
    return this.loaded;
  }

  show(): void {
    this.shown = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  focus(): void {
    this.focused += 1;
  }

  /** As Electron: no close event, but closed; then window-all-closed after the last one. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('closed');
    // The browser may end before its page does.
    this.#context?.close().catch(() => undefined);
    if (windows.every((one) => one.isDestroyed())) app.emit('window-all-closed');
  }

  /** What a person does with the window's cross. */
  close(): void {
    const event = new DoubleEvent();
    this.emit('close', event);
    if (!event.prevented) this.destroy();
  }

  /** Calls a function of the preload's world. */
  async deliver(name: string, args: readonly unknown[]): Promise<void> {
    if (!this.#cdp || this.#preloadContext === undefined) return;
    await this.#cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `(...args) => globalThis.${name}(...args)`,
      executionContextId: this.#preloadContext,
      arguments: args.map((value) => ({ value })),
    });
  }

  async #open(url: string): Promise<void> {
    const { browser } = state;
    if (!browser) throw new Error('no browser was given to the double');
    const { width, height } = this.options;
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    this.#context = context;
    const page = await context.newPage();
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('popup', (popup) => this.#popup(popup));
    await context.route('**/*', (route) => this.#answer(route));
    await this.#installPreload(page, context);
    await page.goto(toStandIn(url));
    this.emit('ready-to-show');
  }

  async #installPreload(page: Page, context: BrowserContext): Promise<void> {
    const file = this.options.webPreferences['preload'];
    if (typeof file !== 'string') return;
    if (!existsSync(file)) throw new Error(`preload ${file} is missing`);
    const cdp = await context.newCDPSession(page);
    this.#cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.name === 'preload') this.#preloadContext = made.id;
    });
    cdp.on('Runtime.bindingCalled', ({ payload }) => void this.#invoked(payload));
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Runtime.addBinding', {
      name: 'doubleInvoke',
      executionContextName: 'preload',
    });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: MAIN_WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorld(readFileSync(file, 'utf8')),
      worldName: 'preload',
    });
  }

  async #invoked(payload: string): Promise<void> {
    const { id, channel, args } = JSON.parse(payload) as {
      id: number;
      channel: string;
      args: unknown[];
    };
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame };
    const handler = ipcMain.handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = structuredClone(await handler(event, ...args));
      await this.deliver('doubleAnswer', [{ id, value }]);
    } catch (error) {
      await this.deliver('doubleAnswer', [{ id, error: String(error) }]);
    }
  }

  /** Request order of Electron: navigation events, then webRequest, then the scheme's handler. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      if (frame === undefined ? this.#windowRefused(url) : this.#navigationRefused(frame, url)) {
        return route.abort('aborted');
      }
    }
    const isOurs = url.startsWith(`${APP}/`);
    if (await this.#cancelled(url)) {
      if (!isOurs) this.outside.push({ url, cancelled: true });
      return route.abort('blockedbyclient');
    }
    if (!isOurs || !this.session.handler) {
      this.outside.push({ url, cancelled: false });
      return route.abort('failed');
    }
    const answer = await this.session.handler(
      new Request(url, {
        method: request.method(),
        headers: { 'content-type': (await request.headerValue('content-type')) ?? '' },
        ...(request.method() === 'POST' ? { body: request.postData() ?? '' } : {}),
      }),
    );
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  }

  #navigationRefused(frame: Frame, url: string): boolean {
    const main = this.page?.mainFrame();
    // The window's own load is no navigation by the page.
    if (this.page?.url() === 'about:blank' && frame === main) return false;
    const event = new DoubleEvent(url);
    if (frame === main) this.webContents.emit('will-navigate', event);
    this.webContents.emit('will-frame-navigate', event);
    return event.prevented;
  }

  /** A window that the page asks for: nothing is loaded into it before the handler allows it. */
  #windowRefused(url: string): boolean {
    const { action } = this.webContents.openHandler({ url });
    this.webContents.asked.push({ url, action });
    return action === 'deny';
  }

  #cancelled(url: string): Promise<boolean> {
    const listener = this.session.beforeRequest;
    if (!listener) return Promise.resolve(false);
    return new Promise((resolve) => listener({ url }, ({ cancel }) => resolve(cancel)));
  }

  #popup(popup: Page): void {
    const { action } = this.webContents.openHandler({ url: toApp(popup.url()) });
    if (action === 'deny') void popup.close();
  }
}

/** The frame that navigates; undefined where it belongs to a window that is only being made. */
function frameOf(request: PageRequest): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

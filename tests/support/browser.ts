import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where the browser's package unpacks itself; it unpacks once and finds itself there afterwards. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

let unpacking: Promise<string> | undefined;

async function unpack(): Promise<string> {
  const own = installed.find((path) => existsSync(path));
  if (own !== undefined) return own;
  // Read when the package is first imported: it then brings its own NSS libraries, which a bare
  // machine lacks.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  const packaged = await import('@sparticuz/chromium');
  return packaged.default.executablePath();
}

/** Path of the browser for tests: one that is installed, else the one inside the npm package. */
export function browserPath(): Promise<string> {
  unpacking ??= unpack();
  return unpacking;
}

/** A step of a busy machine may take long; a step that never comes is a fault all the same. */
const PATIENCE_MS = 90_000;

/** Starts the browser with its security switched on; the package's own arguments would take it off. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--headless=shell'],
    headless: true,
    timeout: PATIENCE_MS,
  });
}

export type OpenedPage = {
  page: Page;
  context: BrowserContext;
  /** Console errors, page errors and violations of the content security policy so far. */
  problems: string[];
};

export type OpenOptions = {
  width: number;
  height: number;
  locale?: string;
  scale?: number;
};

/**
 * Opens an address in a window of its own. Chinese locale: without one, headless reports a locale
 * with which `Intl` throws.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: OpenOptions,
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height },
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: options.scale ?? 1,
    // A colour measured in the middle of a fade is no colour of the screen.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { page, context, problems };
}

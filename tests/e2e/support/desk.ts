import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openLoopback } from '#electron/loopback/server.ts';
import type { Doorway, News } from '#electron/ports/doorway.ts';
import type { Station } from '#electron/station/create-station.ts';
import { launchBrowser, type OpenedPage, openPage } from '#tests/support/browser.ts';
import { typedSignIn } from './screen.ts';
import { buildRenderer } from './static-station.ts';

/** The two sizes that every screen must fit. */
export const SMALL = { width: 1280, height: 720 };
export const LARGE = { width: 1920, height: 1080 };

export type Size = typeof SMALL;

/** Where pictures of the screens are put; not part of the repository. */
export const output = fileURLToPath(new URL('../output/', import.meta.url));

/** A browser before a real loopback door. */
export interface TestDesk {
  readonly browser: Browser;
  /** A page at the door, admitted with a token of its own, nobody signed in. */
  open(size?: Size): Promise<OpenedPage>;
  /** The same, signed in with badge and PIN, at the home of that person's desk. */
  signIn(person: Person, size?: Size): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** A desk with its station's news in the test's hand: scans arrive as from a serial scanner. */
export interface ScannerDesk extends TestDesk {
  readonly publish: (news: News) => void;
  scan(raw: string): void;
}

interface Person {
  readonly badge: string;
  readonly pin: string;
}

/** Opens door and browser before any station: the product's own door with its own built screens. */
export async function openDesk(station: Doorway): Promise<TestDesk> {
  const root = (await buildRenderer()).replace(/[\\/]$/, '');
  const [door, browser] = await Promise.all([
    openLoopback({ station, root, port: 0, now: () => Date.now() }),
    launchBrowser(),
  ]);
  const open = (size: Size = SMALL) => openPage(browser, door.freshUrl(), size);
  return {
    browser,
    open,
    signIn: async (person, size) => {
      const opened = await open(size);
      await typedSignIn(opened.page, person);
      return opened;
    },
    close: async () => {
      await browser.close();
      await door.close();
    },
  };
}

/** A desk before a station core, with a scanner of the test's own. */
export async function openScannerDesk(
  station: Pick<Station, 'call' | 'subscribe'>,
): Promise<ScannerDesk> {
  const listeners = new Set<(news: News) => void>();
  let joined = 0;
  const publish = (news: News): void => {
    for (const listener of listeners) listener(news);
  };
  station.subscribe((push) => publish({ kind: 'push', push }));
  const desk = await openDesk({
    call: (name, envelope) => station.call(name, envelope, { door: 'loopback' }),
    listen: (listener) => {
      listeners.add(listener);
      joined += 1;
      return () => listeners.delete(listener);
    },
  });
  // A scan that is sent before the page listens is lost, as with a real scanner.
  const open = async (size?: Size): Promise<OpenedPage> => {
    // Counted, not sized: a page that was closed a moment ago may leave the set just now.
    const before = joined;
    const opened = await desk.open(size);
    while (joined <= before) await opened.page.waitForTimeout(20);
    return opened;
  };
  return {
    ...desk,
    open,
    signIn: async (person, size) => {
      const opened = await open(size);
      await typedSignIn(opened.page, person);
      return opened;
    },
    publish,
    scan: (raw) => publish({ kind: 'scan', scan: { device: 'S1', raw } }),
  };
}

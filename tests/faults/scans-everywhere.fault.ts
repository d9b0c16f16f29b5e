import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { launchBrowser, openPage } from '#tests/support/browser.ts';
import { type DemoStation, startDemo } from '#tests/support/demo.ts';
import { SMALL } from '../e2e/support/desk.ts';
import {
  type BackDoor,
  backDoor,
  everyScreen,
  type Place,
  registeredPaths,
} from '../e2e/support/every-screen.ts';
import { openScreen, typedSignIn } from '../e2e/support/screen.ts';
import { fieldsAndClicks, scannerTypes, watchClicks } from '../e2e/support/wedge.ts';

/** Every focus of a screen; a sample of them unless `FAULTS=all`. */
const FOCUSES = process.env['FAULTS'] === 'all' ? 400 : 5;
/** Longer than the gap that ends a scan, so that two are never one burst. */
const APART_MS = 70;

/**
 * What a scanner may send that no screen waits for: with AIM prefix, two symbols in one, the same twice, cut
 * short, in the wrong case, in another keyboard layout, with characters that press buttons or leave dialogs.
 */
const PAYLOADS = [
  ']C1(01)06901234567892(17)271120(10)26K09',
  '=A99992600011800=%6200',
  'SB-ZZ99-QSB-ZZ99-Q',
  '=A99992600',
  'sb-zz99-q',
  ')?`!999926000118',
  ']d2=A99992600011800=%6200=<D0001VA0',
  'YES OK ENTER DELETE',
  '   ',
];

const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea, main a[href], main [tabindex="0"]';
/** What opens over a screen and takes the focus. */
const OVERLAYS = ['F1', 'F3', 'Control+k', 'Control+/', 'Control+b'];

let demo: DemoStation;
let browser: Browser;
let back: BackDoor;
let places: readonly Place[];
/** How many scans so far: payloads and ways take turns over all screens. */
let sent = 0;

before(async () => {
  demo = await startDemo({ practiceClock: '2026-11-18T05:30:00.000Z' });
  browser = await launchBrowser();
  back = await backDoor(demo);
  places = oneOfEachScreen(await everyScreen(back));
});

after(async () => {
  back?.close();
  await browser?.close();
  await demo?.stop();
  demo?.remove();
});

/** The first place of each registered screen. */
function oneOfEachScreen(all: readonly Place[]): readonly Place[] {
  return registeredPaths().flatMap((path) => {
    const pattern = new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return all.find((place) => pattern.test(place.path)) ?? [];
  });
}

/**
 * Screens that take any code into a field of their own, whatever has the focus: the tag of a waste bag, what an
 * incident is about, a number that was told late. There only presses are judged.
 */
const TAKES_ANY: ReadonlySet<string> = new Set(['/waste', '/lab/incidents', '/lab/late']);

/** Places to focus, evenly over the page when there are more than are tried. */
async function focuses(page: Page): Promise<readonly number[]> {
  const count = await page.locator(FOCUSABLE).count();
  const tried = Math.min(count, FOCUSES);
  return Array.from({ length: tried }, (_none, index) => Math.floor((index * count) / tried));
}

/** Focuses a control without pressing it; false for one that cannot take the focus now. */
function focus(page: Page, place: number): Promise<boolean> {
  return page.evaluate(
    ([selector, at]) => {
      const element = document.querySelectorAll<HTMLElement>(String(selector))[Number(at)];
      element?.focus({ preventScroll: true });
      return element !== undefined && document.activeElement === element;
    },
    [FOCUSABLE, place],
  );
}

/** What one scan did beside giving its verdict: controls pressed, texts left in fields. */
async function harm(page: Page, cdp: CDPSession, keys: string, ime: boolean): Promise<string[]> {
  const before = await fieldsAndClicks(page);
  await page.waitForTimeout(APART_MS);
  await scannerTypes(cdp, [...keys, 'Enter'], ime);
  await page.waitForTimeout(APART_MS);
  const now = await fieldsAndClicks(page);
  return [
    ...now.clicks.slice(before.clicks.length).map((pressed) => `pressed ${pressed}`),
    ...(now.values.length === before.values.length &&
    `${now.values} ${now.checks}` !== `${before.values} ${before.checks}`
      ? [`fields ${JSON.stringify(before.values)} became ${JSON.stringify(now.values)}`]
      : []),
  ];
}

/** Scans at every focus of what is open; the page is opened anew after a stop that covers everything. */
async function swept(page: Page, cdp: CDPSession, at: string, renew: () => Promise<void>) {
  const found: string[] = [];
  for (const place of await focuses(page)) {
    if (!(await focus(page, place))) continue;
    const isField = await page.evaluate(() => document.activeElement?.matches('input, textarea'));
    const payload = PAYLOADS[sent % PAYLOADS.length] ?? '';
    // In turn: with the scanner's prefix, told by its speed alone, and through an input method.
    const way = Math.floor(sent / PAYLOADS.length) % 3;
    sent += 1;
    const keys = way === 1 && payload.trim().length >= 4 ? payload.trimStart() : `~${payload}`;
    const harmed = await harm(page, cdp, keys, way === 2 && isField === true);
    const told = harmed.filter((what) => what.startsWith('pressed') || !TAKES_ANY.has(at));
    found.push(...told.map((what) => `${at} focus ${place} ${keys}: ${what}`));
    if (await page.getByText('条码不符，停止').isVisible()) await renew();
  }
  return found;
}

for (const person of ['charge', 'physician', 'testerA', 'clerk', 'volunteer', 'adminA']) {
  test(`scans that nobody waits for, at every focus of the screens of ${person}: nothing is pressed, nothing is left`, async () => {
    const { page, context, problems } = await openPage(browser, await back.freshUrl(), SMALL);
    await typedSignIn(page, demoPerson(person));
    const cdp = await context.newCDPSession(page);
    const found: string[] = [];
    const open = async (path: string): Promise<void> => {
      await openScreen(page, path);
      await watchClicks(page);
    };
    for (const { path } of places.filter((place) => place.person === person)) {
      await open(path);
      found.push(
        ...(await swept(page, cdp, path, async () => {
          await page.reload();
          await typedSignIn(page, demoPerson(person));
          await open(path);
        })),
      );
    }
    await open('/');
    for (const key of OVERLAYS) {
      await page.keyboard.press(key);
      await page.getByRole('alertdialog').waitFor();
      found.push(...(await swept(page, cdp, key, async () => {})));
      await page.keyboard.press('Escape');
    }
    // Nothing is lost either: the list of the last scans holds what came.
    await scannerTypes(cdp, [...'~YES OK ENTER DELETE', 'Enter']);
    await page.keyboard.press('F3');
    await page.getByRole('alertdialog').getByText('YES OK ENTER DELETE').first().waitFor();
    await context.close();
    assert.deepEqual([...found, ...problems], []);
  });
}

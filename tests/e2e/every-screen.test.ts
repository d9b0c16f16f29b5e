import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { launchBrowser, type OpenedPage, openPage } from '#tests/support/browser.ts';
import { type DemoStation, startDemo } from '#tests/support/demo.ts';
import { axeProblems } from './support/axe.ts';
import { cutOffText } from './support/cut-off.ts';
import { LARGE, output, SMALL } from './support/desk.ts';
import {
  type BackDoor,
  backDoor,
  everyScreen,
  type Place,
  registeredPaths,
} from './support/every-screen.ts';
import { openScreen, settled, sidewaysPixels, typedSignIn } from './support/screen.ts';

const pictures = join(output, 'screens');
const LANGUAGES = ['zh-CN', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const PEOPLE = ['charge', 'physician', 'testerA', 'clerk', 'volunteer', 'adminA'];

let demo: DemoStation;
let browser: Browser;
let back: BackDoor;
let places: readonly Place[];

before(async () => {
  mkdirSync(pictures, { recursive: true });
  demo = await startDemo({ practiceClock: '2026-11-18T05:30:00.000Z' });
  browser = await launchBrowser();
  back = await backDoor(demo);
  places = await everyScreen(back);
});

after(async () => {
  back?.close();
  await browser?.close();
  await demo?.stop();
  demo?.remove();
});

/** A page in a language, at the cover. */
async function coverIn(language: Language): Promise<OpenedPage> {
  const opened = await openPage(browser, await back.freshUrl(), SMALL);
  const { page } = opened;
  await page.getByLabel('工牌号').waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  return opened;
}

/** A page of a member of staff in a language of her choice. */
async function pageOf(person: string, language: Language): Promise<OpenedPage> {
  const opened = await openPage(browser, await back.freshUrl(), SMALL);
  const { page } = opened;
  await typedSignIn(page, demoPerson(person));
  if (language === 'zh-CN') return opened;
  await page.getByRole('button', { name: '账号与显示' }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  return opened;
}

/** Whole in the light theme, and once more in the dark one for what only a theme can change. */
async function cleanInBothThemes(page: Page, where: string): Promise<string[]> {
  await settled(page);
  const light = await axeProblems(page);
  await setTheme(page, 'dark');
  const dark = await axeProblems(page, 'contrast');
  await setTheme(page, 'light');
  return [...light, ...dark.map((problem) => `dark ${problem}`)].map((one) => `${where}: ${one}`);
}

function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  return page.evaluate((wanted) => {
    document.documentElement.dataset['theme'] = wanted;
  }, theme);
}

/** A name for pictures: who and where, without the random parts of ids. */
function pictureName({ person, path }: Place): string {
  const bare = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  return `${person}${bare.replaceAll(/[/:%]/g, '-')}`;
}

/** Opens one screen at both sizes and looks at it in both themes. */
async function faultsOf(page: Page, place: Place, language: Language): Promise<string[]> {
  const found: string[] = [];
  await openScreen(page, place.path);
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size);
    if (language === 'zh-CN') {
      const name = `${pictureName(place)}-${size.width}.png`;
      await page.screenshot({ path: join(pictures, name) });
    }
    const wide = await sidewaysPixels(page);
    if (wide > 0) found.push(`${place.path} is ${wide} px too wide for ${size.width}`);
    const cut = await cutOffText(page);
    found.push(...cut.map((one) => `${place.person} ${place.path} ${size.width}: ${one}`));
  }
  const where = `${place.person} ${place.path}`;
  if (language === 'zh-CN') return [...found, ...(await cleanInBothThemes(page, where))];
  // Colours are the same in both languages.
  await settled(page);
  return [...found, ...(await axeProblems(page)).map((problem) => `${where}: ${problem}`)];
}

test('the walk knows every registered screen', () => {
  const walked = (path: string): boolean => {
    const pattern = new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return places.some((place) => pattern.test(place.path));
  };
  assert.deepEqual(
    registeredPaths().filter((path) => !walked(path)),
    [],
  );
  assert.deepEqual(new Set(places.map((place) => place.person)), new Set(PEOPLE));
});

for (const language of LANGUAGES) {
  suite(`every screen stands at both sizes, clean for axe: ${language}`, () => {
    for (const person of PEOPLE) {
      test(person, async () => {
        const { page, context, problems } = await pageOf(person, language);
        const found: string[] = [];
        for (const place of places.filter((one) => one.person === person))
          found.push(...(await faultsOf(page, place, language)));
        await context.close();
        assert.deepEqual([...found, ...problems], []);
      });
    }
  });
}

/** What opens over the frame by its key, on any screen. */
const OVERLAYS = { help: 'F1', 'last scans': 'F3', commands: 'Control+k', keys: 'Control+/' };

for (const language of LANGUAGES) {
  test(`what covers the screen is clean too: ${language}`, async () => {
    const found: string[] = [];
    const { page, context } = await coverIn(language);
    const badge = page.getByLabel(language === 'en' ? 'Badge number' : '工牌号');
    found.push(...(await cleanInBothThemes(page, 'cover')));
    await page.keyboard.press('F1');
    await page.getByRole('alertdialog').waitFor();
    found.push(...(await cleanInBothThemes(page, 'help on the cover')));
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await badge.fill(demoPerson('charge').badge);
    await page.keyboard.press('Enter');
    await page.locator('input[type=password]').waitFor();
    found.push(...(await cleanInBothThemes(page, 'PIN')));
    await context.close();
    const signedIn = await pageOf('charge', language);
    for (const [what, key] of Object.entries(OVERLAYS)) {
      await signedIn.page.keyboard.press(key);
      await signedIn.page.getByRole('alertdialog').waitFor();
      found.push(...(await cleanInBothThemes(signedIn.page, what)));
      await signedIn.page.keyboard.press('Escape');
      await signedIn.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    }
    await signedIn.page.keyboard.press('Control+Alt+l');
    await signedIn.page.locator('input[type=password]').waitFor();
    found.push(...(await cleanInBothThemes(signedIn.page, 'lock')));
    await signedIn.context.close();
    assert.deepEqual(found, []);
  });
}

test('the drawer of practice plays a course of events on a machine; the mark stands above', async () => {
  const { page, context, problems } = await pageOf('charge', 'zh-CN');
  await page.getByText('不得使用').first().waitFor();
  await page.getByRole('button', { name: '模拟扫码' }).click();
  const devices = page.getByRole('region', { name: '模拟设备' });
  await devices.getByRole('button', { name: '检出空气' }).click();
  await page.getByRole('option', { name: '枸橼酸盐反应' }).click();
  await devices.getByText('口周发麻', { exact: false }).waitFor();
  await devices.getByRole('button', { name: '开始这个情景' }).click();
  await page.getByText('已告诉 APH-02').first().waitFor();
  await devices
    .getByText('通电，线已插')
    .or(devices.getByText(/采集中|空闲/))
    .first()
    .waitFor();
  await devices.getByRole('button', { name: '断电后在机器上继续' }).click();
  await devices.getByText('机器现在做不到', { exact: false }).first().waitFor();
  await page.screenshot({ path: join(pictures, 'practice-drawer.png') });
  const found = await cleanInBothThemes(page, 'drawer');
  await context.close();
  assert.deepEqual([...found, ...problems], []);
});

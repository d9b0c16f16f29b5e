import type { CDPSession, Page } from 'playwright-core';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { backDoor } from '../e2e/support/every-screen.ts';
import { openScreen, typedSignIn } from '../e2e/support/screen.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemo } from '../support/demo.ts';
import { type BenchLine, line, timings } from './measure.ts';

/** Ticks, switches and keystrokes that are timed. */
const RUNS = 40;
const THROTTLE = 4;
const CHAIRS = 12;

/** Budgets of the screens in milliseconds (p95), at a quarter of this machine's speed. */
const BUDGET = { tick: 50, switch: 100, key: 50, list: 50 } as const;

/**
 * Screens at a quarter of the machine's speed: twelve live chairs per second of samples, switching
 * between work list and chairs, a keystroke in the donor search, and its list.
 */
export async function benchScreens(): Promise<BenchLine> {
  const demo = await startDemo();
  const browser = await launchBrowser();
  const back = await backDoor(demo);
  try {
    const { page } = await openPage(browser, await back.freshUrl(), { width: 1920, height: 1080 });
    await page.addInitScript(keepPushSources);
    await twelveRunning(page);
    await page.reload();
    await typedSignIn(page, demoPerson('nurse'));
    const cdp = await page.context().newCDPSession(page);
    const tick = timings(await ticks(page, cdp));
    const change = timings(await switches(page));
    const typed = await keystrokes(page);
    const [key, list] = [
      timings(typed.map((one) => one.key)),
      timings(typed.map((one) => one.list)),
    ];
    const figures = {
      tickP50: tick.p50,
      tickP95: tick.p95,
      switchP50: change.p50,
      switchP95: change.p95,
      keyP50: key.p50,
      keyP95: key.p95,
      listP50: list.p50,
      listP95: list.p95,
    };
    const goal = 'p95 at 4× throttle: 12 live tiles 50, switch 100, key 50, list 50 ms';
    const met =
      tick.p95 <= BUDGET.tick &&
      change.p95 <= BUDGET.switch &&
      key.p95 <= BUDGET.key &&
      list.p95 <= BUDGET.list;
    return line('screens at a quarter of the speed', figures, goal, met);
  } finally {
    back.close();
    await browser.close();
    await demo.stop();
    demo.remove();
  }
}

/** Runs in the page: keeps its push sources at hand, so that samples can be put in. */
function keepPushSources(): void {
  const sources: EventSource[] = [];
  const Native = window.EventSource;
  Object.assign(window, {
    sources,
    EventSource: class extends Native {
      constructor(url: string | URL) {
        super(url);
        sources.push(this);
      }
    },
  });
}

/** The board as the demo has it, with the running chair twelve times. */
async function twelveRunning(page: Page): Promise<void> {
  await page.route('**/op/collection.board', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as {
      value?: { tiles: { state: string; din: string | null }[] };
    };
    const running = answer.value?.tiles.find((tile) => tile.din !== null);
    if (answer.value !== undefined && running !== undefined)
      answer.value.tiles = Array.from({ length: CHAIRS }, (_, index) => ({
        ...running,
        chairId: `chair-${index}`,
        code: String(index + 1),
        din: `bench-${index}`,
        state: 'running',
      }));
    await route.fulfill({ response, json: answer });
  });
}

/** Times from twelve samples, one a chair, to the picture that shows them. */
async function ticks(page: Page, cdp: CDPSession): Promise<number[]> {
  await openScreen(page, '/chairs');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return page.evaluate(
    async ({ runs, chairs }) => {
      const { sources } = window as unknown as { sources: EventSource[] };
      const drawn = (): Promise<void> =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await drawn();
        const started = performance.now();
        for (let chair = 0; chair < chairs; chair += 1) {
          const sample = {
            deviceId: `device-${chair}`,
            din: `bench-${chair}`,
            at: Date.now(),
            elapsedSeconds: run,
            machineMl: 100 + run,
            acMl: 10,
            cycle: 1,
            phase: 'draw',
            pressureMmHg: 40,
            flowMlPerMin: 26,
          };
          const data = JSON.stringify({ kind: 'sample', sample: { kind: 'sample', sample } });
          for (const source of sources) source.dispatchEvent(new MessageEvent('sample', { data }));
        }
        const shown = (): boolean =>
          document.querySelector('main ul')?.textContent.includes(`${100 + run}/`) === true;
        do await drawn();
        while (!shown());
        times.push(performance.now() - started);
      }
      return times;
    },
    { runs: RUNS, chairs: CHAIRS },
  );
}

/** Times from the click on a rail entry to the screen that stands with its data. */
async function switches(page: Page): Promise<number[]> {
  return page.evaluate(async (runs) => {
    const drawn = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const path = run % 2 === 0 ? '/board' : '/chairs';
      const started = performance.now();
      document.querySelector<HTMLElement>(`nav a[href="#${path}"]`)?.click();
      for (;;) {
        await drawn();
        const main = document.querySelector('main');
        const isHere = main?.dataset['path'] === path && main.ariaBusy !== 'true';
        if (isHere && main.querySelector('h1') !== null) break;
      }
      times.push(performance.now() - started);
    }
    return times;
  }, RUNS);
}

/** Times from a key to its letter, and to the list that answers the text. */
async function keystrokes(page: Page): Promise<{ key: number; list: number }[]> {
  await openScreen(page, '/board');
  const field = page.getByRole('combobox');
  await page.evaluate(() => {
    const typed: { key: number; list: number }[] = [];
    Object.assign(window, { typed });
    addEventListener('keydown', (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.key.length !== 1) return;
      const input = event.target;
      const entry = { key: 0, list: 0 };
      typed.push(entry);
      const look = (): void => {
        const now = performance.now() - event.timeStamp;
        if (entry.key === 0 && input.value.endsWith(event.key)) entry.key = now;
        const head = document.querySelector('[role=listbox]')?.parentElement?.querySelector('b');
        if (head?.textContent.endsWith(` ${input.value}`)) entry.list = now;
        if (entry.list === 0 && now < 5000) requestAnimationFrame(() => setTimeout(look));
      };
      requestAnimationFrame(() => setTimeout(look));
    });
  });
  for (let run = 0; run < RUNS / 4; run += 1) {
    await field.fill('');
    for (const letter of 'wxyz') {
      await field.press(letter);
      await page.waitForTimeout(250);
    }
  }
  return page.evaluate(
    () => (window as unknown as { typed: { key: number; list: number }[] }).typed,
  );
}

import type { Page } from 'playwright-core';
import { openScreen } from '../e2e/support/screen.ts';
import { type BenchLine, line, timings } from './measure.ts';
import { onLivePage, THROTTLE } from './throttled.ts';

/** Switches and keystrokes that are timed. */
const RUNS = 40;

/** Budgets of the screens in milliseconds (p95), at a quarter of this machine's speed. */
const BUDGET = { switch: 100, key: 50, list: 50 } as const;

/**
 * Screens at a quarter of the machine's speed: switching between work list and twelve running chairs, a
 * keystroke in the donor search, and its list.
 */
export async function benchScreens(): Promise<BenchLine> {
  return onLivePage(async ({ page, cdp }) => {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const change = timings(await switches(page));
    const typed = await keystrokes(page);
    const [key, list] = [
      timings(typed.map((one) => one.key)),
      timings(typed.map((one) => one.list)),
    ];
    const figures = {
      switchP50: change.p50,
      switchP95: change.p95,
      keyP50: key.p50,
      keyP95: key.p95,
      listP50: list.p50,
      listP95: list.p95,
    };
    const goal = 'p95 at 4× throttle: switch 100, key 50, list 50 ms';
    const met = change.p95 <= BUDGET.switch && key.p95 <= BUDGET.key && list.p95 <= BUDGET.list;
    return line('screens at a quarter of the speed', figures, goal, met);
  });
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

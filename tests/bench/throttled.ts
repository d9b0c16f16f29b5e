import type { CDPSession, Page } from 'playwright-core';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { backDoor } from '../e2e/support/every-screen.ts';
import { typedSignIn } from '../e2e/support/screen.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemo } from '../support/demo.ts';

/** A desk this many times slower than the machine that measures. */
export const THROTTLE = 4;
export const CHAIRS = 12;

/** A page of the demo with twelve running chairs, a nurse signed in. */
export interface LivePage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Donation numbers of the chairs; the first is a donation of the demo, the others are only shown. */
  readonly dins: readonly string[];
}

/** Opens the demo behind a browser for as long as `work` goes on. */
export async function onLivePage<T>(work: (live: LivePage) => Promise<T>): Promise<T> {
  const demo = await startDemo();
  const browser = await launchBrowser();
  const back = await backDoor(demo);
  try {
    const { tiles } = await back.ask('nurse', 'collection.board', {});
    const running = tiles.find((tile) => tile.state === 'running')?.din ?? '';
    const dins = Array.from({ length: CHAIRS }, (_, chair) =>
      chair === 0 ? running : `bench-${chair}`,
    );
    const { page } = await openPage(browser, await back.freshUrl(), { width: 1920, height: 1080 });
    await page.addInitScript(keepPushSources);
    await twelveRunning(page, dins);
    await page.reload();
    await typedSignIn(page, demoPerson('nurse'));
    const cdp = await page.context().newCDPSession(page);
    const result = await work({ page, cdp, dins });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    return result;
  } finally {
    back.close();
    await browser.close();
    await demo.stop();
    demo.remove();
  }
}

/** Runs in the page: keeps its push sources at hand, so that samples can be put in; the demo's own are not heard. */
function keepPushSources(): void {
  const sources: EventSource[] = [];
  const Native = window.EventSource;
  Object.assign(window, {
    sources,
    EventSource: class extends Native {
      constructor(url: string | URL) {
        super(url);
        sources.push(this);
        const stop = (event: Event): void => {
          if (event.isTrusted) event.stopImmediatePropagation();
        };
        this.addEventListener('sample', stop);
      }
    },
  });
}

/** Board and strip as the demo has them, with the running chair twelve times. */
async function twelveRunning(page: Page, dins: readonly string[]): Promise<void> {
  const twelve = <Row extends { din: string | null }>(rows: readonly Row[]): Row[] => {
    const running = rows.find(({ din }) => din === dins[0]);
    return running === undefined ? [] : dins.map((din) => ({ ...running, din }));
  };
  const changed = (name: string, change: (value: never) => unknown) =>
    page.route(`**/op/${name}`, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { value?: never };
      const json = answer.value === undefined ? answer : { ...answer, value: change(answer.value) };
      await route.fulfill({ response, json });
    });
  await changed('collection.board', (board: { tiles: { din: string | null }[] }) => ({
    ...board,
    tiles: twelve(board.tiles).map((tile, index) => ({
      ...tile,
      chairId: `chair-${index}`,
      code: String(index + 1),
    })),
  }));
  await changed('collection.strip', (rows: { din: string }[]) =>
    twelve(rows).map((row, index) => ({ ...row, chair: String(index + 1) })),
  );
}

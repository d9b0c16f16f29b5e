import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'playwright-core';
import { keyOfChar } from '#renderer/app/scan/keymap.ts';

const special: Record<string, number> = { Enter: 13, Tab: 9, F8: 119 };

/** Time between two keys of a scanner. */
const KEY_MS = 2;

/**
 * Presses keys as a keyboard scanner does, through the browser's own input path. The keys carry a
 * scanner's times even where this machine is too busy to send them that fast.
 */
export async function scannerTypes(
  cdp: CDPSession,
  keys: readonly string[],
  ime = false,
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const began = Date.now();
  for (const [index, name] of keys.entries()) {
    const found = name in special ? { code: name, shift: false } : keyOfChar(name);
    assert.ok(found !== undefined);
    const code = special[name] ?? name.toUpperCase().charCodeAt(0);
    const common = {
      code: found.code,
      key: ime ? 'Process' : name,
      windowsVirtualKeyCode: ime ? 229 : code,
      modifiers: found.shift ? 8 : 0,
      timestamp: (began + index * KEY_MS) / 1000,
    };
    const text = ime ? undefined : name === 'Enter' ? '\r' : name in special ? undefined : name;
    sent.push(
      cdp.send('Input.dispatchKeyEvent', {
        ...common,
        type: text === undefined ? 'rawKeyDown' : 'keyDown',
        text,
      }),
      cdp.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }),
    );
  }
  await Promise.all(sent);
}

/** Notes every activation of a control from now on. */
export async function watchClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clicks: string[] = [];
    Object.assign(window, { clicks });
    document.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element) clicks.push(event.target.outerHTML.slice(0, 120));
      },
      true,
    );
  });
}

/** What a person would find changed: controls that were pressed, texts of fields, ticks. */
export interface Touched {
  readonly clicks: string[];
  readonly values: string[];
  readonly checks: string;
}

/** What was pressed since `watchClicks`, and what stands in every field. */
export async function fieldsAndClicks(page: Page): Promise<Touched> {
  return page.evaluate(() => ({
    clicks: (window as unknown as { clicks: string[] }).clicks,
    values: [...document.querySelectorAll('input')].map((input) => input.value),
    checks: [...document.querySelectorAll('input')].map((input) => Number(input.checked)).join(''),
  }));
}

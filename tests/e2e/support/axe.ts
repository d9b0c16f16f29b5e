import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly passes: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
const contrast = { type: 'rule', values: ['color-contrast', 'label', 'button-name', 'link-name'] };

/**
 * What axe finds wrong on a page (WCAG 2.2 A and AA), one line a rule; empty when clean. A screen
 * that has been looked at whole needs only `contrast` again in its other theme. A live screen may change
 * between two frames, while axe looks: what is wrong is looked at once more, on a screen that stands.
 */
export async function axeProblems(
  page: Page,
  extent: 'everything' | 'contrast' = 'everything',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const runOnly = extent === 'everything' ? everything : contrast;
  const found = await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<Found> };
    };
    const look = () => axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    const first = await look();
    if (first.violations.length === 0) return first;
    for (let frames = 0; frames < 3; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return look();
  }, runOnly);
  // A page on which nothing passed was not looked at.
  if (extent === 'everything' && found.passes.length < 5) return ['axe found nothing to judge'];
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

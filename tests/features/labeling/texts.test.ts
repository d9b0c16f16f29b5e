import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inventoryTexts } from '#shared/features/inventory/texts.ts';
import { labelingTexts } from '#shared/features/labeling/texts.ts';

const SLICES = { labeling: labelingTexts, inventory: inventoryTexts };

for (const [slice, texts] of Object.entries(SLICES)) {
  test(`every refusal of ${slice} has a sentence in both languages`, () => {
    const sources = globSync([
      `shared/features/${slice}/**/*.ts`,
      `electron/features/${slice}/*.ts`,
    ]).filter((file) => !/texts-|contract\.ts/.test(file));
    const pattern = new RegExp(
      `reason\\(\\s*'(${slice}\\.[A-Za-z]+)'|'(${slice}\\.[a-zA-Z]+)'(?= :|;)`,
      'g',
    );
    const used = new Set(
      sources.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(pattern)].map(
          (match) => match[1] ?? match[2] ?? '',
        ),
      ),
    );
    const zh: Readonly<Record<string, string>> = texts.zh.refusals;
    const en: Readonly<Record<string, string>> = texts.en.refusals;
    assert.ok(used.size > 5);
    for (const code of used) {
      assert.ok(zh[code], `${code} has no Chinese sentence`);
      assert.ok(en[code], `${code} has no English sentence`);
    }
    assert.deepEqual(Object.keys(zh), Object.keys(en));
  });
}

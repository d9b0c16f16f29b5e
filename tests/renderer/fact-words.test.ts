import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHOWN_FACTS } from '#electron/features/donors/store-history.ts';
import { textsByNamespace } from '#renderer/app/texts.ts';
import { amountOf, FACT_WORDS } from '#renderer/features/donors/fact-words.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';

test('stored whole numbers are read with their unit; codes and names stay as they are', () => {
  assert.equal(amountOf('temperatureTenthsC', '365'), '36.5 ℃');
  assert.equal(amountOf('weightGrams', '72500'), '72.5 kg');
  assert.equal(amountOf('plasmaMl', '138'), '138 mL');
  assert.equal(amountOf('din', 'A999926000001'), undefined);
});

test('every group of words that a donor’s history looks into exists in both languages', () => {
  for (const group of Object.values(FACT_WORDS).flat()) {
    const [slice = '', ...path] = group.split(/[:.]/);
    for (const side of ['zh', 'en'] as const) {
      const words = new Map(Object.entries(textsByNamespace)).get(slice);
      const found = path.reduce<unknown>(
        (tree, part) => (tree as Record<string, unknown> | undefined)?.[part],
        words?.[side],
      );
      assert.equal(typeof found, 'object', `${group} ${side}`);
    }
  }
});

test('every fact that a donor’s history shows has its name in both languages', () => {
  for (const { factNames } of [donorsTexts.zh, donorsTexts.en]) {
    const unnamed = Object.values(SHOWN_FACTS)
      .flat()
      .filter((name) => !Object.hasOwn(factNames, name));
    assert.deepEqual(unnamed, []);
  }
});

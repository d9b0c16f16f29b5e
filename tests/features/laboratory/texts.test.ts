import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aftercareTexts } from '#shared/features/aftercare/texts.ts';
import { componentsTexts } from '#shared/features/components/texts.ts';
import { laboratoryTexts } from '#shared/features/laboratory/texts.ts';
import { qualityTexts } from '#shared/features/quality/texts.ts';

const TEXTS = {
  laboratory: laboratoryTexts,
  components: componentsTexts,
  aftercare: aftercareTexts,
  quality: qualityTexts,
};

test('every refusal of the lab desk has a sentence in both languages', () => {
  for (const [slice, texts] of Object.entries(TEXTS)) {
    const sources = globSync(`shared/features/${slice}/{rules,rules/*,reading-input}.ts`)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const inReasons = [...sources.matchAll(new RegExp(`'(${slice}\\.[a-zA-Z]+)'`, 'g'))]
      .map((match) => match[1] ?? '')
      .filter((code) => !sources.includes(`event('${code}'`) && !isEvent(sources, code));
    const lots = slice === 'laboratory' ? ['lotUnknown', 'lotWithdrawn', 'lotExpired'] : [];
    const said: Readonly<Record<string, string>> = texts.zh.refusals;
    const english: Readonly<Record<string, string>> = texts.en.refusals;
    for (const code of [...inReasons, ...lots.map((lot) => `${slice}.${lot}`)]) {
      assert.ok(said[code], `${code} has no Chinese sentence`);
      assert.ok(english[code], `${code} has no English sentence`);
    }
    assert.deepEqual(Object.keys(said).sort(), Object.keys(english).sort());
  }
});

/** Event types stand in quotes too, on a line of their own behind `event(`. */
function isEvent(sources: string, code: string): boolean {
  return new RegExp(`event\\(\\s*'${code.replace('.', '\\.')}'`).test(sources);
}

import type { Bilingual } from '../rulesets/model.ts';
import { laboratoryTexts } from './texts.ts';

type Words = (typeof laboratoryTexts)['zh'];

/** A text of the laboratory in both languages, as verdicts carry it. */
export function inBoth(pick: (words: Words) => string): Bilingual {
  return { zh: pick(laboratoryTexts.zh), en: pick(laboratoryTexts.en) };
}

/** Several texts in a row, with a separator that both languages share. */
export function joined(parts: readonly Bilingual[], separator = ' · '): Bilingual {
  return {
    zh: parts.map((part) => part.zh).join(separator),
    en: parts.map((part) => part.en).join(separator),
  };
}

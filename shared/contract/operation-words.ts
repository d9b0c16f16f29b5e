import type { OperationName } from './index.ts';
import { operationsEnglish } from './operation-words-en.ts';
import { operationsChinese } from './operation-words-zh.ts';
import { sliceWords } from './slice-words.ts';

/** Words of the operation table, for role table and refusals. Namespace `operations`. */
export const operationWords = {
  zh: { slices: sliceWords.zh, titles: operationsChinese },
  en: { slices: sliceWords.en, titles: operationsEnglish },
};

/** What an operation does, in both languages; undefined for a name that is not in the table. */
export function operationTitle(name: string): { zh: string; en: string } | undefined {
  if (!Object.hasOwn(operationsChinese, name)) return undefined;
  const known = name as OperationName;
  return { zh: operationsChinese[known], en: operationsEnglish[known] };
}

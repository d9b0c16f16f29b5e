import type { OperationName } from './index.ts';
import { operationsEnglish } from './operation-words-en.ts';
import { operationsChinese } from './operation-words-zh.ts';

/** Words of the operation table, for role table and refusals. Namespace `operations`. */
export const operationWords = { zh: operationsChinese, en: operationsEnglish };

/** What an operation does, in both languages; undefined for a name that is not in the table. */
export function operationTitle(name: string): { zh: string; en: string } | undefined {
  if (!Object.hasOwn(operationsChinese.titles, name)) return undefined;
  const known = name as OperationName;
  return { zh: operationsChinese.titles[known], en: operationsEnglish.titles[known] };
}

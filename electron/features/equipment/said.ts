import { deviceTexts } from '../../devices/texts.ts';

/** The words of a device code in both languages; null for a code without any. */
export function saidBy(code: string): { readonly zh: string; readonly en: string } | null {
  const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = deviceTexts;
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}

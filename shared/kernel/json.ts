/** What an event body, a stored JSON column or a message may hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Deeper than any input of ours; beyond it, writing a value out could exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * Where a value from outside holds what can be neither stored nor shown: text with NUL or half a
 * surrogate pair, or nesting without end. The path to it, or undefined where all is well.
 */
export function unusableAt(value: unknown): readonly string[] | undefined {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [
    { value, path: [] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path } = next;
    if (typeof next.value === 'string' && !isUsableText(next.value)) return path;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (path.length >= MAX_DEPTH) return path;
    for (const [key, inner] of Object.entries(next.value)) {
      if (!isUsableText(key)) return path;
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return undefined;
}

function isUsableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

import { type Classification, type ClassifyOptions, classify } from '#shared/codes/classify.ts';
import type { ProblemCode } from '#shared/codes/problems.ts';
import type { Token, TokenKind } from '#shared/codes/tokens.ts';

/** The problem of a raw scan, or null. */
export function problemOf(raw: string, options?: ClassifyOptions): ProblemCode | null {
  return classify(raw, options).problem;
}

type OfKind<T extends Token, K> = T extends Token ? (K extends T['kind'] ? T : never) : never;

/** The only token of a scan that must have one of the given kind and no problem. */
export function only<K extends TokenKind>(raw: string, kind: K): OfKind<Token, K> {
  const read: Classification = classify(raw);
  const [token] = read.tokens;
  if (read.tokens.length !== 1 || read.problem !== null || token?.kind !== kind)
    throw new Error(`${JSON.stringify(raw)}: ${read.problem} ${JSON.stringify(read.tokens)}`);
  return token as OfKind<Token, K>;
}

/** What a refused scan is explained as. */
export function likenessOf(raw: string): string | null {
  const token = classify(raw).tokens.find((candidate) => candidate.kind === 'unknown');
  return token?.kind === 'unknown' ? token.looksLike : null;
}

/** One character of a code and whether it is one of those that differ. */
export type MarkedChar = { key: string; char: string; differs: boolean };

/**
 * Marks, position by position, the characters in which two codes differ; the longer one's rest
 * differs as a whole. Works on whole characters, never on halves of a surrogate pair. Blanks that
 * only group the digits are not marked.
 */
export function markDifferences(
  expected: string,
  scanned: string,
): { expected: MarkedChar[]; scanned: MarkedChar[] } {
  const left = [...expected];
  const right = [...scanned];
  const mark = (own: string[], other: string[]): MarkedChar[] =>
    own.map((char, at) => ({
      key: `${at}:${char}`,
      char,
      differs: char !== ' ' && char !== other[at],
    }));
  return { expected: mark(left, right), scanned: mark(right, left) };
}

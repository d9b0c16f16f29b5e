import { concatBytes } from '#electron/devices/protocols/bytes.ts';

/** Numbers that look like chance and are the same each time (a linear congruence). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

/** At least `size` bytes: pieces of good traffic in any order, every third place a byte of chance. */
export function noise(pieces: readonly Uint8Array[], size: number, seed: number): Uint8Array {
  const next = chance(seed);
  const made: Uint8Array[] = [];
  for (let length = 0; length < size; ) {
    const isNoise = next() % 3 === 0;
    const piece = isNoise ? Uint8Array.of(next() % 256) : pieces[next() % pieces.length]!;
    made.push(piece);
    length += piece.length;
  }
  return concatBytes(made);
}

/** The same bytes in pieces of one to `longest`, as a port delivers them. */
export function* inPieces(bytes: Uint8Array, longest: number): Generator<Uint8Array> {
  const next = chance(longest);
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + (next() % longest);
    yield bytes.subarray(at, end);
    at = end;
  }
}

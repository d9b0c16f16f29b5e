/** Reproducible draws; the same seed and number give the same stream on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** Whether something happens that happens `perMillion` times in a million. */
  readonly chance: (perMillion: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Golden-ratio step between neighbouring streams (Steele, Lea, Flood: SplitMix). */
const STEP = 0x9e3779b1;

/** The stream of draws of the `n`th thing under a seed (mulberry32, both mixed before the first draw). */
export function randomOf(seed: number, n: number): Random {
  let state = (mix(seed) ^ Math.imul(mix(n), STEP)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    chance: (perMillion) => below(1_000_000) < perMillion,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
  };
}

/** A choice by weight, prepared once for many draws. */
export function weighted<T>(weights: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends: number[] = [];
  let total = 0;
  for (const [, weight] of weights) {
    total += weight;
    ends.push(total);
  }
  return (random) => {
    const at = random.below(total);
    return (weights[ends.findIndex((end) => at < end)] as readonly [T, number])[0];
  };
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

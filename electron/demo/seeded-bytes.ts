import { createHash } from 'node:crypto';

/** Reproducible bytes from a seed: SHA-256 in counter mode. Demo folders hold nothing to protect. */
export function seededBytes(seed: number): (size: number) => Buffer {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return (size) => {
    while (pool.length < size) {
      counter += 1;
      pool = Buffer.concat([pool, createHash('sha256').update(`${seed}:${counter}`).digest()]);
    }
    const bytes = pool.subarray(0, size);
    pool = pool.subarray(size);
    return Buffer.from(bytes);
  };
}

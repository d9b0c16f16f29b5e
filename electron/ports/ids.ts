import { randomBytes as machineRandomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** The only source of fresh ids and secrets. */
export interface Ids {
  /** A UUIDv7 that sorts after every id that this port gave before. */
  newId(): string;
  /** Random bytes for tokens and salts. */
  randomBytes(size: number): Buffer;
}

/**
 * UUIDv7 (RFC 9562 section 5.7) from the clock and injected randomness. Within one millisecond, and
 * when the clock goes back, the 74 random bits count upwards, so ids of one process stay in order.
 */
export function uuidV7Ids(
  clock: Clock,
  randomBytes: (size: number) => Buffer = machineRandomBytes,
): Ids {
  let lastMs = 0;
  let low = 0n;
  return {
    newId: () => {
      const ms = Date.parse(clock.now());
      if (ms > lastMs) {
        lastMs = ms;
        // The top bit stays clear: room to count without running over.
        low = BigInt(`0x${randomBytes(10).toString('hex')}`) & ((1n << 73n) - 1n);
      } else {
        low += 1n + BigInt(randomBytes(2).readUInt16BE());
      }
      return format(lastMs, low);
    },
    randomBytes,
  };
}

function format(ms: number, low: bigint): string {
  const time = ms.toString(16).padStart(12, '0');
  const a = Number((low >> 62n) & 0xfffn)
    .toString(16)
    .padStart(3, '0');
  const b = ((low & ((1n << 62n) - 1n)) | (2n << 62n)).toString(16).padStart(16, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b.slice(0, 4)}-${b.slice(4)}`;
}

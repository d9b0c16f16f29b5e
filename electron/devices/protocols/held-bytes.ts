import { concatBytes } from './bytes.ts';

/** Bytes that arrive while something is being stored, up to a limit: sender and receiver take turns. */
export class HeldBytes {
  private readonly limit: number;
  private parts: Uint8Array[] = [];
  private size = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  hold(bytes: Uint8Array): void {
    this.size = Math.min(this.limit + 1, this.size + bytes.length);
    if (this.size > this.limit) this.parts = [];
    else if (bytes.length > 0) this.parts.push(bytes.slice());
  }

  /** Everything that was held, or undefined when it was too much and is gone; empty afterwards. */
  release(): Uint8Array | undefined {
    const whole = this.size > this.limit ? undefined : concatBytes(this.parts);
    this.parts = [];
    this.size = 0;
    return whole;
  }
}

import { writeSync } from 'node:fs';

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 500;
/** Bytes that nobody read for so long are gone, as on a real cable, milliseconds. */
const UNREAD_MS = 15_000;

/**
 * Bytes on their way into a pseudo-terminal. The system's own stream spins at full speed once the
 * terminal is full and no host reads it; this one looks again after growing pauses.
 */
export class Outbox {
  readonly #descriptor: number;
  #waiting: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #takenAt = performance.now();

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Sends at once as much as the terminal takes. */
  write(bytes: Uint8Array): void {
    if (this.#waiting.length === 0) this.#takenAt = performance.now();
    this.#waiting.push(bytes);
    if (this.#timer === undefined) this.#drain();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #drain(): void {
    this.#timer = undefined;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const taken = this.#offer(next);
      if (taken > 0) this.#takenAt = performance.now();
      if (taken < next.length) {
        this.#waiting[0] = next.subarray(taken);
        this.#retry(taken > 0);
        return;
      }
      this.#waiting.shift();
    }
    this.#pauseMs = FIRST_PAUSE_MS;
  }

  /** How many bytes are off our hands; a line that died swallows them all. */
  #offer(bytes: Uint8Array): number {
    try {
      return writeSync(this.#descriptor, bytes);
    } catch (problem) {
      const isFull = problem instanceof Error && 'code' in problem && problem.code === 'EAGAIN';
      return isFull ? 0 : bytes.length;
    }
  }

  #retry(someTaken: boolean): void {
    if (performance.now() - this.#takenAt > UNREAD_MS) {
      this.#waiting = [];
      return;
    }
    this.#pauseMs = someTaken ? FIRST_PAUSE_MS : Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.#timer = setTimeout(() => this.#drain(), this.#pauseMs);
  }
}

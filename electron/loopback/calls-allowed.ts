/** A screen asks a few dozen things at once and then rests; no person comes near this. */
export const CALL_LIMIT = 10_000;
const WITHIN_MS = 10_000;

/** How many calls a door takes in ten seconds: a page that runs wild cannot drown the core. */
export class CallsAllowed {
  readonly #limit: number;
  #since = 0;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts a call; false where these ten seconds had their number. */
  take(now: number): boolean {
    if (now - this.#since >= WITHIN_MS || now < this.#since) {
      this.#since = now;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= this.#limit;
  }
}

import type { HandClock } from '../start/practice-clock.ts';

interface Parked {
  readonly at: number;
  readonly order: number;
  readonly go: () => void;
}

/** A course of events at the invented site, from an instant on. */
export interface Scene {
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly play: (time: SceneTime) => Promise<void>;
}

/** A scene's own place in time. */
export interface SceneTime {
  /** Goes on after so many minutes; meanwhile other scenes play. */
  readonly wait: (minutes: number) => Promise<void>;
}

/**
 * Plays scenes that overlap in time, one act after another in the order of their instants, as donors
 * overlap on a real day. One scene runs until it waits; then the one whose time is next goes on.
 */
export class DemoTimeline {
  readonly #clock: HandClock;
  readonly #parked: Parked[] = [];
  #order = 0;
  #yielded: () => void = () => {};

  constructor(clock: HandClock) {
    this.#clock = clock;
  }

  /** Plays scenes to their ends; the first failure ends all. */
  async play(scenes: readonly Scene[]): Promise<void> {
    let failure: unknown;
    let open = scenes.length;
    for (const scene of scenes) {
      void this.#run(scene)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          open -= 1;
          this.#yielded();
        });
    }
    while (open > 0 && failure === undefined) await this.#next();
    if (failure !== undefined) throw failure;
  }

  async #run({ startsAt, play }: Scene): Promise<void> {
    let at = startsAt;
    await this.#until(at);
    await play({
      wait: (minutes) => {
        at += Math.round(minutes * 60_000);
        return this.#until(at);
      },
    });
  }

  #until(at: number): Promise<void> {
    return new Promise((resolve) => {
      this.#parked.push({ at, order: this.#order, go: resolve });
      this.#order += 1;
      this.#yielded();
    });
  }

  async #next(): Promise<void> {
    this.#parked.sort((a, b) => a.at - b.at || a.order - b.order);
    const first = this.#parked.shift();
    if (!first) return new Promise((resolve) => setImmediate(resolve));
    if (first.at > Date.parse(this.#clock.now())) {
      this.#clock.set(new Date(first.at).toISOString());
    }
    const yielded = new Promise<void>((resolve) => {
      this.#yielded = resolve;
    });
    first.go();
    await yielded;
  }
}

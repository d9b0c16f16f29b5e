/** When a step is due: a volume of the run in mL, then seconds of the wall clock. */
interface Due {
  readonly atMl: number;
  readonly afterSeconds: number;
}

/** Hands the steps of a scenario to whoever performs them, each once, as the run and the wall clock go on. */
export class ScenarioPlayer<Step extends Due> {
  readonly #perform: (step: Step) => Promise<unknown>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #waiting: readonly Step[] = [];

  constructor(perform: (step: Step) => Promise<unknown>) {
    this.#perform = perform;
  }

  /** Begins a course anew; what was left of the last one is dropped. */
  begin(steps: readonly Step[]): void {
    this.stop();
    this.#waiting = steps;
  }

  /** The run holds so much: what is due from there begins its wait. */
  reached(collectedMl: number): void {
    const due = this.#waiting.filter((step) => collectedMl >= step.atMl);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter((step) => collectedMl < step.atMl);
    for (const step of due) this.#schedule(step);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting = [];
  }

  #schedule(step: Step): void {
    if (step.afterSeconds === 0) {
      void this.#perform(step);
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#perform(step);
    }, step.afterSeconds * 1000);
    this.#timers.add(timer);
  }
}

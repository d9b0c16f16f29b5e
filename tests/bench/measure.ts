import process from 'node:process';

/** Sorted timings of one side, in milliseconds. */
export interface Timings {
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

/** Percentiles of measured times. */
export function timings(times: readonly number[]): Timings {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
}

/** Times one call of each side in turn, so that a drifting machine weighs on both alike. */
export async function inTurn(
  runs: number,
  one: (run: number) => unknown,
  other: (run: number) => unknown,
): Promise<readonly [Timings, Timings]> {
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    times[0].push(await timed(() => one(run)));
    times[1].push(await timed(() => other(run)));
  }
  return [timings(times[0]), timings(times[1])];
}

/** Milliseconds that work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Times of one call each: by the clock on the wall, and of this thread's work alone. */
export class Stopwatch {
  readonly #wall: number[] = [];
  readonly #work: number[] = [];

  async time(call: () => unknown): Promise<void> {
    const before = process.threadCpuUsage();
    this.#wall.push(await timed(call));
    const { user, system } = process.threadCpuUsage(before);
    this.#work.push((user + system) / 1000);
  }

  /** Percentiles; on a busy machine `work` says what a calm one would take at least. */
  figures(): { p50: number; p95: number; workP50: number; workP95: number; runs: number } {
    const [wall, work] = [timings(this.#wall), timings(this.#work)];
    return { ...wall, workP50: work.p50, workP95: work.p95 };
  }
}

/** One line of the report; `goal` is a ratio or milliseconds, as the line says. */
export interface BenchLine {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly goal: string;
  readonly met: boolean;
}

/** Rounds figures to microseconds. */
export function line(
  bench: string,
  figures: Readonly<Record<string, number>>,
  goal: string,
  met: boolean,
): BenchLine {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  return { bench, figures: rounded, goal, met };
}

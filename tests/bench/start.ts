import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startDemo } from '../support/demo.ts';
import { type BenchLine, line, timings } from './measure.ts';

const RUNS = 9;

/** From process start to core ready on demo data, against a process that only starts. */
export async function benchStart(): Promise<BenchLine> {
  const demo = await startDemo();
  await demo.stop();
  const core = fileURLToPath(new URL('./start-core.ts', import.meta.url));
  const bare = fileURLToPath(new URL('./start-bare.ts', import.meta.url));
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    times[0].push(await untilReady(core, demo.data));
    times[1].push(await untilReady(bare, demo.data));
  }
  demo.remove();
  const [ready, empty] = [timings(times[0]), timings(times[1])];
  const figures = {
    readyP50: ready.p50,
    readyP95: ready.p95,
    bareP50: empty.p50,
    ratio: ready.p50 / empty.p50,
  };
  return line(
    'cold start, process start to core ready',
    figures,
    'p50 ≤ 1000 ms',
    ready.p50 <= 1000,
  );
}

/** Milliseconds until a program that opens a folder says that it is ready. */
export function untilReady(program: string, data: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let ready = 0;
    child.stdout.once('data', () => {
      ready = performance.now() - started;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 && ready > 0 ? resolve(ready) : reject(new Error(`start ended with ${code}`)),
    );
  });
}

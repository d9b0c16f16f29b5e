import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Seen } from './worlds/told-worlds.ts';

/**
 * The long form of what `npm test` does small: ten times as many states of every world, and ten
 * thousand steps of random courses. Part of `npm run prove`; its figures go to the safety document.
 */
const files = [
  'tests/properties/worlds-desk.test.ts',
  'tests/properties/worlds-bench.test.ts',
  'tests/properties/chain.test.ts',
];
const folder = mkdtempSync(join(tmpdir(), 'prove-'));
const figures = join(folder, 'worlds.jsonl');
const courses = join(folder, 'courses.jsonl');
const env = {
  ...process.env,
  WORLD_FACTOR: '10',
  WORLD_FIGURES: figures,
  COURSE_FIGURES: courses,
  PROPERTY_RUNS: '100',
  PROPERTY_MS: '1800000',
};

function prove(): number {
  for (const file of files) {
    const flags = ['--import=./tests/support/seed.ts', '--test', '--test-timeout=7200000', file];
    const { status } = spawnSync(process.execPath, flags, { stdio: 'inherit', env });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/** What was seen of all worlds and how many courses were played, for the safety document. */
function keepFigures(): void {
  if (!existsSync(figures) || !existsSync(courses)) return;
  const worlds = linesOf<Seen>(figures);
  const sum = (of: (one: Seen) => number) => worlds.reduce((all, one) => all + of(one), 0);
  const last = {
    worlds: Object.fromEntries(worlds.map(({ world, states }) => [world, states])),
    states: sum(({ states }) => states),
    edges: sum(({ edges }) => edges),
    seconds: Math.round(sum(({ seconds }) => seconds)),
    mostMegabytes: Math.max(...worlds.map(({ megabytes }) => megabytes)),
    courses: Object.fromEntries(linesOf<readonly [string, number]>(courses)),
  };
  writeFileSync('tests/properties/last-prove.json', `${JSON.stringify(last, null, 2)}\n`);
}

function linesOf<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

try {
  process.exitCode = prove();
  if (process.exitCode === 0) keepFigures();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

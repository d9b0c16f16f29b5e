import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * `npm test` and its parts: types, lint, then node tests, then tests in a real browser. Each part
 * stops the run when it fails, so that the first thing read is the first thing wrong.
 */
const PARTS = {
  types: () => run('tsc', ['-b']),
  check: () => run('biome', ['check', '--error-on-warnings', '.']),
  // Once, before tests that would otherwise each find the screens stale and build them at one time.
  screens: () => run(process.execPath, ['tests/support/build-screens.ts']),
  node: () =>
    nodeTests(
      testFiles((file) => !isBrowser(file) && !isSystem(file)),
      2,
    ),
  e2e: () => nodeTests(testFiles(isBrowser), 1, BROWSER_LIMIT_MS),
  system: () => nodeTests(testFiles(isSystem), 1),
  // Needs a C compiler and mount, see .ci/run.
  faults: () => faultTests({}, 300_000),
  // Every place instead of a sample, and ten thousand states after power cuts.
  everyFault: () => faultTests({ FAULTS: 'all' }, 3_600_000),
} as const;

/** A browser shares the machine with its station; a busy machine may need many times its usual time. */
const BROWSER_LIMIT_MS = 900_000;

type Part = keyof typeof PARTS;

const ORDER: Readonly<Record<string, readonly Part[]>> = {
  all: ['types', 'check', 'screens', 'node', 'e2e'],
  node: ['screens', 'node'],
  e2e: ['screens', 'e2e'],
  system: ['system'],
  faults: ['faults'],
  prove: ['everyFault'],
};

function isBrowser(file: string): boolean {
  return file.startsWith('tests/e2e/');
}

function isSystem(file: string): boolean {
  return file.startsWith('tests/system/');
}

function testFiles(wanted: (file: string) => boolean): string[] {
  return globSync('tests/**/*.test.ts')
    .map((file) => file.replaceAll('\\', '/'))
    .filter(wanted)
    .sort();
}

/** Faults below a shim; what a disk keeps is judged from the record, so memory serves as disk. */
function faultTests(settings: NodeJS.ProcessEnv, timeoutMs: number): number {
  const memory = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {};
  Object.assign(process.env, memory, settings);
  return nodeTests(globSync('tests/faults/*.fault.ts').sort(), 2, timeoutMs);
}

function nodeTests(
  files: readonly string[],
  concurrency: number,
  timeoutMs: number = 300_000,
): number {
  if (files.length === 0) throw new Error('no test files were found');
  const flags = [
    '--import=./tests/support/seed.ts',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeoutMs}`,
  ];
  return run(process.execPath, [...flags, ...files]);
}

/** Every test file loads the same modules: types are taken out and code compiled once, not per file. */
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../../.cache/compile', import.meta.url),
);

function run(command: string, args: readonly string[]): number {
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

const wanted = ORDER[process.argv[2] ?? 'all'];
if (!wanted) throw new Error(`unknown part; one of ${Object.keys(ORDER).join(', ')}`);
for (const part of wanted) {
  const started = performance.now();
  const status = PARTS[part]();
  process.stdout.write(
    `${part}: ${status === 0 ? 'ok' : 'failed'} in ${Math.round((performance.now() - started) / 1000)} s\n`,
  );
  if (status !== 0) process.exit(status);
}

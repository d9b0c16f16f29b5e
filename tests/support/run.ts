import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statfsSync } from 'node:fs';
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
      // Each command waits for the disk several times; what that is for is proved in `faults`.
      { concurrency: AT_ONCE, env: foldersInMemory() },
    ),
  browser: () => run(process.execPath, ['tests/support/unpack-browser.ts']),
  e2e: () =>
    nodeTests(testFiles(isBrowser), {
      concurrency: AT_ONCE,
      timeoutMs: BROWSER_LIMIT_MS,
      env: foldersInMemory(),
    }),
  system: () => nodeTests(testFiles(isSystem), {}),
  // Needs a C compiler and mount, see .ci/run.
  faults: () => faultTests({}, FILE_LIMIT_MS),
  // Every place instead of a sample, and ten thousand states after power cuts.
  everyFault: () => faultTests({ FAULTS: 'all' }, 3_600_000),
} as const;

const FILE_LIMIT_MS = 300_000;

/** One file more than two cores have: many wait for devices, disks and browsers. */
const AT_ONCE = 3;

/** A browser shares the machine with its station; a busy machine may need many times its usual time. */
const BROWSER_LIMIT_MS = 900_000;

const MEMORY = '/dev/shm';
/** The folders of a whole run stay far below. */
const LEAST_MEMORY_BYTES = 2 ** 30;

type Part = keyof typeof PARTS;

const ORDER: Readonly<Record<string, readonly Part[]>> = {
  all: ['types', 'check', 'screens', 'browser', 'node', 'e2e'],
  node: ['screens', 'browser', 'node'],
  e2e: ['screens', 'browser', 'e2e'],
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
  return nodeTests(globSync('tests/faults/*.fault.ts').sort(), {
    concurrency: 2,
    timeoutMs,
    env: { ...allInMemory(), ...settings },
  });
}

/** Every temporary file in memory, where the system offers it and enough is free. */
function allInMemory(): NodeJS.ProcessEnv {
  return hasMemory() ? { TMPDIR: MEMORY } : {};
}

/** Only folders of stations: systems may forbid to run a program from there, as the browser is. */
function foldersInMemory(): NodeJS.ProcessEnv {
  return hasMemory() ? { TEST_FOLDERS: MEMORY } : {};
}

function hasMemory(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= LEAST_MEMORY_BYTES;
}

interface NodeTestOptions {
  /** How many files at one time; one by one when left out. */
  readonly concurrency?: number;
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
}

function nodeTests(
  files: readonly string[],
  { concurrency = 1, timeoutMs = FILE_LIMIT_MS, env = {} }: NodeTestOptions,
): number {
  if (files.length === 0) throw new Error('no test files were found');
  const flags = [
    '--import=./tests/support/seed.ts',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeoutMs}`,
  ];
  return run(process.execPath, [...flags, ...files], env);
}

/** Every test file loads the same modules: types are taken out and code compiled once, not per file. */
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../../.cache/compile', import.meta.url),
);

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
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

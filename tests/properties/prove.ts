import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * The long form of what `npm test` does small: ten times as many states of every world, and ten
 * thousand steps of random courses. Part of `npm run prove`; takes about a quarter of an hour alone.
 */
const files = [
  'tests/properties/worlds-desk.test.ts',
  'tests/properties/worlds-bench.test.ts',
  'tests/properties/chain.test.ts',
];

for (const file of files) {
  const flags = ['--max-old-space-size=12288', '--import=./tests/support/seed.ts', '--test'];
  const env = {
    ...process.env,
    WORLD_FACTOR: '10',
    PROPERTY_RUNS: '100',
    PROPERTY_MS: '1800000',
    NODE_OPTIONS: '--max-old-space-size=12288',
  };
  const { status } = spawnSync(process.execPath, [...flags, '--test-timeout=7200000', file], {
    stdio: 'inherit',
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

import process from 'node:process';
import { benchCommand } from './command.ts';
import type { BenchLine } from './measure.ts';
import { benchCertificate, benchLabel } from './papers.ts';
import { benchRecovery } from './recovery.ts';
import { benchScreens } from './screens.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

/**
 * `npm run bench [-- --only NAME]`: ratios against a bare baseline in the same run, one JSON object a
 * line. Never judges by exit code: figures belong to the machine that they were taken on.
 */
const BENCHES: Readonly<Record<string, () => Promise<BenchLine>>> = {
  command: benchCommand,
  search: benchSearch,
  label: benchLabel,
  certificate: benchCertificate,
  start: benchStart,
  recovery: benchRecovery,
  screens: benchScreens,
};

const only = process.argv[process.argv.indexOf('--only') + 1];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (process.argv.includes('--only') && only !== name) continue;
  process.stdout.write(`${JSON.stringify(await bench())}\n`);
}

import process from 'node:process';
import { benchBoard } from './board.ts';
import { benchCommand } from './command.ts';
import { benchLive } from './live.ts';
import type { BenchLine } from './measure.ts';
import { benchCertificate, benchLabel } from './papers.ts';
import { benchRecovery } from './recovery.ts';
import { benchScale, scaleAsked } from './scale.ts';
import { benchScreens } from './screens.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

/**
 * `npm run bench [-- --only NAME | --scale full|N [--data DIR]]`: ratios against a bare baseline in the
 * same run, one JSON object a line; with `--scale` over that many invented donors instead. Never judges by exit code: figures belong to the machine that they were taken on.
 */
const BENCHES: Readonly<Record<string, () => Promise<BenchLine>>> = {
  command: benchCommand,
  search: benchSearch,
  label: benchLabel,
  certificate: benchCertificate,
  start: benchStart,
  recovery: benchRecovery,
  board: benchBoard,
  live: benchLive,
  screens: benchScreens,
};

const argv = process.argv.slice(2);
const scale = scaleAsked(argv);
if (scale) for await (const line of benchScale(scale)) tell(line);
else await benchAll(argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : undefined);

async function benchAll(only: string | undefined): Promise<void> {
  for (const [name, bench] of Object.entries(BENCHES))
    if (only === undefined || only === name) tell(await bench());
}

function tell(line: BenchLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

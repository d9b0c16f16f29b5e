import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { made } from './made.ts';
import type { Mutant } from './mutant.ts';
import { NAMED } from './named.ts';

/**
 * `npm run mutants`: applies each mutant in a copy of the tree and runs the tests that must notice it.
 * Fails when one survives or its patch no longer applies. `--made` takes the generated mutants of the
 * gate files instead, `--only A,B` those whose id or file holds one of the
 * texts (a file, or `file.ts:12` for a line).
 */
const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
const mutants = (args.includes('--made') ? made() : NAMED).filter(({ id, file }) =>
  only.split(',').some((one) => `${id} ${file}`.includes(one)),
);

const COPIED = ['shared', 'electron', 'tests', 'package.json'];
const LINKED = ['node_modules', 'resources', 'renderer', 'dist', 'biome.json', 'tsconfig.json'];
/** Small worlds, short courses: a mutant dies early or not at all. */
const SMALL = { WORLD_FACTOR: '0.06', PROPERTY_RUNS: '2' };
const LONGEST_MS = 180_000;
const FLAGS = ['--import=./tests/support/seed.ts', '--test-reporter=tap'];
/** One is enough to know that a mutant was noticed. */
const FAILURE = /^\s*not ok /m;

type Fate = 'killed' | 'survived' | 'unappliable' | 'endless';

/** Ends a test run with all that it started and left. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}

class Workshop {
  readonly root = mkdtempSync(join(tmpdir(), 'mutants-'));
  private readonly temporary = join(this.root, 'temporary');

  constructor() {
    for (const name of COPIED) cpSync(name, join(this.root, name), { recursive: true });
    for (const name of LINKED)
      if (existsSync(name)) symlinkSync(join(process.cwd(), name), join(this.root, name));
  }

  /** Whether the test file passes; undefined where it found no end. */
  passes(test: string): Promise<boolean | undefined> {
    rmSync(this.temporary, { recursive: true, force: true });
    mkdirSync(this.temporary);
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [...FLAGS, test], {
        cwd: this.root,
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
        // What a run leaves that was ended at its first failure is swept before the next.
        env: {
          ...process.env,
          ...SMALL,
          NODE_COMPILE_CACHE: join(this.root, '.compiled'),
          TMPDIR: this.temporary,
          TEST_FOLDERS: this.temporary,
        },
      });
      let isEndless = false;
      const end = setTimeout(() => {
        isEndless = true;
        endGroup(child.pid);
      }, LONGEST_MS);
      child.stdout.setEncoding('utf8').on('data', (said: string) => {
        if (FAILURE.test(said)) endGroup(child.pid);
      });
      child.on('exit', (code) => {
        clearTimeout(end);
        endGroup(child.pid);
        resolve(isEndless ? undefined : code === 0);
      });
    });
  }

  async fateOf({ file, from, to, tests }: Mutant): Promise<Fate> {
    const path = join(this.root, file);
    const right = readFileSync(path, 'utf8');
    if (right.split(from).length !== 2) return 'unappliable';
    writeFileSync(
      path,
      right.replace(from, () => to),
    );
    try {
      for (const test of tests)
        switch (await this.passes(test)) {
          case false:
            return 'killed';
          case undefined:
            return 'endless';
          default:
        }
      return 'survived';
    } finally {
      writeFileSync(path, right);
    }
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

const FIGURES = 'tests/properties/mutants/last-run.json';
type Count = { readonly killed: number; readonly total: number };

/** The figures of named mutants after a whole run, of made ones by file, for the safety document. */
function keepFigures(of: (list: readonly Mutant[]) => Count): void {
  const before: object = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
  const old = (before as { made?: Readonly<Record<string, Count>> }).made ?? {};
  if (!args.includes('--made') && only !== '') return;
  const byFile = Map.groupBy(mutants, ({ file }) => file);
  const figures = args.includes('--made')
    ? {
        made: {
          ...old,
          ...Object.fromEntries([...byFile].map(([file, list]) => [file, of(list)])),
        },
      }
    : { named: of(mutants) };
  writeFileSync(FIGURES, `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`);
}

/** Works through a list with a few workshops at once. */
async function each<T>(
  list: readonly T[],
  shops: readonly Workshop[],
  work: (one: T, shop: Workshop) => Promise<void>,
) {
  const queue = [...list];
  await Promise.all(
    shops.map(async (shop) => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one, shop);
    }),
  );
}

const shops = Array.from({ length: Math.min(2, availableParallelism()) }, () => new Workshop());
const problems: string[] = [];
const living = new Set<string>();
const say = (text: string) => process.stdout.write(`${text}\n`);
try {
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))].filter((one) =>
    existsSync(one),
  );
  await each(files, shops, async (test, shop) => {
    if (!(await shop.passes(test))) problems.push(`${test} fails without any mutant`);
  });
  if (problems.length === 0) {
    await each(mutants, shops, async (mutant, shop) => {
      const fate = await shop.fateOf(mutant);
      // A test that no longer ends is noticed: every test of the suite has its limit.
      if (fate === 'killed' || fate === 'endless') return;
      problems.push(mutant.id);
      living.add(mutant.id);
      say(`${fate}: ${mutant.id} ${mutant.what} (${mutant.file})`);
    });
    const count = (list: readonly Mutant[]) => ({
      killed: list.filter(({ id }) => !living.has(id)).length,
      total: list.length,
    });
    const { killed, total } = count(mutants);
    say(`mutants killed: ${killed}/${total}`);
    if (!/:\d/.test(only)) keepFigures(count);
  } else for (const problem of problems) say(problem);
} finally {
  for (const shop of shops) shop.close();
}
process.exitCode = problems.length === 0 ? 0 : 1;

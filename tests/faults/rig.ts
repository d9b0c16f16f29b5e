import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '#tests/support/station.ts';
import { ACKNOWLEDGED, clearBelow } from './aftermath.ts';
import { foundBelow, type Said } from './course.ts';
import type { Trial, TrialReport } from './player.ts';
import { buildShim, shimEnvironment } from './shim/shim.ts';

const PLAYER = fileURLToPath(new URL('./player.ts', import.meta.url));

/** Whether everything is tried (`npm run prove`) or a sample (`npm run faults`). */
export const PROVING = process.env['FAULTS'] === 'all';

const workshop = temporaryFolder();
const library = buildShim(workshop);
const compileCache = temporaryFolder();

/** A founded site from which the course of work begins. */
export async function makeTemplate(): Promise<string> {
  const base = temporaryFolder();
  const report = await foundBelow(base);
  assert.deepEqual(
    report.said.map(({ status }) => status),
    ['ok', 'ok', 'ok'],
    JSON.stringify(report.said),
  );
  return base;
}

/** A process below the shim that plays trials in a folder of its own. */
export class Player {
  readonly root = join(temporaryFolder(), 'root');
  readonly recordFile = join(temporaryFolder(), 'record');
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(template: string) {
    mkdirSync(this.root);
    const places = {
      root: this.root,
      control: join(temporaryFolder(), 'control'),
      record: this.recordFile,
    };
    this.#child = spawn(process.execPath, [PLAYER, template], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compileCache,
        ...shimEnvironment(library, places),
      },
    });
    const { stdout } = this.#child;
    assert.ok(stdout);
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** The root as a course on a new folder finds it. */
  emptyRoot(): string {
    clearBelow(this.root);
    mkdirSync(join(this.root, 'config'));
    return this.root;
  }

  /** Plays a trial to its end. */
  async play(trial: Trial): Promise<TrialReport> {
    this.#child.stdin?.write(`${JSON.stringify(trial)}\n`);
    const line = await this.#lines.next();
    assert.ok(!line.done, 'the player died');
    return JSON.parse(line.value) as TrialReport;
  }

  /**
   * Plays a trial in which the process is to be killed; answers what it had been told before. Two runs of
   * one course differ by a few file operations, so a kill at the very last ones may not be met.
   */
  async playToDeath(
    trial: Trial,
  ): Promise<{ readonly said: readonly Said[]; readonly died: boolean }> {
    const closed = once(this.#child, 'close');
    this.#child.stdin?.write(`${JSON.stringify(trial)}\n`);
    const line = await this.#lines.next();
    if (!line.done) this.#child.stdin?.end();
    await closed;
    const died = line.done === true;
    if (died) assert.equal(this.#child.signalCode, 'SIGKILL');
    return { said: acknowledgedIn(this.root), died };
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.stdin?.end();
    await once(this.#child, 'close');
  }
}

/** Numbers from 0 up to below 1 that are the same in each run: SHA-256 in counter mode. */
export function seededDraw(name: string): () => number {
  const seed = process.env['PROPERTY_SEED'] ?? '20200413';
  let counter = 0;
  return () => {
    counter += 1;
    const hash = createHash('sha256').update(`${seed} ${name} ${counter}`).digest();
    return hash.readUInt32LE() / 2 ** 32;
  };
}

/** What a killed player had been told. */
function acknowledgedIn(root: string): readonly Said[] {
  const file = join(root, ACKNOWLEDGED);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // The last line may be torn by the kill; what was not fully noted was not yet told.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Said);
}

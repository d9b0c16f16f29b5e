import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Proof } from '#shared/contract/envelope.ts';
import { until } from '#tests/devices/support.ts';
import type { Board } from '#tests/support/board.ts';
import type { Told } from './words.ts';

const STATION = fileURLToPath(new URL('./station.ts', import.meta.url));
/** Starting is no part of what twelve machines cost. */
const SETTLED_MS = 5_000;

export interface Folders {
  readonly folder: string;
  readonly configFolder: string;
}

/** What a station's process was seen to need. */
export interface Seen {
  /** Milliseconds from its start to its first board, and to the last of the lines. */
  readonly boardMs: number;
  readonly linesMs: number;
  /** Share of one core from then on; undefined for a life that was too short to say. */
  readonly share: number | undefined;
}

/** One life of the station's process, from its start until it is killed. */
export class Life {
  readonly #child: ChildProcess;
  readonly #proof: Proof;
  readonly #bornAt = performance.now();
  #boardMs = 0;
  #linesMs = 0;
  #settled: { readonly at: number; readonly workMs: number } | undefined;
  #newest: { readonly at: number; readonly workMs: number } | undefined;

  constructor({ folder, configFolder }: Folders, proof: Proof) {
    this.#child = fork(STATION, [folder, configFolder]);
    this.#proof = proof;
  }

  /** The first board of this life, and every line open again. */
  async begin(lines: number): Promise<Board> {
    const { board } = await this.#ask();
    this.#boardMs = performance.now() - this.#bornAt;
    await until(async () => (await this.#ask()).lines >= lines, 'every machine is on its line');
    this.#linesMs = performance.now() - this.#bornAt;
    return board;
  }

  async board(): Promise<Board> {
    const { board, workMs } = await this.#ask();
    const at = performance.now();
    if (at - this.#bornAt > this.#linesMs + SETTLED_MS) {
      this.#settled ??= { at, workMs };
      this.#newest = { at, workMs };
    }
    return board;
  }

  /** Ends the process as a power cut does; what it was seen to need. */
  async kill(): Promise<Seen> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
    const [from, to] = [this.#settled, this.#newest];
    const long = from !== undefined && to !== undefined && to.at > from.at;
    return {
      boardMs: this.#boardMs,
      linesMs: this.#linesMs,
      share: long ? (to.workMs - from.workMs) / (to.at - from.at) : undefined,
    };
  }

  async #ask(): Promise<{ board: Board; lines: number; workMs: number }> {
    const answered = once(this.#child, 'message');
    this.#child.send({ proof: this.#proof });
    const [{ board, lines, workMs }] = (await answered) as [Told];
    assert.equal(board.status, 'ok', JSON.stringify(board));
    return { board: (board as { value: Board }).value, lines, workMs };
  }
}

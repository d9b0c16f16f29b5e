import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Kinds of file operations that can be counted; the same bits as in shim.c. */
export const OPERATIONS = {
  write: 1,
  sync: 2,
  open: 4,
  truncate: 8,
  unlink: 16,
  rename: 32,
  read: 64,
  folder: 128,
} as const;

/** What the n-th operation meets; the same numbers as in shim.c. */
export const FAULTS = { kill: 1, tornKill: 2, eio: 3, full: 4, short: 5, readOnly: 6 } as const;

export type FaultKind = keyof typeof FAULTS;

/** Everything that changes a file. */
export const CHANGES = 255 & ~OPERATIONS.read;

/** A fault to come: at the n-th operation of the masked kinds, once or from then on. */
export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
  readonly lasting: boolean;
  readonly mask: number;
}

const CONTROL_BYTES = 64;

/** Compiles the shim into a folder; a machine without a C compiler fails here. */
export function buildShim(folder: string): string {
  const source = fileURLToPath(new URL('./shim.c', import.meta.url));
  const library = join(folder, 'shim.so');
  const args = ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', library, source, '-ldl'];
  const built = spawnSync('gcc', args, { encoding: 'utf8' });
  assert.equal(built.error, undefined, 'gcc is needed: apt-get install gcc libc6-dev');
  assert.equal(built.status, 0, built.stderr);
  return library;
}

/** Makes an idle control file; answers the environment of a process that runs below the shim. */
export function shimEnvironment(
  library: string,
  places: { readonly root: string; readonly control: string; readonly record?: string },
): Record<string, string> {
  writeFileSync(places.control, Buffer.alloc(CONTROL_BYTES));
  return {
    LD_PRELOAD: library,
    FAULT_ROOT: places.root,
    FAULT_CONTROL: places.control,
    ...(places.record ? { FAULT_RECORD: places.record } : {}),
  };
}

/** Steers the shim of this process, or of another that maps the same file. */
export class Steering {
  readonly #handle: number;

  constructor(controlFile: string) {
    this.#handle = openSync(controlFile, 'r+');
  }

  arm(fault: Fault): void {
    this.#put([fault.mask, fault.at, FAULTS[fault.kind], fault.lasting ? 1 : 0, 0, 0]);
  }

  /** Counts and lets everything pass. */
  count(mask: number): void {
    this.#put([mask, 0, 0, 0, 0, 0]);
  }

  /** Records from now on; counts nothing. */
  record(): void {
    this.#put([0, 0, 0, 0, 0, 0, 1]);
  }

  disarm(): { readonly counted: number; readonly hits: number } {
    const bytes = Buffer.alloc(CONTROL_BYTES);
    readSync(this.#handle, bytes, 0, CONTROL_BYTES, 0);
    this.#put([0, 0, 0, 0, 0, 0]);
    return { counted: Number(bytes.readBigUInt64LE(32)), hits: Number(bytes.readBigUInt64LE(40)) };
  }

  close(): void {
    closeSync(this.#handle);
  }

  #put(numbers: readonly number[]): void {
    const bytes = Buffer.alloc(numbers.length * 8);
    for (const [index, value] of numbers.entries())
      bytes.writeBigUInt64LE(BigInt(value), index * 8);
    writeSync(this.#handle, bytes, 0, bytes.length, 0);
  }
}

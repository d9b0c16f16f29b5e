import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import type { Socket } from 'node:net';
import * as nodePty from '@lydell/node-pty';
import { SerialPort } from 'serialport';
import { Outbox } from './outbox.ts';

/** The half-public face of the package: an open pair without a child process. */
interface PtyPair {
  readonly _master: Socket;
  readonly _slave: Socket;
  /** Descriptor of the master's end. */
  readonly _fd: number;
  readonly ptsName: string;
}

const openPair = (nodePty as unknown as { open(options: { encoding: null }): PtyPair }).open;

/**
 * The machine's end of a cable: owns a pseudo-terminal whose other end stands under a stable path. Linux
 * and macOS only. Baud rate and parity mean nothing on it.
 */
export class PtyLine {
  private readonly path: string;
  private readonly onBytes: (bytes: Uint8Array) => void;
  private pair: PtyPair | undefined;
  private outbox: Outbox | undefined;
  private holder: number | undefined;

  constructor(path: string, onBytes: (bytes: Uint8Array) => void) {
    this.path = path;
    this.onBytes = onBytes;
  }

  get plugged(): boolean {
    return this.pair !== undefined;
  }

  /** Plugs the cable in: a new pair, the path points to it. */
  async plug(): Promise<void> {
    if (this.pair !== undefined) return;
    const pair = openPair({ encoding: null });
    // The package reads its own slave end and would swallow bytes; a descriptor that nobody reads keeps the
    // pair alive while no host has it open.
    this.holder = openSync(pair.ptsName, constants.O_RDWR | constants.O_NOCTTY);
    pair._slave.destroy();
    await makeRaw(pair.ptsName);
    pair._master.on('data', (bytes: Uint8Array) => this.onBytes(bytes));
    pair._master.on('error', () => this.pull());
    this.pair = pair;
    this.outbox = new Outbox(pair._fd);
    this.pointTo(pair.ptsName);
  }

  /** Pulls the cable: the path is gone and an open host port dies. */
  pull(): void {
    const { pair, holder } = this;
    this.pair = undefined;
    this.holder = undefined;
    this.outbox?.close();
    this.outbox = undefined;
    if (pair === undefined) return;
    rmSync(this.path, { force: true });
    if (holder !== undefined) closeSync(holder);
    pair._master.destroy();
  }

  /** Sends bytes when plugged; otherwise they are gone, as on a real cable. */
  write(bytes: Uint8Array): void {
    this.outbox?.write(bytes);
  }

  private pointTo(target: string): void {
    const existing = lstatSync(this.path, { throwIfNoEntry: false });
    if (existing !== undefined && !existing.isSymbolicLink())
      throw new Error(`${this.path} exists and is not a link`);
    const fresh = `${this.path}.new`;
    rmSync(fresh, { force: true });
    symlinkSync(target, fresh);
    renameSync(fresh, this.path);
  }
}

/** A fresh pseudo-terminal echoes and edits lines; opening it once as a serial port makes it transparent. */
function makeRaw(name: string): Promise<void> {
  const port = new SerialPort({ path: name, baudRate: 9600, autoOpen: false, lock: false });
  return new Promise((resolve, reject) => {
    port.open((problem) => {
      if (problem) reject(problem);
      else port.close(() => resolve());
    });
  });
}

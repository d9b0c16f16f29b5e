import { mkdtempSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialLine } from '#electron/devices/lines/serial-line.ts';
import { serialportOpener } from '#electron/devices/serialport-opener.ts';
import type { Timers } from '#electron/devices/timers.ts';
import type { LineOpener, SerialListener } from '#electron/ports/serial.ts';

/** Time that passes only when told to. */
export class HandTimers implements Timers {
  private now = 0;
  private waiting: { at: number; task: () => void }[] = [];

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.now + ms, task };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  /** Lets time pass, task by task, with the promises in between. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await settle();
    for (;;) {
      const next = this.waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.now = next.at;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      next.task();
      await settle();
    }
    this.now = end;
  }
}

/** Lets everything that is already due in the promise queue run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A port in memory: the test plays the far end of the wire. */
export class WireOpener implements LineOpener {
  opened = 0;
  refuseOpen = false;
  refuseWrite = false;
  listener: SerialListener | undefined;
  readonly written: Uint8Array[] = [];
  /** Bytes that the system still holds from before; a flush throws them away. */
  stale: Uint8Array | undefined;

  async open(listener: SerialListener) {
    if (this.refuseOpen) throw new Error('no such port');
    this.opened += 1;
    this.listener = listener;
    if (this.stale !== undefined) listener.bytes(this.stale);
    return {
      write: async (bytes: Uint8Array) => {
        if (this.refuseWrite) throw new Error('gone');
        this.written.push(bytes);
      },
      flush: async () => {
        this.stale = undefined;
      },
      close: async () => {},
    };
  }
}

/** A line over a real port; nothing is looked for by USB. */
export function serialAt(path: string, baudRate = 9600): LineOpener {
  const world = { opener: serialportOpener, list: () => Promise.resolve([]) };
  return serialLine(world, { path, baudRate });
}

/** Calls a port of this machine until somebody listens there. */
export async function called(port: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.on('error', () => {});
    if (isThere) return socket;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A new folder for one test. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'devices-'));
}

/** Waits until something holds; the limit only ends a hopeless wait. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 4000; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never happened: ${what}`);
}

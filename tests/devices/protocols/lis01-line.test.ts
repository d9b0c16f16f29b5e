import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CONTROL } from '#electron/devices/protocols/lis01-frame.ts';
import {
  Lis01Line,
  type Lis01LineOutput,
  type Lis01Timer,
} from '#electron/devices/protocols/lis01-line.ts';
import { ascii } from './support.ts';

/** One end with its two timers and what it came to. */
class End {
  readonly line: Lis01Line;
  readonly frames: string[] = [];
  readonly sent: string[] = [];
  readonly failed: string[] = [];
  readonly timers = new Map<Lis01Timer, number>();
  outbox: number[] = [];

  constructor(role: 'instrument' | 'host') {
    this.line = new Lis01Line(role, 40);
  }

  queue(text: string): void {
    const queued = this.line.queue(ascii(text));
    if (queued.ok) this.take(queued.value);
  }

  take(outputs: readonly Lis01LineOutput[]): void {
    for (const output of outputs) {
      if (output.kind === 'send') this.outbox.push(...output.bytes);
      if (output.kind === 'timer') {
        if (output.ms === undefined) this.timers.delete(output.of);
        else this.timers.set(output.of, output.ms);
      }
      if (output.kind === 'sent') this.sent.push(Buffer.from(output.message).toString());
      if (output.kind === 'notSent') this.failed.push(output.code);
      if (output.kind === 'frame') {
        this.frames.push(Buffer.from(output.text).toString());
        this.take(this.line.step({ kind: 'stored' }));
      }
    }
  }
}

/** Carries bytes both ways until both ends rest; time passes for whoever waits least. */
function talk(a: End, b: End, carry: (byte: number, at: number) => readonly number[]): void {
  for (let at = 0; at < 20_000; at += 1) {
    const [from, to] = at % 2 === 0 ? [a, b] : [b, a];
    const byte = from.outbox.shift();
    if (byte !== undefined)
      to.take(to.line.step({ kind: 'bytes', bytes: Uint8Array.from(carry(byte, at)) }));
    else if (a.outbox.length === 0 && b.outbox.length === 0 && !wait(a, b)) return;
  }
}

function wait(a: End, b: End): boolean {
  const waiting = [a, b].flatMap((end) => [...end.timers].map(([of, ms]) => ({ end, of, ms })));
  const next = waiting.toSorted((x, y) => x.ms - y.ms)[0];
  if (next === undefined) return false;
  for (const { end, of, ms } of waiting) end.timers.set(of, ms - next.ms);
  next.end.timers.delete(next.of);
  next.end.take(next.end.line.step({ kind: 'timeout', of: next.of }));
  return true;
}

test('both ends ask at once: the instrument goes first, then the host, and nothing is lost or doubled', () => {
  const host = new End('host');
  const instrument = new End('instrument');
  host.queue('H|\\^&\rP|1\rO|1|A999926000001\rL|1|N\r');
  instrument.queue('H|\\^&\rQ|1|^A999926000001\rL|1|N\r');
  assert.deepEqual([host.outbox, instrument.outbox], [[5], [5]]);
  talk(host, instrument, (byte) => [byte]);
  assert.equal(host.frames.join(''), 'H|\\^&\rQ|1|^A999926000001\rL|1|N\r');
  assert.equal(instrument.frames.join(''), 'H|\\^&\rP|1\rO|1|A999926000001\rL|1|N\r');
  assert.deepEqual([host.failed, instrument.failed], [[], []]);
  assert.deepEqual([host.line.unsent, instrument.line.unsent], [0, 0]);
});

/**
 * A wire that loses answers at will, and of a frame one byte at most: that a sum of eight bits always finds, while
 * of several lost bytes it misses one case in 256, whatever the receiver does.
 */
function losing(losses: Iterator<number>): (byte: number, at: number) => readonly number[] {
  let mayLose = true;
  return (byte, at) => {
    const isAnswer = at % 2 === 0;
    if (!isAnswer && byte === CONTROL.STX) mayLose = true;
    if (losses.next().value !== 0 || !(isAnswer || mayLose)) return [byte];
    if (!isAnswer) mayLose = false;
    return [];
  };
}

test('on a line that loses bytes a message arrives whole, or its sender is told that it did not', () => {
  const message = `H|\\^&\r${'R|1|^^^HBsAg|0.12\r'.repeat(6)}L|1|N\r`;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 90 })), (losses) => {
      const host = new End('host');
      const instrument = new End('instrument');
      instrument.queue(message);
      talk(host, instrument, losing(losses));
      const got = host.frames.join('');
      if (instrument.sent.length > 0) assert.ok(got.endsWith(message), got);
      else assert.equal(instrument.failed.length, 1);
    }),
    { numRuns: 60 },
  );
});

test('a full queue and restricted bytes are refused', () => {
  const { line } = new End('host');
  for (let n = 0; n < 32; n += 1) assert.ok(line.queue(ascii('L|1|N\r')).ok);
  assert.deepEqual(line.queue(ascii('L|1|N\r')), { ok: false, error: 'lis01.queueFull' });
  assert.deepEqual(line.queue(Uint8Array.of(0x06)), { ok: false, error: 'lis01.forbiddenByte' });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { concatBytes } from '#electron/devices/protocols/bytes.ts';
import {
  CONTROL,
  decodeLis01Frame,
  encodeLis01Frame,
  framesOf,
  lis01Checksum,
  MAX_FRAME_TEXT,
} from '#electron/devices/protocols/lis01-frame.ts';
import type { Lis01ReceiverOutput } from '#electron/devices/protocols/lis01-receiver.ts';
import { Lis01Receiver } from '#electron/devices/protocols/lis01-receiver.ts';
import { feed, frameTexts, sentBytes, textBytes } from './lis01-support.ts';
import { ascii, cut, damage, damages, places } from './support.ts';

const { ENQ, ACK, NAK, EOT, STX, ETX } = CONTROL;
const wire = (message: Uint8Array, maxText?: number): Uint8Array =>
  concatBytes([
    Uint8Array.of(ENQ),
    ...framesOf(message, maxText).map(encodeLis01Frame),
    Uint8Array.of(EOT),
  ]);

describe('LIS01 frame', () => {
  it('has the checksum that a sum by hand gives', () => {
    // 31 + 41 + 0D + 03 = 82 (hex): number 1, letter A, CR, ETX.
    assert.equal(lis01Checksum(Uint8Array.of(0x31, 0x41, 0x0d, 0x03)), '82');
    const frame = encodeLis01Frame({ number: 1, text: ascii('A\r'), last: true });
    assert.deepEqual([...frame], [STX, 0x31, 0x41, 0x0d, ETX, 0x38, 0x32, 0x0d, 0x0a]);
  });

  it('counts bytes, not characters, in Chinese text', () => {
    // GB18030 of 中 is D6 D0: 31 + D6 + D0 + 03 = 1DA, modulo 256 = DA.
    const frame = encodeLis01Frame({ number: 1, text: Uint8Array.of(0xd6, 0xd0), last: true });
    assert.equal(String.fromCharCode(...frame.slice(-4, -2)), 'DA');
  });

  it('numbers frames 1 to 7, then 0, and ends only the last with ETX', () => {
    const frames = framesOf(new Uint8Array(10).fill(0x41), 1);
    assert.deepEqual(
      frames.map((frame) => frame.number),
      [1, 2, 3, 4, 5, 6, 7, 0, 1, 2],
    );
    assert.deepEqual(
      frames.map((frame) => frame.last),
      [...new Array(9).fill(false), true],
    );
  });

  it('refuses with a code what is not a frame', () => {
    const code = (bytes: Uint8Array): string => {
      const frame = decodeLis01Frame(bytes);
      return frame.ok ? 'ok' : frame.error;
    };
    const good = encodeLis01Frame({ number: 1, text: ascii('R|1'), last: true });
    const change = (at: number, byte: number): Uint8Array =>
      good.map((b, i) => (i === at ? byte : b));
    assert.equal(code(good), 'ok');
    assert.equal(code(ascii('')), 'lis01.tooShort');
    assert.equal(code(change(0, 0x41)), 'lis01.noStart');
    assert.equal(code(change(3, 0x7e)), 'lis01.badChecksum');
    assert.equal(code(change(5, 0x41)), 'lis01.noTerminator');
    assert.equal(code(good.slice(0, -1)), 'lis01.noLineEnd');
    const nine = encodeLis01Frame({ number: 9, text: ascii('x'), last: true });
    assert.equal(code(nine), 'lis01.badNumber');
    const zero = encodeLis01Frame({ number: 1, text: Uint8Array.of(0x41, 0), last: true });
    assert.equal(code(zero), 'lis01.forbiddenByte');
  });

  it('carries the largest text that the standard allows, and no more', () => {
    const largest = { number: 1, text: new Uint8Array(MAX_FRAME_TEXT).fill(0x41), last: true };
    assert.equal(decodeLis01Frame(encodeLis01Frame(largest)).ok, true);
    const larger = { ...largest, text: new Uint8Array(MAX_FRAME_TEXT + 1).fill(0x41) };
    assert.deepEqual(decodeLis01Frame(encodeLis01Frame(larger)), {
      ok: false,
      error: 'lis01.tooLong',
    });
  });
});

describe('LIS01 receiver', () => {
  it('sends ACK for a frame only after it was stored', () => {
    const receiver = new Lis01Receiver();
    const outputs = receiver.step({ kind: 'bytes', bytes: wire(ascii('H|\r')).slice(0, -1) });
    assert.deepEqual(sentBytes(outputs), [ACK]);
    assert.equal(outputs.at(-1)?.kind, 'frame');
    assert.deepEqual(sentBytes(receiver.step({ kind: 'stored' })), [ACK]);
  });

  it('asks for a repeat when storing failed, and takes it', () => {
    const receiver = new Lis01Receiver();
    const [frame] = framesOf(ascii('H|\r')).map(encodeLis01Frame);
    receiver.step({ kind: 'bytes', bytes: concatBytes([Uint8Array.of(ENQ), frame!]) });
    assert.deepEqual(sentBytes(receiver.step({ kind: 'notStored' })), [NAK]);
    const again = receiver.step({ kind: 'bytes', bytes: frame! });
    assert.equal(again.at(-1)?.kind, 'frame');
  });

  it('gives the same for the same bytes, however they are cut', () => {
    fc.assert(
      fc.property(textBytes, fc.integer({ min: 1, max: 90 }), places, (message, size, cuts) => {
        const bytes = wire(message, size);
        const whole = feed(new Lis01Receiver(), [bytes]);
        assert.deepEqual(concatBytes(frameTexts(whole)), message);
        assert.deepEqual(feed(new Lis01Receiver(), cut(bytes, cuts)), whole);
        const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
        assert.deepEqual(feed(new Lis01Receiver(), single), whole);
      }),
    );
  });

  it('gives an original frame or nothing when a byte is damaged', () => {
    fc.assert(
      fc.property(textBytes, damages, (message, how) => {
        const frames = framesOf(message, 50).map(encodeLis01Frame);
        const originals = new Set(frames.map((frame) => String(frame)));
        const bytes = concatBytes([Uint8Array.of(ENQ), damage(concatBytes(frames), how)]);
        for (const output of feed(new Lis01Receiver(), [bytes]))
          if (output.kind === 'frame') assert.ok(originals.has(String(output.raw)));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the next good frame right behind damage', () => {
    const receiver = new Lis01Receiver();
    const good = encodeLis01Frame({ number: 1, text: ascii('L|1|N\r'), last: true });
    const bytes = concatBytes([Uint8Array.of(ENQ), good.slice(0, 5), ascii('noise'), good]);
    assert.deepEqual(frameTexts(feed(receiver, [bytes])), [ascii('L|1|N\r')]);
  });

  it('acknowledges a repeated frame without handing it out again', () => {
    const receiver = new Lis01Receiver();
    const frame = encodeLis01Frame({ number: 1, text: ascii('H|\r'), last: true });
    const outputs = feed(receiver, [Uint8Array.of(ENQ), frame, frame]);
    assert.equal(frameTexts(outputs).length, 1);
    assert.deepEqual(sentBytes(outputs), [ACK, ACK, ACK]);
  });

  it('refuses a number out of order and another text under a used number', () => {
    const receiver = new Lis01Receiver();
    const frame = (number: number, text: string): Uint8Array =>
      encodeLis01Frame({ number, text: ascii(text), last: true });
    const outputs = feed(receiver, [
      Uint8Array.of(ENQ),
      frame(2, 'a'),
      frame(1, 'a'),
      frame(1, 'b'),
    ]);
    assert.deepEqual(sentBytes(outputs), [ACK, NAK, ACK, NAK]);
  });

  it('says that a message was left unfinished by EOT after ETB, by silence, by a new ENQ', () => {
    const begin = concatBytes([
      Uint8Array.of(ENQ),
      encodeLis01Frame({ number: 1, text: ascii('H|'), last: false }),
    ]);
    const end = (finish: (receiver: Lis01Receiver) => Lis01ReceiverOutput[]): unknown => {
      const receiver = new Lis01Receiver();
      feed(receiver, [begin]);
      return finish(receiver).find((output) => output.kind === 'ended');
    };
    const ended = (how: string) => ({ kind: 'ended', how, frames: 1, partial: true });
    assert.deepEqual(
      end((r) => feed(r, [Uint8Array.of(EOT)])),
      ended('eot'),
    );
    assert.deepEqual(
      end((r) => r.step({ kind: 'timeout' })),
      ended('timeout'),
    );
    assert.deepEqual(
      end((r) => feed(r, [Uint8Array.of(ENQ)])),
      ended('restart'),
    );
  });

  it('takes ENQ and EOT alone as a sign of life', () => {
    const outputs = feed(new Lis01Receiver(), [Uint8Array.of(ENQ, EOT)]);
    assert.deepEqual(outputs.at(-1), { kind: 'ended', how: 'eot', frames: 0, partial: false });
  });

  it('keeps its memory bounded on a million random bytes, and works afterwards', () => {
    const receiver = new Lis01Receiver();
    let state = 1;
    const random = Uint8Array.from({ length: 1_000_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    });
    const before = process.memoryUsage().heapUsed;
    let wide = 0;
    for (let at = 0; at < random.length; at += 1000) {
      feed(receiver, [random.slice(at, at + 1000)]);
      if (at % 100_000 === 0) wide = Math.max(wide, JSON.stringify(receiver).length);
    }
    assert.ok(wide < 2_000_000, `state grew to ${wide}`);
    assert.ok(process.memoryUsage().heapUsed - before < 200e6);
    assert.equal(frameTexts(feed(receiver, [wire(ascii('H|\r'))])).length, 1);
  });

  it('does not hoard what a chatterer sends while a frame is being stored', () => {
    const receiver = new Lis01Receiver();
    receiver.step({ kind: 'bytes', bytes: wire(ascii('H|\r')).slice(0, -1) });
    for (let piece = 0; piece < 400; piece += 1)
      receiver.step({ kind: 'bytes', bytes: new Uint8Array(1000).fill(0x41) });
    const outputs = receiver.step({ kind: 'stored' });
    assert.deepEqual(outputs.at(-1), { kind: 'ended', how: 'overflow', frames: 1, partial: false });
  });
});

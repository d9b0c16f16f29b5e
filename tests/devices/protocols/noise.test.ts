import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ScanRead, ScanSplitter } from '#electron/devices/drivers/scanner-serial.ts';
import { type AphSplit, AphSplitter, encodeAphLine } from '#electron/devices/protocols/aph-line.ts';
import { decodeFrame, decodeRecord } from '#electron/devices/protocols/decode.ts';
import { encodeLis01Frame } from '#electron/devices/protocols/lis01-frame.ts';
import {
  Lis01Receiver,
  type Lis01ReceiverOutput,
} from '#electron/devices/protocols/lis01-receiver.ts';
import { Lis01Sender } from '#electron/devices/protocols/lis01-sender.ts';
import { parseLis02 } from '#electron/devices/protocols/lis02.ts';
import { inPieces, noise } from './noise.ts';
import { ascii } from './support.ts';

/** A million bytes of the worst a line can carry: control bytes, pieces of good traffic, noise. */
const SIZE = 1_000_000;

const FRAMES = [1, 2, 3].map((number) =>
  encodeLis01Frame({ number, text: ascii('R|1|^^^HBsAg|0.1\r'), last: number === 3 }),
);
const LINE = encodeAphLine({ mark: '>', words: ['SINCE', '12'], values: {} });
const PIECES: readonly Uint8Array[] = [
  ...FRAMES,
  LINE,
  ...FRAMES.map((frame) => frame.slice(0, 9)),
  LINE.slice(3),
  ascii('H|\\^&\rP|1\rO|1|A999926000001\r'),
  ...[1, 2, 3, 4, 5, 6, 10, 13, 21, 23, 35, 62].map((byte) => Uint8Array.of(byte)),
];

/** Everything that an analyser's bytes came to, with each frame stored as soon as it is handed out. */
function received(chunks: Iterable<Uint8Array>): Lis01ReceiverOutput[] {
  const receiver = new Lis01Receiver();
  const all: Lis01ReceiverOutput[] = [];
  const take = (outputs: readonly Lis01ReceiverOutput[]): void => {
    all.push(...outputs.filter(({ kind }) => kind !== 'timer'));
    if (outputs.at(-1)?.kind === 'frame') take(receiver.step({ kind: 'stored' }));
  };
  for (const bytes of chunks)
    for (const part of inPieces(bytes, 200)) take(receiver.step({ kind: 'bytes', bytes: part }));
  assert.ok(JSON.stringify(receiver).length < 2_000_000, 'bounded');
  return all;
}

const good = new Set(FRAMES.map(String));

test('LIS01 receiver: a million bytes, whole and byte by byte alike, and only good frames are kept', () => {
  const bytes = noise(PIECES, SIZE, 1);
  const whole = received([bytes]);
  assert.deepEqual(received(inPieces(bytes, 1)), whole);
  assert.deepEqual(received(inPieces(bytes, 7)), whole);
  const kept = whole.filter((output) => output.kind === 'frame');
  assert.ok(kept.length > 50, `${kept.length} frames came through`);
  for (const frame of kept) assert.ok(good.has(String(frame.raw)));
});

test('LIS01 sender: a million bytes of answers end each message as sent or failed', () => {
  const sender = new Lis01Sender('host');
  const ends = new Set<string>();
  let pieces = 0;
  for (const piece of inPieces(noise(PIECES, SIZE, 2), 3)) {
    pieces += 1;
    if (sender.idle) assert.ok(sender.start(ascii('H|\\^&\rL|1|N\r')).ok);
    for (const output of [
      ...sender.step({ kind: 'bytes', bytes: piece }),
      ...(pieces % 50 === 0 ? sender.step({ kind: 'timeout' }) : []),
    ])
      if (output.kind === 'sent' || output.kind === 'failed') ends.add(output.kind);
  }
  assert.deepEqual([...ends].toSorted(), ['failed', 'sent']);
  assert.ok(JSON.stringify(sender).length < 100_000, 'bounded');
});

test('apheresis line: a million bytes, whole and byte by byte alike, and only good lines are read', () => {
  const bytes = noise(PIECES, SIZE, 3);
  const split = (chunks: Iterable<Uint8Array>): AphSplit[] => {
    const splitter = new AphSplitter();
    return [...chunks].flatMap((chunk) => splitter.take(chunk));
  };
  const whole = split([bytes]);
  assert.deepEqual(split(inPieces(bytes, 1)), whole);
  const lines = whole.filter((one) => one.kind === 'line');
  assert.ok(lines.length > 1000);
  for (const { raw } of lines) assert.equal(String(raw), String(LINE));
});

test('scanner: a million bytes, whole and byte by byte alike', () => {
  const bytes = noise(PIECES, SIZE, 4);
  const split = (chunks: Iterable<Uint8Array>): ScanRead[] => {
    const splitter = new ScanSplitter();
    return [...chunks].flatMap((chunk) => splitter.take(chunk));
  };
  assert.deepEqual(split(inPieces(bytes, 1)), split([bytes]));
});

test('LIS02 and the terminal’s readers: any million bytes give an answer, in each encoding', () => {
  const bytes = noise(PIECES, SIZE, 5);
  for (const encoding of ['utf-8', 'gb18030', 'latin1'] as const)
    assert.equal(parseLis02(bytes, encoding).ok, false);
  assert.notEqual(decodeFrame(bytes).problem, null);
  assert.notEqual(decodeRecord(Buffer.from(bytes).toString('latin1')).problem, null);
  for (const piece of inPieces(bytes.subarray(0, 200_000), 60)) {
    const { kind, problem } = decodeFrame(piece);
    if (problem === null && kind === 'lis01Frame') assert.ok(good.has(String(piece)));
    assert.equal(typeof decodeRecord(Buffer.from(piece).toString('latin1')).kind, 'string');
  }
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCapture } from '#electron/devices/lines/capture-file.ts';
import { LineCapture } from '#electron/devices/lines/line-capture.ts';
import { testLoop } from '#electron/devices/lines/loop-test.ts';
import { LineTap } from '#electron/devices/lines/tap.ts';
import { recoveryKeyOf } from '#electron/ports/recovery-key.ts';
import type { LineOpener, SerialListener } from '#electron/ports/serial.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { freshFolder, HandTimers, WireOpener } from '../support.ts';

const NOW = '2026-11-22T02:30:00.000Z';
const device = { code: 'HB1', kind: 'scale', profile: 'map:x' } as DeviceRow;

/** A line that gives back what `echo` makes of what was sent. */
function looped(echo: (bytes: Uint8Array) => Uint8Array): LineOpener {
  return {
    open: async (listener: SerialListener) => ({
      write: async (bytes) => listener.bytes(echo(bytes)),
      flush: async () => {},
      close: async () => {},
    }),
  };
}

test('everything on a line lies in the capture, which only its key opens and nothing can be taken out of', async () => {
  const folder = freshFolder();
  const timers = new HandTimers();
  const tap = new LineTap(() => NOW);
  const wire = new WireOpener();
  const port = await tap
    .wrap(wire)
    .open({ bytes: () => {}, closed: () => {} }, new AbortController().signal);
  const begun = LineCapture.begin(device, 'damage', tap, { folder, now: () => NOW, timers });
  assert.ok(begun.ok);
  const { file = '' } = begun.value.running ?? {};
  wire.listener?.bytes(Uint8Array.of(2, 65, 3));
  await port.write(Uint8Array.of(6));
  await timers.pass(15 * 60_000);
  wire.listener?.bytes(Uint8Array.of(99));
  assert.equal(begun.value.running, undefined, 'it ended by itself');
  const bytes = readFileSync(join(folder, file));
  const key = recoveryKeyOf(begun.value.key) ?? Buffer.alloc(0);
  const read = readCapture(bytes, key);
  assert.ok(read.ok && read.value.whole);
  assert.equal(read.value.header.reason, 'damage');
  assert.deepEqual(read.value.records, [
    { at: NOW, direction: 'in', hex: '024103' },
    { at: NOW, direction: 'out', hex: '06' },
    { end: NOW, why: 'time' },
  ]);
  assert.equal(bytes.includes(Buffer.from('024103')), false);
  assert.deepEqual(readCapture(bytes, Buffer.alloc(32)), { ok: false, error: 'capture.wrongKey' });
  const start = bytes.indexOf(0x0a) + 1;
  const first = start + 4 + bytes.readUInt32BE(start);
  const without = Buffer.concat([bytes.subarray(0, start), bytes.subarray(first)]);
  assert.equal(readCapture(without, key).ok, false);
  const cut = readCapture(bytes.subarray(0, -3), key);
  assert.ok(cut.ok && !cut.value.whole, 'a cut file is told');
  const cli = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
  const told = spawnSync(
    process.execPath,
    [cli, 'capture', join(folder, file), '--key', begun.value.key],
    { encoding: 'utf8' },
  );
  assert.equal(told.status, 0, told.stderr);
  assert.match(told.stdout, /"whole":true[\s\S]*"text":"<STX>A<ETX>"/);
  assert.deepEqual([tap.counters.bytesIn, tap.counters.bytesOut, tap.recent.length], [4, 1, 3]);
});

test('a loop plug gives everything back; a wrong speed and an open end are told apart', async () => {
  const timers = new HandTimers();
  const found = async (opener: LineOpener) => {
    const done = testLoop(opener, timers);
    await timers.pass(3000);
    return (await done).detail;
  };
  assert.equal(await found(looped((bytes) => bytes)), 'loopGood');
  assert.equal(await found(looped((bytes) => bytes.map((byte) => byte & 0x7f))), 'loopDamaged');
  assert.equal(await found(looped(() => new Uint8Array())), 'loopNothing');
  const wire = new WireOpener();
  wire.refuseOpen = true;
  assert.equal(await found(wire), 'portFailed');
});

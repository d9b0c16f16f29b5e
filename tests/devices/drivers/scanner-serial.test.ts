import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ScanRead } from '#electron/devices/drivers/scanner-serial.ts';
import {
  MAX_SCAN_BYTES,
  ScanSplitter,
  SerialScanner,
} from '#electron/devices/drivers/scanner-serial.ts';
import { byteText } from '#electron/devices/protocols/bytes.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startScannerSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import { ascii, cut, places } from '../protocols/support.ts';
import { freshFolder, HandTimers, serialAt, settle, until, WireOpener } from '../support.ts';

const reads = (pieces: readonly Uint8Array[]): ScanRead[] => {
  const splitter = new ScanSplitter();
  return pieces.flatMap((piece) => splitter.take(piece));
};

describe('serial scanner', () => {
  it('keeps every byte of a read, whatever ends it', () => {
    const bytes = Uint8Array.of(0x3d, 0x26, 0x3e, 0x1d, 0xd6, 0xd0);
    for (const end of ['\r', '\n', '\r\n'])
      assert.deepEqual(reads([bytes, ascii(end)]), [{ kind: 'scan', bytes }]);
  });

  it('gives the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), places, (bytes, cuts) => {
        assert.deepEqual(reads(cut(bytes, cuts)), reads([bytes]));
      }),
    );
  });

  it('drops an overlong read to its end and takes the next', () => {
    const long = new Uint8Array(MAX_SCAN_BYTES + 1).fill(0x41);
    assert.deepEqual(reads([long, ascii('\rB\r')]), [
      { kind: 'refused', code: 'scanner.tooLong' },
      { kind: 'scan', bytes: ascii('B') },
    ]);
  });

  it('carries reads over a real pseudo-terminal, across a pulled cable', async () => {
    const simulator = await startScannerSimulator({ link: join(freshFolder(), 'scan') });
    const got: ScanRead[] = [];
    const states: string[] = [];
    const scanner = new SerialScanner({
      link: {
        opener: serialAt(simulator.path),
        timers: systemTimers,
        firstDelayMs: 20,
      },
      pauseMs: 5000,
      onRead: (read) => got.push(read),
      onReport: (report) => states.push(report.state),
    });
    const scan = (text: string) => sendControl(simulator.control, { do: 'scan', text });
    scanner.start();
    await until(() => states.at(-1) === 'open', 'open');
    await scan('=A99992600000168');
    await until(() => got.length === 1, 'first read');
    await sendControl(simulator.control, { do: 'pull' });
    await until(() => states.includes('lost'), 'lost');
    await sendControl(simulator.control, { do: 'plug' });
    await until(() => states.at(-1) === 'open', 'open again');
    await scan('&>0260512359\u00d6');
    await until(() => got.length === 2, 'second read');
    await scanner.stop();
    await stopSimulator(simulator);
    assert.deepEqual(
      got.map((read) => read.kind === 'scan' && byteText(read.bytes)),
      ['=A99992600000168', '&>0260512359\u00d6'],
    );
  });

  it('never passes an unfinished read on as a whole one', async () => {
    const opener = new WireOpener();
    const timers = new HandTimers();
    const got: ScanRead[] = [];
    const scanner = new SerialScanner({
      link: { opener, timers },
      pauseMs: 200,
      onRead: (read) => got.push(read),
      onReport: () => {},
    });
    scanner.start();
    await settle();
    opener.listener?.bytes(ascii('=A9999'));
    await timers.pass(200);
    opener.listener?.bytes(ascii('26\r=half'));
    opener.listener?.closed('pulled');
    await scanner.stop();
    assert.deepEqual(got, [
      { kind: 'refused', code: 'scanner.unfinished' },
      { kind: 'scan', bytes: ascii('26') },
      { kind: 'refused', code: 'scanner.unfinished' },
    ]);
  });
});

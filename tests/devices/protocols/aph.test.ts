import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AphCommand } from '#electron/devices/protocols/aph.ts';
import type { AphSplit } from '#electron/devices/protocols/aph-line.ts';
import {
  AphSplitter,
  decodeAphLine,
  encodeAphLine,
  escapeAph,
  unescapeAph,
} from '#electron/devices/protocols/aph-line.ts';
import {
  readAphAnswer,
  readAphCommand,
  readAphRecord,
} from '#electron/devices/protocols/aph-read.ts';
import { writeAphCommand } from '#electron/devices/protocols/aph-write.ts';
import { byteText, concatBytes } from '#electron/devices/protocols/bytes.ts';
import { crc16 } from '#electron/devices/protocols/crc16.ts';
import { decodeFrame } from '#electron/devices/protocols/decode.ts';
import { ascii, cut, damage, damages, places } from './support.ts';

const AT = '2026-11-22T05:37:00.000Z';
const figures = {
  run: '2',
  el: '1694',
  vol: '248',
  ac: '27',
  wb: '459',
  cyc: '3',
  prs: '186',
  flw: '0',
};
const record = (name: string, values: Record<string, string>) =>
  encodeAphLine({ mark: '#', words: ['12', '3', AT, name], values });
const read = (bytes: Uint8Array) => {
  const line = decodeAphLine(bytes);
  assert.ok(line.ok);
  return readAphRecord(line.value);
};
const split = (pieces: readonly Uint8Array[]): AphSplit[] => {
  const splitter = new AphSplitter();
  return pieces.flatMap((piece) => splitter.take(piece));
};

describe('apheresis line', () => {
  it('has the CRC of the published check value', () => {
    assert.equal(crc16(ascii('123456789')), '29B1');
    assert.equal(crc16(new Uint8Array()), 'FFFF');
  });

  it('is written as documented', () => {
    assert.equal(byteText(writeAphCommand({ type: 'ident' })), '>IDENT?*F1E5\r\n');
    assert.equal(byteText(writeAphCommand({ type: 'since', number: 12 })), '>SINCE|12*203A\r\n');
    assert.equal(byteText(writeAphCommand({ type: 'ack', number: 12 })), '>ACK|12*B79E\r\n');
  });

  it('carries any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (value) => {
        assert.equal(unescapeAph(escapeAph(value)), value);
        const line = decodeAphLine(
          encodeAphLine({ mark: '#', words: ['1'], values: { a: value } }),
        );
        assert.deepEqual(line, {
          ok: true,
          value: { mark: '#', words: ['1'], values: { a: value } },
        });
      }),
    );
  });

  it('is cut out of the stream the same way however the bytes come', () => {
    const bytes = concatBytes([
      ascii('\u0000noise'),
      record('PROGRESS', { ...figures, ph: 'stopped' }),
      ascii('#half a li'),
      record('CLEAR', { run: '2', code: 'X' }),
      ascii('#1|1*0000\r\n'),
    ]);
    const whole = split([bytes]);
    assert.equal(whole.filter((one) => one.kind === 'line').length, 2);
    assert.equal(whole.filter((one) => one.kind === 'defective').length, 1);
    assert.deepEqual(split(Array.from(bytes, (byte) => Uint8Array.of(byte))), whole);
    fc.assert(fc.property(places, (cuts) => assert.deepEqual(split(cut(bytes, cuts)), whole)));
  });

  it('is the original or nothing when a byte is damaged', () => {
    const originals = [1, 2, 3].map((number) =>
      encodeAphLine({ mark: '#', words: [String(number), '1', AT, 'CLEAR'], values: { run: '2' } }),
    );
    const known = new Set(originals.map(String));
    // Every place and every change of one byte of the first line: a burst of up to 16 bits never passes the CRC.
    const first = originals[0]!;
    for (let at = 0; at < first.length; at += 1)
      for (let value = 1; value < 256; value += 1)
        for (const one of split([damage(first, { kind: 'flip', at, value })]))
          if (one.kind === 'line') assert.ok(known.has(String(one.raw)));
    fc.assert(
      fc.property(damages, (how) => {
        for (const one of split([damage(concatBytes(originals), how)]))
          if (one.kind === 'line') assert.ok(known.has(String(one.raw)));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('keeps its memory bounded on a million bytes and works afterwards', () => {
    const splitter = new AphSplitter();
    splitter.take(ascii('#'));
    splitter.take(new Uint8Array(1_000_000).fill(0x41));
    assert.ok(JSON.stringify(splitter).length < 10_000);
    assert.equal(splitter.take(record('CLEAR', { run: '2', code: 'X' })).length, 1);
  });
});

describe('apheresis records', () => {
  it('reads progress with its figures', () => {
    const progress = read(record('PROGRESS', { ...figures, ph: 'stopped' }));
    assert.deepEqual(progress, {
      ok: true,
      value: {
        number: 12,
        boot: 3,
        at: AT,
        body: {
          type: 'progress',
          run: '2',
          elapsedSeconds: 1694,
          collectedMl: 248,
          anticoagulantMl: 27,
          processedMl: 459,
          cycle: 3,
          phase: 'stopped',
          pressureMmHg: 186,
          flowMlPerMin: 0,
        },
      },
    });
  });

  it('refuses a record with a missing, overlong, negative or unknown value', () => {
    const refused = { ok: false, error: 'aph.badRecord' };
    assert.deepEqual(read(record('PROGRESS', figures)), refused);
    assert.deepEqual(read(record('PROGRESS', { ...figures, ph: 'dancing' })), refused);
    assert.deepEqual(read(record('PROGRESS', { ...figures, ph: 'draw', vol: '-1' })), refused);
    assert.deepEqual(read(record('PROGRESS', { ...figures, ph: 'draw', vol: '2.5' })), refused);
    assert.deepEqual(
      read(record('PROGRESS', { ...figures, ph: 'draw', vol: '9'.repeat(10) })),
      refused,
    );
    const clockless = encodeAphLine({
      mark: '#',
      words: ['1', '1', 'noon', 'RESUME'],
      values: { run: '1' },
    });
    assert.deepEqual(read(clockless), refused);
    const zero = encodeAphLine({
      mark: '#',
      words: ['0', '1', AT, 'RESUME'],
      values: { run: '1' },
    });
    assert.deepEqual(read(zero), refused);
  });

  it('keeps a record of a later firmware as unknown', () => {
    const later = read(record('HOLOGRAM', { a: 'b' }));
    assert.deepEqual(later.ok && later.value.body, { type: 'unknown', name: 'HOLOGRAM' });
  });

  it('reads back every word of the host', () => {
    const commands: AphCommand[] = [
      { type: 'ident' },
      { type: 'programQuery' },
      { type: 'since', number: 0 },
      { type: 'ack', number: 7 },
      { type: 'program', donation: 'A999926000001', targetMl: 400, kit: '耗材|1' },
    ];
    for (const command of commands) {
      const line = decodeAphLine(writeAphCommand(command));
      assert.deepEqual(line.ok && readAphCommand(line.value), { ok: true, value: command });
    }
  });

  it('does not take one kind of line for another', () => {
    const line = decodeAphLine(writeAphCommand({ type: 'ident' }));
    assert.ok(line.ok);
    assert.deepEqual(readAphRecord(line.value), { ok: false, error: 'aph.wrongMark' });
    assert.deepEqual(readAphAnswer(line.value), { ok: false, error: 'aph.wrongMark' });
  });

  it('is shown by the terminal’s decoder', () => {
    const shown = decodeFrame(
      record('ALARM', { run: '2', code: 'P', val: '186', lim: '150', act: 'none' }),
    );
    assert.equal(shown.kind, 'aphRecord');
    assert.equal(shown.fields['type'], 'alarm');
    assert.equal(shown.fields['number'], 12);
    assert.equal(decodeFrame(ascii('>IDENT?*0000\r\n')).problem, 'aph.badChecksum');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeFrame, decodeRecord } from '#electron/devices/protocols/decode.ts';
import { decodeDeviceText, encodeDeviceText } from '#electron/devices/protocols/device-text.ts';
import { encodeGb18030 } from '#electron/devices/protocols/gb18030.ts';
import { encodeLis01Frame } from '#electron/devices/protocols/lis01-frame.ts';
import {
  componentOf,
  encodeLis02,
  fieldText,
  namedFields,
  parseLis02,
  parseLis02Record,
  USUAL_DELIMITERS,
  writeLis02Record,
} from '#electron/devices/protocols/lis02.ts';
import { ascii } from './support.ts';

const record = (text: string) => {
  const parsed = parseLis02Record(text, USUAL_DELIMITERS);
  assert.ok(parsed.ok);
  return parsed.value;
};
const problem = (text: string): string => {
  const parsed = parseLis02(ascii(text), 'utf-8');
  return parsed.ok ? 'ok' : parsed.error;
};

describe('GB18030 writer', () => {
  it('writes known codes', () => {
    const hex = (text: string): string => Buffer.from(encodeGb18030(text)).toString('hex');
    assert.equal(hex('A中'), '41d6d0');
    assert.equal(hex('㛃'), '8230b731');
    assert.equal(hex('𬭊'), '9933a838');
    assert.equal(hex('\ufffd'), '8431a437');
  });

  it('is read back by the platform for any text', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, (written) => {
        assert.deepEqual(decodeDeviceText(encodeGb18030(written), 'gb18030'), {
          ok: true,
          value: written,
        });
      }),
    );
  });
});

describe('LIS02 records', () => {
  it('names the fields of a result', () => {
    const fields = namedFields(
      record('R|1|^^^HBsAg^1^L77|0.12|S/CO||N||F||op||20261122103000|AN1'),
    );
    assert.deepEqual(fields['test'], ['', '', '', 'HBsAg', '1', 'L77']);
    assert.equal(fields['value'], '0.12');
    assert.equal(fields['status'], 'F');
    assert.equal(fields['completedAt'], '20261122103000');
    assert.equal(fields['instrument'], 'AN1');
  });

  it('reads the delimiters from the header, never assumes them', () => {
    const text = 'H|@^\\|run7||GeneX^S1\rP|1\rO|1|A999926000001\rR|1|^^^NAT|a\\F\\b@c\rL|1|N\r';
    const parsed = parseLis02(ascii(text), 'utf-8');
    assert.ok(parsed.ok);
    const [message] = parsed.value;
    assert.deepEqual(message?.delimiters, {
      field: '|',
      repeat: '@',
      component: '^',
      escape: '\\',
    });
    assert.deepEqual(message?.records[3]?.fields[2], [['a|b'], ['c']]);
  });

  it('resolves escapes and leaves broken ones as they stand', () => {
    const comment = (text: string): string => fieldText(record(`C|1|I|${text}`), 4);
    assert.equal(comment('a&F&b&S&c&R&d&E&e'), 'a|b^c\\d&e');
    assert.equal(comment('&X4142&'), 'AB');
    assert.equal(comment('&H&strong&N&'), 'strong');
    assert.equal(comment('R&D'), 'R&D');
    assert.equal(comment('a&Q&b'), 'a&Q&b');
    assert.equal(comment('&X4&'), '&X4&');
  });

  it('reads back whatever it wrote, in each encoding', () => {
    const component = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const field = fc.array(component, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 3, maxLength: 6 }),
        fc.constantFrom('utf-8' as const, 'gb18030' as const),
        (fields, encoding) => {
          const records = [
            writeLis02Record('H', ['run']),
            writeLis02Record('M', ['1', ...fields]),
            writeLis02Record('L', ['1', 'N']),
          ];
          const parsed = parseLis02(encodeLis02(records, encoding), encoding);
          assert.ok(parsed.ok);
          const read = parsed.value[0]!.records[1]!;
          fields.forEach((components, at) => {
            components.forEach((text, index) => {
              assert.equal(componentOf(read, at + 3, index + 1), text);
            });
          });
        },
      ),
    );
  });

  it('refuses what is no whole message', () => {
    assert.equal(problem(''), 'lis02.empty');
    assert.equal(problem('P|1\r'), 'lis02.noHeader');
    assert.equal(problem('H|\\^&\rP|1\r'), 'lis02.unterminated');
    assert.equal(problem('H|\\\\&\rL|1\r'), 'lis02.badDelimiters');
    assert.equal(problem('H|ab&\rL|1\r'), 'lis02.badDelimiters');
    assert.equal(problem('H|\\^&\rX|1\rL|1\r'), 'lis02.unknownRecord');
    assert.equal(problem('H|\\^&\rP|1\rR|1|^^^A|1\rL|1\r'), 'lis02.wrongOrder');
    assert.equal(problem('H|\\^&\rL|1|N\rH|\\^&\rL|1|N\r'), 'ok');
    const broken = parseLis02(Uint8Array.of(0x48, 0x7c, 0xff, 0xff), 'gb18030');
    assert.deepEqual(broken, { ok: false, error: 'lis02.badText' });
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const encoding of ['utf-8', 'gb18030', 'latin1'] as const) {
          const parsed = parseLis02(bytes, encoding);
          assert.equal(typeof parsed.ok, 'boolean');
        }
      }),
    );
  });
});

describe('decode helpers for the terminal', () => {
  it('shows a frame, its text and its checksum', () => {
    const text = encodeDeviceText('C|1|I|溶血|G\r', 'gb18030');
    assert.deepEqual(decodeFrame(encodeLis01Frame({ number: 3, text, last: false })), {
      kind: 'lis01Frame',
      fields: { number: 3, text: 'C|1|I|溶血|G\r', terminator: 'ETB', last: false, checksum: '6A' },
      problem: null,
    });
  });

  it('shows control bytes and names what is wrong', () => {
    assert.deepEqual(decodeFrame(Uint8Array.of(5)), {
      kind: 'lis01Control',
      fields: { control: 'ENQ' },
      problem: null,
    });
    // 31 + 41 + 03 = 75 (hex).
    assert.deepEqual(decodeFrame(ascii('\x021A\x0300\r\n')), {
      kind: 'lis01Frame',
      fields: { checksum: '00', expectedChecksum: '75' },
      problem: 'lis01.badChecksum',
    });
    assert.equal(decodeFrame(ascii('')).problem, 'lis01.tooShort');
  });

  it('shows records alone and under their header', () => {
    const alone = decodeRecord('L|1|N\r');
    assert.deepEqual(alone.fields, { type: 'L', name: 'terminator', sequence: '1', code: 'N' });
    const message = decodeRecord('H|@^\\\rR|1|a@b\r');
    assert.equal(message.kind, 'lis02Message');
    assert.deepEqual(message.fields, { count: 2, message: 'lis02.wrongOrder' });
    assert.deepEqual(message.tokens[1]?.fields['test'], [['a'], ['b']]);
    const cut = decodeRecord('H|\\^&\rP|1\r');
    assert.deepEqual([cut.problem, cut.fields['message']], [null, 'lis02.unterminated']);
    const two = decodeRecord('H|\\^&\rL|1|N\rH|@^\\\rC|1|I|a@b\rL|1|N\r');
    assert.deepEqual([two.problem, two.fields['message']], [null, null]);
    assert.deepEqual(two.tokens[3]?.fields['text'], [['a'], ['b']]);
    for (const control of ['\0', '\x08', '\x1b', '\x7f'])
      assert.equal(decodeRecord(`C|1|I|a${control}b`).problem, 'lis02.badText');
    assert.equal(decodeRecord('Z|1').problem, 'lis02.unknownRecord');
    assert.equal(decodeRecord('').problem, 'lis02.empty');
    assert.equal(decodeRecord('P|1||||Li^Si').fields['name'], 'patient');
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { DECODERS, decodeLine, type Reader } from '#electron/cli/decode.ts';
import { parseHostStatus } from '#shared/codes/host-status.ts';
import { PROBLEM_CODES } from '#shared/codes/problems.ts';
import { STATION_CODE_PREFIXES } from '#shared/codes/station-codes.ts';
import { codesTexts, problemText } from '#shared/codes/texts.ts';

const READY =
  '\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n' +
  '\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n';
const readers = Object.keys(DECODERS) as Reader[];

test('keys stand in the promised order', () => {
  for (const as of readers)
    assert.deepEqual(Object.keys(decodeLine('=A99992600000100', as)), [
      'input',
      'kind',
      'fields',
      'problem',
      'tokens',
    ]);
});

test('a scan, a typed number, a pair and a compound', () => {
  const scan = decodeLine(']C0=A99992600000168');
  assert.deepEqual([scan.kind, scan.problem, scan.tokens], ['din', null, []]);
  assert.deepEqual(
    [scan.fields['din'], scan.fields['flags'], scan.fields['aim'], scan.fields['check']],
    ['A999926000001', '68', 'C0', '8'],
  );
  assert.equal(decodeLine('A9999 26 000001 8').fields['entry'], 'typed');
  const pair = decodeLine('=A99992600000100=%6200');
  assert.deepEqual([pair.kind, pair.fields, pair.problem], ['concatenation', { count: 2 }, null]);
  assert.deepEqual(
    pair.tokens.map((token) => token.kind),
    ['din', 'bloodGroup'],
  );
  const compound = decodeLine('=+02000=A99992600000100=%6200');
  assert.deepEqual([compound.kind, compound.fields], ['compound', { count: 2, sequence: '000' }]);
  assert.equal(compound.tokens.length, 2);
  const short = decodeLine('=+03000=A99992600000100=%6200');
  assert.deepEqual(
    [short.kind, short.problem, short.tokens],
    ['compound', 'codes.compoundCount', []],
  );
});

test('a fault in one half of a pair refuses the whole', () => {
  const pair = decodeLine('=A99992600000100=%1000');
  assert.equal(pair.problem, 'codes.groupUnknown');
  assert.deepEqual(
    pair.tokens.map((token) => token.problem),
    [null, 'codes.groupUnknown'],
  );
});

test('a line that begins with a quote is a JSON string', () => {
  const line = decodeLine(JSON.stringify('=A99992600000100\r'));
  assert.equal(line.input, '=A99992600000100\r');
  assert.equal(line.problem, 'codes.trailingTerminator');
  for (const bad of ['"open', '"a" b', '"\\x"'])
    assert.equal(decodeLine(bad).problem, 'codes.jsonString');
});

test('resident numbers give three answers', () => {
  const good = decodeLine('11010519491231002x', 'resident-id');
  assert.equal(good.problem, null);
  assert.deepEqual(
    [good.fields['number'], good.fields['birthDate'], good.fields['sex'], good.fields['areaOk']],
    ['11010519491231002X', '1949-12-31', 'female', true],
  );
  const bad = decodeLine('120000198002290035', 'resident-id');
  assert.deepEqual(bad.fields, { checkOk: false, dateOk: true, areaOk: true });
  assert.equal(decodeLine('=%6200', 'resident-id').problem, 'codes.residentIdCharacters');
});

test('printer status: ready only with a complete, clean answer', () => {
  const ready = decodeLine(JSON.stringify(READY), 'printer-status');
  assert.deepEqual([ready.problem, ready.fields['ready']], [null, true]);
  assert.equal(ready.fields['labelLengthDots'], 1245);
  assert.equal(ready.fields['password'], '1234');
  for (let length = 0; length < READY.length - 2; length += 1) {
    const read = parseHostStatus(READY.slice(0, length));
    assert.deepEqual(read, {
      ok: false,
      error: length === 0 ? 'codes.printerNoAnswer' : 'codes.printerIncomplete',
    });
  }
  const faults = [
    ['030,0,0', '030,1,0', 'codes.printerPaperOut'],
    ['030,0,0', '030,0,1', 'codes.printerPaused'],
    ['1245,000', '1245,003', 'codes.printerBusy'],
    ['000,0,0,0,0,2', '000,0,1,0,0,2', 'codes.printerHeadOpen'],
    ['000,0,0,0,0,2', '000,0,0,1,1,2', 'codes.printerRibbonOut'],
    ['4,0,0000', '4,1,0000', 'codes.printerBusy'],
    ['00000000', '00000007', 'codes.printerBusy'],
    ['000,0,0,0\x03', '000,1,0,0\x03', 'codes.printerMemory'],
    ['000,0,0,0\x03', '000,0,0,1\x03', 'codes.printerTemperature'],
    ['000,0,0,0,000', '000,0,1,0,000', 'codes.printerDiagnostic'],
    ['1245,000', '12A5,000', 'codes.printerMalformed'],
    ['\x021234', '1234', 'codes.printerMalformed'],
  ] as const;
  for (const [from, to, problem] of faults) {
    assert.ok(READY.includes(from), from);
    const read = decodeLine(JSON.stringify(READY.replace(from, to)), 'printer-status');
    assert.deepEqual([read.problem, read.fields['ready']], [problem, false], to);
  }
});

test('frames and records go to the device protocols', () => {
  const frame = decodeLine(JSON.stringify('\x021A\x0375\r\n'), 'frame');
  assert.equal(frame.kind, 'lis01Frame');
  assert.equal(frame.problem, null);
  assert.notEqual(decodeLine(JSON.stringify('\x021A\x0376\r\n'), 'frame').problem, null);
  assert.equal(decodeLine('R|1|^^^HBsAg|0.02|COI||N||F', 'record').kind, 'lis02Record');
});

test('total for every reader', () => {
  const lines = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.json());
  fc.assert(
    fc.property(lines, fc.constantFrom(...readers), (line, as) => {
      const decoded = decodeLine(line, as);
      assert.equal(typeof decoded.kind, 'string');
      assert.ok(JSON.stringify(decoded).length > 0);
    }),
    { numRuns: 3000 },
  );
});

test('the document lists every kind and problem of the device protocols', () => {
  const document = readFileSync(new URL('../../resources/docs/decode.md', import.meta.url), 'utf8');
  const folder = new URL('../../electron/devices/protocols/', import.meta.url);
  const told = readdirSync(folder)
    .filter((file) => !/receiver|sender/.test(file))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(
        /'((?:lis0[12]|aph)\.\w+)'|kind: '((?:lis0[12]|aph)\w+)'/g,
      ),
    ])
    .map(([, problem, kind]) => problem ?? kind ?? '');
  assert.ok(told.length > 30);
  for (const code of told.filter((code) => code !== 'aph.wrongMark'))
    assert.ok(document.includes(`\`${code}\``), code);
});

test('the document lists every kind, problem and prefix; every problem has two sentences', () => {
  const text = readFileSync(new URL('../../resources/docs/decode.md', import.meta.url), 'utf8');
  for (const code of PROBLEM_CODES) assert.ok(text.includes(`\`${code}\``), code);
  for (const kind of Object.keys(codesTexts.zh.kinds))
    assert.ok(text.includes(`\`${kind}\``), kind);
  for (const [prefix, kind] of STATION_CODE_PREFIXES)
    assert.ok(text.includes(`| \`${prefix}\` | \`${kind}\` |`), prefix);
  for (const code of PROBLEM_CODES) {
    assert.match(problemText('zh', code), /[\u4e00-\u9fa5].*。$/);
    assert.match(problemText('en', code), /^[A-Z].*\.$/);
  }
});

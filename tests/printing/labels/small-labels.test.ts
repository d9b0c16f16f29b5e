import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawChairLabels } from '#electron/printing/labels/chair-label.ts';
import { drawInProcessLabel } from '#electron/printing/labels/in-process-label.ts';
import { RasterCheck } from '#electron/printing/labels/raster-check.ts';
import { drawTestLabel } from '#electron/printing/labels/test-label.ts';
import { labelTexts } from '#electron/printing/labels/texts.ts';
import { fieldData, writeZpl } from '#electron/printing/labels/zpl.ts';
import { stockById } from './samples.ts';

const raster = new RasterCheck();
after(() => raster.close());
const din = 'A999926000118';

for (const id of ['small-60x40-8', 'small-60x40-12']) {
  test(`an in-process label on ${id} has number and division, and nothing of a final one`, async () => {
    const content = { din, division: 'B0', labelSerial: 'L000000340' };
    const drawn = drawInProcessLabel(content, stockById(id));
    assert.ok(drawn.ok);
    const report = await raster.check(drawn.value);
    assert.deepEqual(report.problems, []);
    assert.deepEqual([...report.read].sort(), ['&aL000000340', '=+02000=A99992600011812=,0000B0']);
    assert.ok(drawn.value.expected.texts.some((text) => text.name === 'notFinal'));
    assert.ok(!report.read.some((text) => /=%|=<|&>/.test(text)));
  });

  test(`a number set on ${id} tells its containers apart by flags`, async () => {
    const set = [
      { din, flags: '01', caption: '血袋' },
      { din, flags: '07', caption: '试管 1' },
      { din, flags: '08', caption: '登记表' },
    ];
    const drawn = drawChairLabels(set, stockById(id));
    assert.ok(drawn.ok);
    const read = [];
    for (const label of drawn.value) {
      const report = await raster.check(label);
      assert.deepEqual(report.problems, []);
      assert.ok(label.expected.texts.some(({ name }) => name === 'practice'));
      read.push(...report.read);
    }
    assert.deepEqual(
      read,
      ['01', '07', '08'].map((flags) => `=${din}${flags}`),
    );
  });
}

test('only numbers of codes that no centre holds are marked as practice', () => {
  const stock = stockById('small-60x40-8');
  // The worked example of ST-001, appendix A.
  const drawn = drawChairLabels([{ din: 'G123417654321', flags: '01', caption: '血袋' }], stock);
  assert.ok(drawn.ok);
  assert.ok(drawn.value[0]?.expected.texts.every(({ name }) => name !== 'practice'));
});

test('bad input of the small labels is refused with a code', () => {
  const stock = stockById('small-60x40-8');
  const inProcess = { din, division: 'A0', labelSerial: 'L000000340' };
  const code = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;
  assert.equal(
    code(drawInProcessLabel({ ...inProcess, division: '00' }, stock)),
    'labels.division',
  );
  assert.equal(code(drawInProcessLabel({ ...inProcess, din: 'x' }, stock)), 'labels.din');
  const unit = stockById('unit-100x100-8');
  assert.equal(code(drawInProcessLabel(inProcess, unit)), 'labels.stock');
  const bad = [{ din, flags: 'x', caption: '袋' }];
  assert.equal(code(drawChairLabels(bad, stock)), 'labels.din');
});

test('a test label reads on every shipped stock', async () => {
  const printer = { deviceId: 'LBL1', name: '标签机 LBL-1', printedAtLocal: '2026-11-20 10:42' };
  for (const id of ['small-60x40-8', 'small-60x40-12', 'unit-100x100-8', 'unit-100x100-12']) {
    const drawn = drawTestLabel(printer, stockById(id));
    assert.ok(drawn.ok);
    const report = await raster.check(drawn.value);
    assert.deepEqual(report.problems, []);
    assert.equal(report.read.length, 1);
  }
});

test('command characters in data leave as hex, and a symbol that cannot hold them is refused', () => {
  assert.equal(fieldData('a^b~c_d'), '^FH_^FDa_5Eb_7Ec_5Fd^FS');
  assert.equal(fieldData('>'), '^FH_^FD>^FS');
  const matrix = { kind: 'dataMatrix', x: 0, y: 0, moduleDots: 5, data: 'a_b' } as const;
  const format = { widthDots: 800, heightDots: 800 };
  assert.throws(() => writeZpl({ ...format, commands: [matrix] }), RangeError);
  const bars = { kind: 'code128', x: 0.5, y: 0, moduleDots: 2, height: 88, data: 'a' } as const;
  assert.throws(() => writeZpl({ ...format, commands: [bars] }), RangeError);
});

test('every refusal says what to do in both languages', () => {
  assert.deepEqual(Object.keys(labelTexts.en).sort(), Object.keys(labelTexts.zh).sort());
  for (const sentence of Object.values(labelTexts.zh)) assert.match(sentence, /请/);
});

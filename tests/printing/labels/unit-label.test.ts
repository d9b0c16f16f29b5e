import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { labelProblem } from '#electron/printing/labels/problems.ts';
import { RasterCheck } from '#electron/printing/labels/raster-check.ts';
import { afterRunning } from '#electron/printing/labels/running-time.ts';
import {
  type UnitLabelContent,
  unitLabelExpected,
} from '#electron/printing/labels/unit-content.ts';
import { drawUnitLabel } from '#electron/printing/labels/unit-label.ts';
import { sampleUnit, stockById } from './samples.ts';

const raster = new RasterCheck();
const stock8 = stockById('unit-100x100-8');
before(() => raster.warm());
after(() => raster.close());

function draw(change: Partial<UnitLabelContent> = {}, stock = stock8) {
  return drawUnitLabel({ ...sampleUnit, ...change }, stock);
}

async function checked(change: Partial<UnitLabelContent> = {}, stock = stock8) {
  const drawn = draw(change, stock);
  assert.ok(drawn.ok, JSON.stringify(drawn));
  return raster.check(drawn.value);
}

const GROUPS = [
  ['O', 'negative', '9500'],
  ['O', 'positive', '5100'],
  ['A', 'negative', '0600'],
  ['A', 'positive', '6200'],
  ['B', 'negative', '1700'],
  ['B', 'positive', '7300'],
  ['AB', 'negative', '2800'],
  ['AB', 'positive', '8400'],
] as const;

test('an independent reader finds every symbol of every group, exactly', async () => {
  for (const [abo, rhd, isbtGroup] of GROUPS) {
    const report = await checked({ group: { abo, rhd }, isbtGroup });
    assert.deepEqual(report.problems, []);
    const four = ['=A99992600011801', `=%${isbtGroup}`, '=<D0001VA0', '&>0273242359'];
    const all = [...four, `=+04000${four.join('')}`, '&aL000000341'];
    assert.deepEqual([...report.read].sort(), all.sort());
  }
});

test('the same label at 12 dots/mm reads the same', async () => {
  const negative = { group: { abo: 'AB', rhd: 'negative' }, isbtGroup: '2800' } as const;
  const report = await checked(negative, stockById('unit-100x100-12'));
  assert.deepEqual(report.problems, []);
  assert.ok(report.read.includes('&>0273242359'));
});

test('RhD negative is white on black, positive black on white', () => {
  const blackShare = (rhd: 'positive' | 'negative', isbtGroup: string) => {
    const drawn = draw({ group: { abo: 'A', rhd }, isbtGroup });
    assert.ok(drawn.ok);
    const word = drawn.value.expected.texts.find((text) => text.name === 'rhd')?.bitmap;
    assert.ok(word);
    const black = [...word.bits].reduce(
      (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
      0,
    );
    return black / (word.width * word.height);
  };
  assert.ok(blackShare('negative', '0600') > 0.5);
  assert.ok(blackShare('positive', '6200') < 0.5);
});

test('an expiry keeps the digit after its ">"', async () => {
  const report = await checked({ expiryLocal: '2026-11-21 00:00', expiryIsbt: '0263250000' });
  assert.deepEqual(report.problems, []);
  assert.ok(report.read.includes('&>0263250000'));
});

test('content that contradicts itself is refused with its code', () => {
  const cases: readonly (readonly [Partial<UnitLabelContent>, string])[] = [
    [{ din: 'A99992600011' }, 'labels.din'],
    [{ din: 'A999926000118^' }, 'labels.din'],
    [{ flags: '' }, 'labels.din'],
    [{ isbtGroup: '0600' }, 'labels.group'],
    [{ productCode: 'D0001VA' }, 'labels.product'],
    [{ division: 'B0' }, 'labels.division'],
    [{ expiryIsbt: '0273232359' }, 'labels.expiry'],
    [{ expiryLocal: '2027-11-20' }, 'labels.expiry'],
    [{ collectedAtLocal: '2027-11-20 23:59' }, 'labels.expiry'],
    [{ volumeMl: 198.5 }, 'labels.volume'],
    [{ volumeMl: 0 }, 'labels.volume'],
    [{ labelSerial: 'L000000000' }, 'labels.serial'],
    [{ productName: ' ' }, 'labels.emptyText'],
    [{ productName: '浆'.repeat(200) }, 'labels.textDoesNotFit'],
    [{ specialText: Array.from({ length: 9 }, () => '阳性') }, 'labels.textDoesNotFit'],
  ];
  for (const [change, code] of cases) {
    const drawn = draw(change);
    assert.equal(drawn.ok, false, JSON.stringify(change));
    assert.equal(!drawn.ok && drawn.error.code, code, JSON.stringify(change));
  }
  assert.equal(drawUnitLabel(sampleUnit, stockById('small-60x40-8')).ok, false);
});

test('a character without a glyph is refused by name, never a box', () => {
  const drawn = draw({ facilityName: '海河𪚥血液中心' });
  assert.deepEqual(drawn, {
    ok: false,
    error: labelProblem('labels.missingGlyph', 'facilityName 𪚥 U+2A6A5'),
  });
  assert.equal(draw({ storage: '\u0007冷藏' }).ok, false);
});

test('hostile text never becomes a command', async () => {
  for (const text of ['^XZ^XA^FO0,0^GB800,800,800^FS', '~JA~HS_5E', '>0>9{}"\\^FH']) {
    const report = await checked({ facilityName: text, productName: text, specialText: [text] });
    assert.deepEqual(report.problems, []);
  }
});

test('the expected symbols repeat the record for any number, serial and date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999 }),
      fc.integer({ min: 1, max: 999_999_999 }),
      (sequence, count) => {
        const din = `A999926${String(sequence).padStart(6, '0')}`;
        const labelSerial = `L${String(count).padStart(9, '0')}`;
        const symbols = unitLabelExpected({ ...sampleUnit, din, labelSerial });
        assert.ok(symbols.ok);
        const text = (name: string) => symbols.value.find((s) => s.name === name)?.text ?? '';
        assert.equal(text('din'), `=${din}01`);
        assert.equal(text('serial'), `&a${labelSerial}`);
        assert.equal(text('compound').includes('&a'), false);
        assert.ok(text('compound').startsWith(`=+04000=${din}01`));
      },
    ),
  );
});

test('dead dots, another record, a missing and an extra symbol all stop the print', async () => {
  const drawn = draw();
  const other = draw({ din: 'A999926000119' });
  assert.ok(drawn.ok && other.ok);
  const codes = (report: Awaited<ReturnType<typeof raster.check>>) =>
    new Set(report.problems.map((problem) => problem.code));

  const dead = await raster.check(drawn.value, [100, 101, 102, 680, 681, 682, 683, 684]);
  assert.equal(dead.ok, false);
  assert.ok(codes(dead).has('labels.textUnlike'));

  const swapped = await raster.check({ zpl: other.value.zpl, expected: drawn.value.expected });
  assert.ok(codes(swapped).has('labels.symbolMissing'));
  assert.ok(codes(swapped).has('labels.symbolExtra'));

  const cut = drawn.value.zpl.split('\n').filter((line) => !line.includes('&aL'));
  const missing = await raster.check({ ...drawn.value, zpl: cut.join('\n') });
  assert.deepEqual(missing.problems, [labelProblem('labels.symbolMissing', 'serial')]);

  const more = drawn.value.zpl.replace('^PQ1', '^FO500,130^BY2^BCN,40,N,N,N,A^FDX1^FS^PQ1');
  assert.equal((await raster.check({ ...drawn.value, zpl: more })).ok, false);
  assert.deepEqual(
    [...codes(await raster.check({ ...drawn.value, zpl: 'no label' }))],
    ['labels.notRendered'],
  );
});

test('time in which the process stood still does not count against a check', async () => {
  let isDue = false;
  const end = new Promise<void>((resolve) => {
    afterRunning(60, () => {
      isDue = true;
      resolve();
    });
  });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
  // Timers come before what was heard meanwhile: both have had their turn now.
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isDue, false);
  await end;
});

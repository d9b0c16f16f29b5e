import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CertificateContent,
  type CertificateOptions,
  renderCertificate,
} from '#electron/printing/documents/certificate.ts';
import { missingGlyphs } from '#electron/printing/documents/glyphs.ts';
import { certificateStock, parseStock, type Stock } from '#electron/printing/documents/stock.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import {
  type Box,
  draw,
  drawGlyph,
  ink,
  made,
  type Picture,
  shape,
  textOf,
  unlike,
} from './paper.ts';

const content: CertificateContent = {
  donorName: '祝𬭊',
  donatedOn: '2026-11-22' as CivilDate,
  volumeMl: 400,
  times: 2,
  signedOn: '2026-11-22' as CivilDate,
  issuer: '测试血液中心',
};
const createdAt = '2026-11-22T06:05:00.000Z';
const stock: Stock = (() => {
  const read = certificateStock();
  assert.ok(read.ok);
  return read.value;
})();

function certificate(
  change: Partial<CertificateContent> = {},
  options: Partial<CertificateOptions> = {},
) {
  const all: CertificateOptions = {
    variant: 'print',
    createdAt,
    practice: false,
    ...options,
  };
  return renderCertificate({ ...content, ...change }, stock, all);
}

function fieldBox(id: Stock['fields'][number]['id']): Box {
  const field = stock.fields.find((f) => f.id === id);
  assert.ok(field);
  return field;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function inkOutsideFields(image: Picture): number {
  let count = 0;
  for (let i = 0; i < image.grey.length; i += 1) {
    if ((image.grey[i] ?? 255) > 160) continue;
    const x = (i % image.width) / image.perMm;
    const y = Math.floor(i / image.width) / image.perMm;
    const inside = stock.fields.some(
      (f) => x >= f.x && x <= f.x + f.w && y >= f.y && y <= f.y + f.h,
    );
    if (!inside) count += 1;
  }
  return count;
}

test('the print holds the five texts in their boxes and nothing else', async () => {
  const image = draw((await made(certificate())).pdf);
  assert.equal(Math.round(image.width / image.perMm), 210);
  assert.equal(Math.round(image.height / image.perMm), 148);
  for (const field of stock.fields) {
    const found = ink(image, field);
    assert.ok(found && contains(field, found), field.id);
  }
  assert.equal(inkOutsideFields(image), 0);
});

test('each name character is the same shape as in the whole font: no empty box, no other sign', async () => {
  for (const character of ['祝', '𬭊', '㛃', '䶮', '阿']) {
    const image = draw((await made(certificate({ donorName: character }))).pdf, 0, 24);
    const found = ink(image, fieldBox('donorName'));
    const alone = drawGlyph('LXGWWenKai-Regular.ttf', character.codePointAt(0) ?? 0, 200);
    const aloneInk = ink(alone);
    assert.ok(found && aloneInk);
    const printed = shape(image, found);
    assert.ok(Math.abs(found.w / found.h - aloneInk.w / aloneInk.h) < 0.03, character);
    assert.ok(unlike(printed, shape(alone, aloneInk)) < 0.06, character);
    for (const other of ['祝', '阿'].filter((o) => o !== character)) {
      const picture = drawGlyph('LXGWWenKai-Regular.ttf', other.codePointAt(0) ?? 0, 200);
      const box = ink(picture);
      assert.ok(box && unlike(printed, shape(picture, box)) > 0.1, `${character} ${other}`);
    }
  }
});

test('a long name with middle dots is printed whole inside its box', async () => {
  const donorName =
    '阿布都热依木·买买提伊明·吐尔逊·阿不都克里木·艾尔肯江·帕尔哈提·努尔麦麦提·玉素甫江';
  const paper = await made(certificate({ donorName }));
  const found = ink(draw(paper.pdf), fieldBox('donorName'));
  assert.ok(found && contains(fieldBox('donorName'), found));
  assert.equal(inkOutsideFields(draw(paper.pdf)), 0);
  assert.ok(textOf(paper.pdf).includes(donorName));
});

test('names of any length up to 60 characters are whole and inside the box', async () => {
  const part = fc.array(fc.constantFrom(...'阿不都热依木买提艾尔肯江帕哈'), {
    minLength: 1,
    maxLength: 9,
  });
  const name = fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map((p) => p.join('')).join('·'));
  await fc.assert(
    fc.asyncProperty(name, async (donorName) => {
      const { pdf } = await made(certificate({ donorName }));
      assert.ok(textOf(pdf).includes(donorName), donorName);
      assert.equal(inkOutsideFields(draw(pdf, 0, 4)), 0, donorName);
    }),
    { numRuns: 25 },
  );
});

test('a missing glyph stops the print and names the character', async () => {
  const answer = await certificate({ donorName: '周𥔎安' });
  assert.equal(answer.ok, false);
  assert.ok(!answer.ok && answer.error.code === 'printing.missingGlyph');
  assert.deepEqual(
    answer.error.missing?.map((m) => [m.character, m.codePoint, m.position]),
    [['𥔎', 'U+2550E', 2]],
  );
});

test('a space left for handwriting is blank on paper, hatched in the preview, and reported', async () => {
  const printed = await made(certificate({ donorName: '周𥔎安' }, { missing: 'leaveSpace' }));
  assert.deepEqual(
    printed.handWritten.map((m) => m.codePoint),
    ['U+2550E'],
  );
  const name = fieldBox('donorName');
  const em = (24 * 25.4) / 72;
  const middle = { x: name.x + name.w / 2 - em * 0.4, y: name.y, w: em * 0.8, h: name.h };
  assert.equal(ink(draw(printed.pdf), middle), undefined);
  const preview = await made(
    certificate({ donorName: '周𥔎安' }, { missing: 'leaveSpace', variant: 'preview' }),
  );
  const hatched = { ...middle, y: middle.y + 6 + 3, h: middle.h - 6 };
  assert.ok(ink(draw(preview.pdf), hatched), 'inside the frame of the field');
});

test('a name that no size can hold is refused rather than cut', async () => {
  const answer = await certificate({ donorName: '长'.repeat(200) });
  assert.ok(!answer.ok && answer.error.code === 'printing.textTooLong');
});

test('the offset of printer and stock moves all ink by exactly that much', async () => {
  const plain = ink(draw((await made(certificate())).pdf, 0, 20));
  for (const [x, y] of [
    [6, -4],
    [-15, 27],
    [1, 0],
  ] as const) {
    const moved = ink(draw((await made(certificate({}, { offset: { x, y } }))).pdf, 0, 20));
    assert.ok(plain && moved);
    assert.ok(Math.abs(moved.x - plain.x - x / 10) <= 0.051, `x ${x}`);
    assert.ok(Math.abs(moved.y - plain.y - y / 10) <= 0.051, `y ${y}`);
    assert.ok(Math.abs(moved.w - plain.w) <= 0.051);
  }
});

test('the preview shows form, ruler and frames; an offset does not move it', async () => {
  const preview = await made(certificate({}, { variant: 'preview' }));
  const image = draw(preview.pdf);
  assert.equal(Math.round(image.height / image.perMm), 154);
  assert.ok(ink(image, { x: 0, y: 0, w: 210, h: 6 }), 'ruler');
  assert.ok(textOf(preview.pdf).includes('荣誉证书'));
  assert.ok(!textOf((await made(certificate())).pdf).includes('荣誉证书'));
  const shifted = certificate({}, { variant: 'preview', offset: { x: 50, y: 50 } });
  assert.deepEqual((await made(shifted)).pdf, preview.pdf);
});

test('the form of the preview bears the site’s own name, the print none', async () => {
  const shown = textOf((await made(certificate({}, { variant: 'preview' }))).pdf);
  assert.ok(shown.includes('测试血液中心'));
  assert.ok(!textOf((await made(certificate())).pdf).includes('血液中心'));
  const issuer = '某某省某某市红十字会所属中心血站采浆与献血服务总部'.repeat(2);
  const long = await made(certificate({ issuer }, { variant: 'preview' }));
  assert.ok(textOf(long.pdf).includes(issuer));
});

/** Names that a desk meets once in years; what the fonts carry is printed whole, the rest is named. */
const RARE_NAMES = [
  '王㐀㙍㰀',
  '李𠀀𪚥',
  '赵𪜀𫝀',
  '周\u{E000}安',
  '孙\u{F0000}',
  '吴\u{2F00A}',
  '帕提古丽·阿布都热西提·买买提吐尔逊·努尔艾合买提江',
  'Zoe\u0308 Kowalczyk',
  '阮x\u0302\u030C',
  '葛\u{E0100}城',
  '𱁬𱍐',
];

test('rare names are printed whole or stop with the character named; never a box, never cut', async () => {
  for (const donorName of RARE_NAMES) {
    const missing = missingGlyphs(donorName, 'kai');
    const answer = await certificate({ donorName });
    if (missing.length === 0) {
      assert.ok(answer.ok, donorName);
      // A letter with a combining mark may be set by the font's composed glyph.
      const said = textOf(answer.value.pdf).normalize('NFC');
      assert.ok(
        said.includes(donorName.normalize('NFC').replace(' ', '')),
        `${donorName}: ${said}`,
      );
      const image = draw(answer.value.pdf);
      assert.equal(inkOutsideFields(image), 0, donorName);
      const found = ink(image, fieldBox('donorName'));
      assert.ok(found && contains(fieldBox('donorName'), found), donorName);
    } else {
      assert.ok(!answer.ok && answer.error.code === 'printing.missingGlyph', donorName);
      assert.deepEqual(answer.error.missing?.[0]?.codePoint, missing[0]?.codePoint);
      const spaced = await made(certificate({ donorName }, { missing: 'leaveSpace' }));
      assert.equal(inkOutsideFields(draw(spaced.pdf)), 0, donorName);
    }
  }
});

test('equal input gives equal bytes', async () => {
  assert.deepEqual((await made(certificate())).pdf, (await made(certificate())).pdf);
});

test('a volume that does not count as one donation gets no certificate', async () => {
  const answer = await certificate({ volumeMl: 138, times: 0 });
  assert.ok(!answer.ok && answer.error.code === 'printing.belowOneDonation');
});

test('a faulty stock record is refused with the place of the fault', () => {
  const wide = { ...stock, fields: [{ ...stock.fields[0], x: 200 }] };
  const twice = { ...stock, fields: [stock.fields[0], stock.fields[0]] };
  for (const record of [wide, twice, { ...stock, width: -1 }, null, { ...stock, extra: 1 }]) {
    const answer = parseStock(record);
    assert.ok(!answer.ok && answer.error.code === 'printing.badStock');
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawFlow } from '#electron/printing/documents/flow.ts';
import { loadFace } from '#electron/printing/documents/fonts.ts';
import { missingGlyphs } from '#electron/printing/documents/glyphs.ts';
import { draw, ink, made, stamp, textOf } from './paper.ts';

test('an Ext-A and a supplementary-plane name have glyphs on certificates and forms', () => {
  for (const face of ['kai', 'sans', 'sansBold', 'serif'] as const) {
    assert.deepEqual(missingGlyphs('祝𬭊 㛃 䶮 〇 阿布都·买买提', face), []);
  }
});

test('a character that no face has is named with its code point and place', () => {
  assert.deepEqual(missingGlyphs('周𥔎安', 'kai'), [
    {
      character: '𥔎',
      codePoint: 'U+2550E',
      position: 2,
      text: '周𥔎安',
      reason: 'noGlyph',
      faces: ['kai', 'serif'],
    },
  ]);
});

test('a face may be asked alone, so that people see which ones lack the character', () => {
  assert.equal(missingGlyphs('𠮷', 'sans', ['sans']).length, 1);
  assert.equal(missingGlyphs('𠮷', 'kai', ['kai']).length, 0);
  assert.deepEqual(missingGlyphs('𠮷', 'sans'), [], 'the reserve face draws it');
});

test('private use, control characters and unsupported variation sequences are flagged', () => {
  const reasons = (text: string) => missingGlyphs(text, 'kai').map((m) => m.reason);
  assert.deepEqual(reasons('\uE863'), ['privateUse']);
  assert.deepEqual(reasons('\u{F0001}'), ['privateUse']);
  assert.deepEqual(reasons('李\u0007'), ['control']);
  assert.deepEqual(reasons('葛\u{E0100}'), ['variation']);
  const [sequence] = missingGlyphs('葛\u{E0100}城', 'kai');
  assert.equal(sequence?.codePoint, 'U+845B U+E0100');
  assert.equal(sequence?.position, 1);
});

test('private use is flagged even where a font happens to hold something there', () => {
  const held = [...Array(0x1900).keys()]
    .map((n) => 0xe000 + n)
    .filter((point) => loadFace('sans').hasGlyphForCodePoint(point));
  for (const point of [...held, 0xe000]) {
    assert.equal(missingGlyphs(String.fromCodePoint(point), 'sans').length, 1);
  }
});

test('a character is missing exactly when no face of the chain maps it', () => {
  const faces = ['kai', 'serif'] as const;
  fc.assert(
    fc.property(fc.integer({ min: 0x3400, max: 0x2fa1f }), (point) => {
      fc.pre(point < 0xd800 || (point > 0xf8ff && !(point >= 0xfe00 && point <= 0xfe0f)));
      const has = faces.some((id) => loadFace(id).hasGlyphForCodePoint(point));
      assert.equal(missingGlyphs(String.fromCodePoint(point), 'kai').length, has ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

test('quotes, apostrophes and ellipses stand in their Latin forms on an English paper alone', async () => {
  const said = '“That’s the donor’s own word…”';
  const inkOf = async (language: 'zh-CN' | 'en') => {
    const paper = await made(drawFlow('', { ...stamp, language }, (flow) => flow.paragraph(said)));
    assert.ok(textOf(paper.pdf).includes(said.replaceAll(' ', '')), 'copied as it was written');
    return ink(draw(paper.pdf), { x: 0, y: 0, w: 210, h: 40 })?.w ?? 0;
  };
  const [wide, narrow] = [await inkOf('zh-CN'), await inkOf('en')];
  // Two apostrophes inside, each seven tenths of 10.5 pt narrower.
  assert.ok(wide - narrow > 2 * 0.6 * 10.5 * (25.4 / 72), `${wide} mm, ${narrow} mm`);
});

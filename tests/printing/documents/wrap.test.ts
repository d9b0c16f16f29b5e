import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { graphemes } from '#electron/printing/documents/glyphs.ts';
import { fitName, unbroken, wrapText } from '#electron/printing/documents/wrap.ts';

const measure = (text: string) =>
  graphemes(text).reduce((sum, g) => sum + (/[ -~·]/.test(g) ? 0.5 : 1), 0);
const squeeze = (text: string) => text.replaceAll(/\s/g, '');

const han = fc.constantFrom(...'血浆捐献者李王阿不都热依木买提');
const prose = fc
  .array(fc.oneof(han, fc.constantFrom('，', '。', '（', '）', ' ', '400', 'mL', 'ABO', '·')), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const name = fc
  .array(fc.array(han, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map((p) => p.join('')).join('·'));

test('prose keeps every character and stays within the width', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 4, max: 30 }), (text, width) => {
      const lines = wrapText(text, width, measure);
      assert.equal(squeeze(lines.join('')), squeeze(text));
      for (const line of lines) assert.ok(measure(line) <= width, line);
    }),
  );
});

test('closing marks do not begin a line, numbers and units stay whole', () => {
  const text = '您今天捐献恢复期血浆四百毫升，谢谢（第 12 次）。净重 431 g';
  for (let width = 6; width < 30; width += 1) {
    for (const line of wrapText(text, width, measure)) {
      assert.doesNotMatch(line, /^[，。）]/);
      assert.doesNotMatch(line, /（$/);
      assert.doesNotMatch(line, /[^4]31$|^31/);
    }
  }
});

test('a name inside prose is broken after its dots only', () => {
  const text = `兹证明${unbroken('阿布都热依木·买买提伊明·吐尔逊')}于今日捐献`;
  const lines = wrapText(text, 9, measure);
  assert.deepEqual(lines, ['兹证明', '阿布都热依木·', '买买提伊明·吐尔逊', '于今日捐献']);
  assert.deepEqual(wrapText(text, 10, measure)[0], '兹证明阿布都热依木·');
});

test('a fitted name loses nothing, fits, and breaks after dots where parts fit', () => {
  const box = { width: 40, height: 8, maxSize: 6, minSize: 1, lineAdvance: 1.2 };
  const at = (text: string, size: number) => measure(text) * size;
  fc.assert(
    fc.property(name, (text) => {
      const fitted = fitName(text, box, at);
      assert.ok(fitted);
      assert.equal(fitted.lines.join(''), text);
      for (const line of fitted.lines) assert.ok(at(line, fitted.size) <= box.width);
      assert.ok(fitted.lines.length * fitted.size * 1.2 <= box.height || fitted.lines.length === 1);
      for (const line of fitted.lines.slice(0, -1)) assert.match(line, /·$/);
    }),
  );
});

test('a name without dots is broken between characters at last, and one too long is refused', () => {
  const box = { width: 10, height: 3, maxSize: 2, minSize: 1, lineAdvance: 1 };
  const at = (text: string, size: number) => measure(text) * size;
  assert.deepEqual(fitName('一二三四五六七八九十一二', box, at), {
    lines: ['一二三四五六', '七八九十一二'],
    size: 1.5,
  });
  assert.equal(fitName('长'.repeat(200), box, at), undefined);
});

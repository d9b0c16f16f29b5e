import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chordOf, type KeyParts } from '#renderer/app/key-chord.ts';
import { appTexts } from '#renderer/app/texts-app.ts';
import { reviewHtml, reviewScriptUrl } from '#renderer/app/trusted-types.ts';
import { galleryTexts } from '#renderer/features/gallery/texts.ts';
import { markDifferences } from '#renderer/ui/char-diff.ts';
import { columnsOf, gapsOf, labelledEvents } from '#renderer/ui/live-chart-data.ts';
import { parseScaled, showScaled } from '#renderer/ui/scaled-number.ts';
import { kitTexts } from '#renderer/ui/texts.ts';

const key = (code: string, over: Partial<KeyParts> = {}): KeyParts => ({
  key: '',
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...over,
});

test('chords are read by physical key; nothing that people type is one', () => {
  assert.equal(chordOf(key('F4')), 'F4');
  assert.equal(chordOf(key('KeyK', { ctrlKey: true })), 'Ctrl+K');
  assert.equal(chordOf(key('KeyL', { ctrlKey: true, altKey: true })), 'Ctrl+Alt+L');
  assert.equal(chordOf(key('Enter', { ctrlKey: true })), 'Ctrl+Enter');
  assert.equal(chordOf(key('Digit3', { altKey: true })), 'Alt+3');
  assert.equal(chordOf(key('Escape')), 'Esc');
  for (const code of ['KeyA', 'Digit1', 'Enter', 'Space', 'Tab', 'F11', 'F12']) {
    assert.equal(chordOf(key(code)), undefined);
    assert.equal(chordOf(key(code, { shiftKey: true })), undefined);
  }
  for (const code of ['KeyN', 'KeyT', 'KeyW']) {
    assert.equal(chordOf(key(code, { ctrlKey: true })), undefined);
  }
});

test('a stored whole number and its shown text are the same thing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999, max: 999_999 }),
      fc.integer({ min: 0, max: 3 }),
      (value, decimals) => {
        assert.equal(parseScaled(showScaled(value, decimals), decimals), value);
      },
    ),
  );
});

test('numbers as people type them; anything else is no number', () => {
  assert.equal(parseScaled('36.5', 1), 365);
  assert.equal(parseScaled('３６。５', 1), 365);
  assert.equal(parseScaled('72', 1), 720);
  assert.equal(parseScaled('−31.2', 1), -312);
  for (const text of ['', ' ', '36.55', '1e3', '0x10', '12 3', '--1', '1.2.3', 'O']) {
    assert.equal(parseScaled(text, 1), undefined, text);
  }
});

test('differing characters are marked on both sides, blanks never, halves of characters never', () => {
  const { expected, scanned } = markDifferences('A9999 26 000132 N', 'A9999 26 000123 P');
  const marked = (side: typeof expected) =>
    side.filter((part) => part.differs).map((part) => part.char);
  assert.deepEqual(marked(expected), ['3', '2', 'N']);
  assert.deepEqual(marked(scanned), ['2', '3', 'P']);
  assert.deepEqual(marked(markDifferences('𬭊A', '𬭊AB').scanned), ['B']);
});

test('labels of events never overlap; every event keeps its shape', () => {
  const events = Array.from({ length: 30 }, (_, at) => ({
    at: at * 1000,
    kind: 'vitals' as const,
    label: '体征',
  }));
  const placed = labelledEvents(events, 0, 30_000, 600);
  assert.equal(placed.length, 30);
  const worded = placed.filter((event) => event.worded);
  for (const [index, event] of worded.entries()) {
    const before = worded[index - 1];
    if (before !== undefined) assert.ok(event.left - before.left >= 40);
  }
});

test('the trusted types policy lets no markup and no foreign script through', () => {
  assert.equal(reviewHtml('plain words'), 'plain words');
  for (const bad of [
    '<img src=x onerror=alert(1)>',
    '<script>1</script>',
    '<a href="x">y</a>',
    '<b>x</b>',
  ]) {
    assert.equal(reviewHtml(bad), null);
  }
  const origin = 'https://station.test';
  assert.equal(reviewScriptUrl('./a.js', origin, `${origin}/`), './a.js');
  for (const bad of [
    'https://evil.test/a.js',
    '//evil.test/a.js',
    'data:text/javascript,1',
    'javascript:1',
  ]) {
    assert.equal(reviewScriptUrl(bad, origin, `${origin}/`), null);
  }
});

type Tree = { readonly [key: string]: string | Tree };

function paths(tree: Tree, at = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${at}${name} ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join()}`]
      : paths(value, `${at}${name}.`),
  );
}

test('both languages have the same sentences with the same parameters', () => {
  for (const texts of [kitTexts, appTexts, galleryTexts]) {
    assert.deepEqual(paths(texts.zh).sort(), paths(texts.en).sort());
  }
});

test('a curve breaks where nothing is known, and only there', () => {
  const at = (...seconds: number[]) =>
    seconds.map((second) => ({ at: second * 1000, volumeMl: second, pressureMmHg: 60 }));
  const broken = at(1, 2, 3, 4, 60, 61, 62);
  const gaps = gapsOf(broken);
  assert.deepEqual(gaps, [{ from: 4000, to: 60_000 }]);
  assert.deepEqual(columnsOf(broken, gaps)[1], [1, 2, 3, 4, null, 60, 61, 62]);
  assert.deepEqual(gapsOf(at(0, 14)), [], 'a missed second is none');
  assert.deepEqual(gapsOf(at(0, 15)), [], 'two points alone have no usual distance');
  assert.deepEqual(gapsOf(at(0, 10, 20, 30, 60)), [], 'a thinned curve has wide steps');
  assert.deepEqual(gapsOf([]), []);
});

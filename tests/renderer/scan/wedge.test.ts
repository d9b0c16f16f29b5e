import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyOfChar } from '#renderer/app/scan/keymap.ts';
import {
  idleWedge,
  looksFullWidth,
  type Stroke,
  standardProfile,
  type WedgeProfile,
  type WedgeResult,
  wedgeExpire,
  wedgeStep,
} from '#renderer/app/scan/wedge.ts';

type Typed = { results: WedgeResult[]; passed: string[]; swallowed: string[] };

const timed: WedgeProfile = { ...standardProfile, prefix: null };

function strokesOf(text: string, gap: number, over: Partial<Stroke> = {}, start = 1000): Stroke[] {
  return [...text].map((char, index) => {
    const key = char === '\r' ? { code: 'Enter', shift: false } : keyOfChar(char);
    assert.ok(key !== undefined);
    return {
      code: key.code,
      shift: key.shift,
      chord: false,
      ime: false,
      editable: false,
      at: start + index * gap,
      ...over,
    };
  });
}

function run(strokes: readonly Stroke[], profile: WedgeProfile): Typed {
  let state = idleWedge;
  const typed: Typed = { results: [], passed: [], swallowed: [] };
  for (const stroke of strokes) {
    const step = wedgeStep(state, stroke, profile);
    state = step.state;
    (step.swallow ? typed.swallowed : typed.passed).push(stroke.code);
    if (step.result !== undefined) typed.results.push(step.result);
  }
  const end = wedgeExpire(state, Number.MAX_SAFE_INTEGER, profile);
  if (end.result !== undefined) typed.results.push(end.result);
  return typed;
}

const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7d }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 200,
});

test('a prefixed scan comes out byte-exact and none of its keys reaches the page', () => {
  fc.assert(
    fc.property(ascii, fc.integer({ min: 0, max: 140 }), fc.boolean(), (text, gap, editable) => {
      const typed = run(strokesOf(`~${text}\r`, gap, { editable }), standardProfile);
      assert.equal(typed.results.length, 1);
      const [result] = typed.results;
      assert.ok(result?.kind === 'scan');
      assert.equal(result.raw, text);
      assert.deepEqual(typed.passed, []);
    }),
  );
});

test('without prefix, speed alone recognises a scan of four characters and more', () => {
  fc.assert(
    fc.property(ascii, fc.integer({ min: 0, max: 50 }), (text, gap) => {
      const typed = run(strokesOf(`${text}\r`, gap), timed);
      const scans = typed.results.filter((result) => result.kind === 'scan');
      if (text.length >= 4)
        assert.deepEqual(
          scans.map((scan) => scan.raw),
          [text],
        );
      else assert.deepEqual(scans, []);
      // At scanner speed Enter never reaches the page, however short the reading was.
      assert.ok(!typed.passed.includes('Enter'));
    }),
  );
});

test('a person who types slowly is never taken for a scanner, and keeps every key', () => {
  fc.assert(
    fc.property(ascii, fc.integer({ min: 51, max: 400 }), (text, gap) => {
      const typed = run(strokesOf(`${text}\r`, gap, { editable: true }), timed);
      assert.deepEqual(typed.results, []);
      assert.deepEqual(typed.swallowed, []);
    }),
  );
});

test('a lone Enter, Tab or Space passes: the keyboard still works every control', () => {
  for (const code of ['Enter', 'Tab', 'Space']) {
    const stroke = { code, shift: false, chord: false, ime: false, editable: false, at: 5000 };
    assert.equal(wedgeStep(idleWedge, stroke, standardProfile).swallow, false);
  }
});

test('function keys and chords inside a burst are swallowed', () => {
  const burst = strokesOf('ABC', 5);
  const inside: Stroke[] = [
    { code: 'F8', shift: false, chord: false, ime: false, editable: false, at: 1015 },
    { code: 'KeyM', shift: false, chord: true, ime: false, editable: false, at: 1020 },
    { code: 'Tab', shift: false, chord: false, ime: false, editable: false, at: 1025 },
  ];
  assert.deepEqual(run([...burst, ...inside], timed).passed, []);
});

test('a scan through an input method is dropped whole, with or without prefix', () => {
  const prefixed = run(strokesOf('~=A99992600013200\r', 8, { ime: true }), standardProfile);
  assert.deepEqual(prefixed.results, [{ kind: 'ime', raw: '=A99992600013200' }]);
  const bare = run(strokesOf('=A99992600013200\r', 8, { ime: true, editable: true }), timed);
  assert.deepEqual(bare.results, [{ kind: 'ime', raw: '=A99992600013200' }]);
});

test('one key taken by the input method spoils the whole scan', () => {
  const strokes = strokesOf('~A9999\r', 8).map((stroke, index) => ({
    ...stroke,
    ime: index === 3,
  }));
  assert.deepEqual(run(strokes, standardProfile).results, [{ kind: 'ime', raw: 'A9999' }]);
});

test('a prefixed scan that never ends is partial and not accepted', () => {
  assert.deepEqual(run(strokesOf('~=A9999', 8), standardProfile).results, [
    { kind: 'partial', raw: '=A9999' },
  ]);
});

test('a pause inside a prefixed scan loses all of it; the rest is not taken for another scan', () => {
  const first = strokesOf('~=A9999', 8);
  const rest = strokesOf('26\r', 8, {}, 3000);
  const { results } = run([...first, ...rest], standardProfile);
  assert.deepEqual(results, [{ kind: 'partial', raw: '=A9999' }]);
});

test('more than four kilobytes are refused', () => {
  const { results } = run(strokesOf(`~${'A'.repeat(4097)}`, 1), standardProfile);
  assert.deepEqual(results, [{ kind: 'tooLong' }]);
});

test('full-width text is told from ordinary Chinese text', () => {
  assert.equal(looksFullWidth('＝Ａ９９９９'), true);
  assert.equal(looksFullWidth('阿布都热依木·吐尔逊'), false);
  assert.equal(looksFullWidth('=A9999'), false);
  assert.equal(looksFullWidth('更换电池，一周内复测：设备科'), false);
  assert.equal(looksFullWidth('第１号冰箱，夜班'), false);
});

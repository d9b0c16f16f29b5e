import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charOfKey, keyOfChar } from '#renderer/app/scan/keymap.ts';

test('every printable ASCII character comes back from the key that a US scanner presses', () => {
  for (let code = 0x20; code < 0x7f; code += 1) {
    const char = String.fromCharCode(code);
    const key = keyOfChar(char);
    assert.ok(key !== undefined, `no key for ${char}`);
    assert.equal(charOfKey(key.code, key.shift), char);
  }
});

test('keys without a character give none', () => {
  for (const code of ['Enter', 'Tab', 'F4', 'ShiftLeft', 'ArrowUp', 'Escape', '']) {
    assert.equal(charOfKey(code, false), undefined);
  }
});

test('the numeric pad gives digits whatever shift says', () => {
  assert.equal(charOfKey('Numpad7', false), '7');
  assert.equal(charOfKey('Numpad7', true), '7');
});

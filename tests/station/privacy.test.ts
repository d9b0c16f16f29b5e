import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeError } from '#electron/ports/log.ts';

test('INV-40 what is logged of an error never holds its message, whatever it quotes', () => {
  const words = fc.constantFrom('王小红', '120101199001010034', '13800000100', 'HIV reactive');
  fc.assert(
    fc.property(words, fc.string(), (word, around) => {
      const message = `UNIQUE constraint failed: donor ${around}${word}${around}`;
      const error = Object.assign(new TypeError(message), { code: 'SQLITE_CONSTRAINT' });
      assert.ok(!describeError(error).includes(word));
      assert.ok(!describeError(message).includes(word));
      assert.match(describeError(error), /^TypeError SQLITE_CONSTRAINT /);
    }),
  );
});

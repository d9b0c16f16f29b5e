import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '#shared/codes/classify.ts';
import {
  isTestNumber,
  testNumberOf,
  tubeCodeOf,
  tubeOfPayload,
} from '#shared/codes/test-number.ts';
import { din, tested } from '#shared/contract/fields.ts';

test('INV-02 a number of a test sample is no donation number, and its tubes read back', () => {
  const number = testNumberOf('045', '26', 7) ?? '';
  assert.equal(number, 'TS0452600007');
  assert.ok(isTestNumber(number) && tested.safeParse(number).success);
  assert.equal(din.safeParse(number).success, false);
  assert.equal(isTestNumber('A999926000118'), false);
  assert.equal(testNumberOf('045', '26', 100_000), undefined);
  for (const tube of ['serology', 'nat']) {
    assert.deepEqual(tubeOfPayload(payloadOf(tubeCodeOf(number, tube) ?? '')), { number, tube });
  }
  assert.equal(tubeCodeOf(number, 'group'), undefined);
  assert.equal(tubeCodeOf('A999926000118', 'nat'), undefined);
  for (const payload of ['0452600007', '0452600007X', 'A452600007S', ''])
    assert.equal(tubeOfPayload(payload), undefined);
});

/** What a scanned tube code says behind its prefix. */
function payloadOf(code: string): string {
  const [token] = classify(code).tokens;
  assert.ok(token?.kind === 'testSample');
  return token.id;
}

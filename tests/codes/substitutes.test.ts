import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { ASKED_KINDS, mayBeTyped, SUBSTITUTES, typedProblem } from '#shared/codes/substitutes.ts';
import { codesTexts } from '#shared/codes/texts.ts';
import type { UsableKind } from '#shared/codes/tokens.ts';
import { scanningTexts } from '#shared/features/scanning/texts.ts';
import { TYPED_KINDS } from '#shared/features/scanning/words.ts';

const chair = encodeStationCode('chair', 'A3') ?? '';

test('a typed print needs its check character and must be of the kind that was asked for', () => {
  const cases: readonly (readonly [UsableKind, string, string | null])[] = [
    ['din', 'A9999 26 000001 8', null],
    ['din', 'a9999260000018', null],
    ['din', 'A9999 26 000001', 'codes.dinCheckMissing'],
    ['din', 'A9999 26 000001 9', 'codes.dinCheck'],
    ['din', chair, 'codes.otherKind'],
    ['chair', chair, null],
    ['chair', chair.slice(0, -1), 'codes.tooShort'],
    ['donorCard', chair, 'codes.otherKind'],
    ['supply', '(01)06901234567892(17)271120(10)26K09', null],
    ['supply', '(01)06901234567893(17)271120(10)26K09', 'codes.gs1CheckDigit'],
    ['residentId', '120000199003070000', 'codes.residentIdCheck'],
    ['staffBadge', 'A9999 26 000001 8', 'codes.otherKind'],
  ];
  for (const [kind, typed, problem] of cases)
    assert.equal(typedProblem(kind, typed), problem, `${kind} ${typed}`);
});

test('codes of a label and badges are never typed; every kind has a way with words', () => {
  const untyped = ['bloodGroup', 'product', 'expiry', 'compound', 'labelSerial', 'staffBadge'];
  for (const kind of untyped) assert.equal(mayBeTyped(kind as UsableKind), false, kind);
  const kinds = Object.keys(SUBSTITUTES) as UsableKind[];
  assert.deepEqual(kinds.filter(mayBeTyped), TYPED_KINDS);
  const known = Object.keys(codesTexts.zh.kinds).filter((kind) => kind !== 'unknown');
  assert.deepEqual(kinds.toSorted(), known.toSorted());
  for (const { ways } of [scanningTexts.zh, scanningTexts.en])
    for (const kind of ASKED_KINDS) assert.ok(ways[SUBSTITUTES[kind]].length > 10, kind);
});

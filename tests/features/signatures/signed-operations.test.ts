import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '#shared/contract/index.ts';
import { signedActs } from '#shared/features/signatures/signed.ts';

/** Operations that ask for a PIN or a second person and yet seal no act of their own, with the reason. */
const UNSEALED: Readonly<Record<string, string>> = {};

/** Signed by the donor's own hand, not by PIN. */
const BY_HAND = ['visits.signConsent', 'kiosk.signConsent'];

const asked = Object.entries(operations).flatMap(([name, operation]) =>
  operation.kind === 'command' && (operation.signature || operation.second) ? [name] : [],
);
const sealed = Object.values(signedActs).flatMap((act): readonly string[] => act.by);

test('INV-31 every operation that asks for a PIN or a second person seals a signature, or says why not', () => {
  assert.ok(asked.length > 40);
  assert.deepEqual(
    asked.filter((name) => !sealed.includes(name) && !UNSEALED[name]),
    [],
  );
});

test('INV-31 nothing is called signed that nobody signs', () => {
  const signing = [...asked, ...BY_HAND];
  assert.deepEqual(
    [...sealed, ...Object.keys(UNSEALED)].filter((name) => !signing.includes(name)),
    [],
  );
});

import type { StateReader } from '../../contract/rows.ts';
import { requirementsOf, type TestRules } from './panel.ts';
import type { TestShape } from './reading-input.ts';

/** A test of a donation's panel with the rules by which a reading is put into words. */
export interface KnownTest {
  readonly shape: TestShape;
  readonly rules: TestRules | undefined;
}

/** The test as a donation's packs know it (the newest counts), weak D beside them; else undefined. */
export function knownTest(
  read: StateReader,
  din: string,
  test: string,
  today: string,
): KnownTest | undefined {
  if (test === 'weakD')
    return { shape: { test, kind: 'weakD', name: undefined }, rules: undefined };
  const found = requirementsOf(read, din, today).filter((one) => one.required.test === test);
  const newest = found.at(-1);
  if (!newest) return undefined;
  const { kind, name } = newest.required;
  return { shape: { test, kind, name }, rules: newest.rules };
}

import assert from 'node:assert/strict';
import type { NewEvent } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { started } from './worlds/screened.ts';
import { needle, refusal, type Seat, seated } from './worlds/seated.ts';

type Start = Partial<InputOf<'collection.start'>>;

/** One thing that differs from a seat in which everything agrees, and what the needle answers. */
export type Case = readonly [what: string, codes: readonly string[], input: Start, seat?: Seat];

/** Puts the needle in once for each case and compares the refusal. */
export function holds(cases: readonly Case[]): void {
  for (const [what, codes, input, seat] of cases)
    assert.deepEqual(refusal(needle(seated(seat), input)), codes, what);
}

/** A seat after further facts. */
export const facts = (...list: readonly NewEvent[]): Seat => ({ facts: list });

/** A number of another donor. */
export const SECOND = 'A999920000002';

/** A donation that another number runs, of a donor at a chair. */
export const running = (din: string, donorId: string, chairId: string) =>
  started(din, donorId, 'v9', { chairId, preparationId: 'p9', deviceId: 'm9' });

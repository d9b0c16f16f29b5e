import type { AnyEntry } from '#shared/contract/events.ts';
import type { Violation } from '#shared/judge/violation.ts';
import { violations } from '#shared/judge/violations.ts';
import { asChain, recorded } from './core.ts';
import type { World } from './explore.ts';

/** A world's first entries are told, not lived: what they lack is the same on every path. */
const keyOf = ({ invariant, subject, text }: Violation) => `${invariant} ${subject} ${text}`;

/**
 * Walks a path again and lets the independent judge look at its whole history; answers what is false
 * beyond what the told beginning lacks.
 */
export function judgedPath<S>(world: World<S>, path: readonly number[]): readonly string[] {
  let state = undefined as S | undefined;
  const before = recorded(() => {
    state = world.start();
  });
  const after = recorded(() => {
    for (const at of path) {
      const next = world.moves[at]?.run(state as S);
      if (next === undefined || next === 'refused') throw new Error('the path cannot be walked');
      state = next;
    }
  });
  const known = new Set(judged(before).map(keyOf));
  return judged([...before, ...after])
    .filter((one) => !known.has(keyOf(one)))
    .map((one) => `${keyOf(one)} at ${one.seq - before.length}`);
}

const judged = (entries: readonly AnyEntry[]) => violations(asChain(entries));

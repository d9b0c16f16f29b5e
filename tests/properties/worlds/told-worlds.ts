import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import type { TestContext } from 'node:test';
import { type Explored, explore, Falsity, told, type World } from './explore.ts';
import { judgedPath } from './judged.ts';

/** `npm run prove` looks at ten times as many states, `npm run mutants` at a few. */
const FACTOR = Number(process.env['WORLD_FACTOR'] ?? 1);

/** What is never accepted or never refused in a world is not seen there; these are meant so. */
interface Expected {
  readonly states: number;
  /** Names that are accepted whenever they can be tried. */
  readonly always?: readonly string[];
  readonly isJudged?: boolean;
  /** One of several worlds of one thing: what is never refused in this one may be in another. */
  readonly isPart?: boolean;
}

/** What one search saw, and what it took: seconds of the processor, megabytes of its process at most. */
export interface Seen {
  readonly world: string;
  readonly states: number;
  readonly edges: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** `npm run prove` names a file for the figures. */
function keep({ world, states, edges }: Explored, from: number): void {
  const file = process.env['WORLD_FIGURES'];
  if (!file) return;
  const { userCPUTime, maxRSS } = process.resourceUsage();
  const seconds = userCPUTime / 1e6 - from;
  const seen: Seen = { world, states, edges, seconds, megabytes: Math.round(maxRSS / 1024) };
  appendFileSync(file, `${JSON.stringify(seen)}\n`);
}

/**
 * Explores a world to so many distinct states, says what was seen, and holds that every move was both
 * accepted and refused somewhere; whole histories of some paths go before the independent judge.
 */
export function exploreWhole<S>(t: TestContext, world: World<S>, expected: Expected): void {
  const started = performance.now();
  const spent = process.resourceUsage().userCPUTime / 1e6;
  const most = Math.round(expected.states * FACTOR);
  const explored = explore(world, most);
  t.diagnostic(told(explored, performance.now() - started));
  keep(explored, spent);
  assert.ok(explored.closed || explored.states >= most, `${explored.states} states`);
  // A first look at a world, as the mutants take it, need not have seen every move.
  if (FACTOR < 1 || expected.isPart) return;
  const names = new Set([...explored.accepted.keys(), ...explored.refused.keys()]);
  for (const name of names) {
    assert.ok(explored.accepted.has(name), `${name} was never accepted`);
    if (!expected.always?.includes(name))
      assert.ok(explored.refused.has(name), `${name} was never refused`);
  }
  if (expected.isJudged === false) return;
  for (const path of explored.paths) assert.deepEqual(judgedPath(world, path), []);
}

/** Walks moves by their labels; throws where one cannot be made or something becomes false. */
export function walked<S>(world: World<S>, labels: readonly string[]): S {
  return labels.reduce<S>((state, label, at) => {
    const move = world.moves.find((one) => one.label === label);
    const after = move?.run(state);
    if (!move || after === undefined || after === 'refused')
      throw new Error(`${label} cannot be done`);
    const wrong = [...world.wrong(after), ...(world.lost?.(state, after, move) ?? [])];
    if (wrong.length > 0) throw new Falsity(world.name, wrong, labels.slice(0, at + 1));
    return after;
  }, world.start());
}

/** A world: where it begins, what can be done, and what must never be false. */
export interface World<S> {
  readonly name: string;
  readonly start: () => S;
  readonly moves: readonly Move<S>[];
  /** Two 32-bit marks; equal states have equal marks whatever way led there. */
  readonly mark: (state: S) => readonly [number, number];
  /** What is false in a state; empty when nothing is. */
  readonly wrong: (state: S) => readonly string[];
  /** What is false of a step: nothing may be lost on the way. */
  readonly lost?: (before: S, after: S, move: Move<S>) => readonly string[];
}

/** Something that somebody may try; undefined when it cannot even be tried here. */
export interface Move<S> {
  readonly name: string;
  readonly label: string;
  readonly run: (state: S) => S | 'refused' | undefined;
}

/** What a search saw. */
export interface Explored {
  readonly world: string;
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  /** True where no state was left to look at: the world is finite and was seen whole. */
  readonly closed: boolean;
  readonly accepted: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** Moves that led to every n-th state, for a judge of whole histories. */
  readonly paths: readonly (readonly number[])[];
}

/** A state in which something is false, with the moves that led there. */
export class Falsity extends Error {
  constructor(world: string, wrong: readonly string[], path: readonly string[]) {
    super(`${world}: ${wrong.join('; ')}\n  after ${path.join('\n        ')}`);
  }
}

const SAMPLES = 40;

/**
 * Breadth first over all moves from the start, each distinct state once, until none is left or `most`
 * were seen. Throws with the shortest path to the first state in which something is false.
 */
export function explore<S>(world: World<S>, most: number): Explored {
  const seen = new Set<number>();
  const accepted = new Map<string, number>();
  const refused = new Map<string, number>();
  const parents = new Int32Array(most + 1);
  const causes = new Int16Array(most + 1);
  let layer: { readonly state: S; readonly number: number }[] = [];
  let states = 0;
  let edges = 0;
  let depth = 0;
  let isWhole = true;
  const pathTo = (number: number) => {
    const path: number[] = [];
    for (let at = number; at > 0; at = parents[at] ?? 0) path.unshift(causes[at] ?? 0);
    return path;
  };
  const fail = (wrong: readonly string[], number: number, cause?: number) => {
    const path = [...pathTo(number), ...(cause === undefined ? [] : [cause])];
    throw new Falsity(
      world.name,
      wrong,
      path.map((at) => world.moves[at]?.label ?? ''),
    );
  };
  const visit = (state: S, parent: number, cause: number): number | undefined => {
    const [low, high] = world.mark(state);
    const mark = (low >>> 0) * 2 ** 21 + ((high >>> 0) % 2 ** 21);
    if (seen.has(mark)) return undefined;
    seen.add(mark);
    parents[states] = parent;
    causes[states] = cause;
    const wrong = world.wrong(state);
    if (wrong.length > 0) fail(wrong, parent, states === 0 ? undefined : cause);
    states += 1;
    return states - 1;
  };
  const first = world.start();
  visit(first, 0, 0);
  layer.push({ state: first, number: 0 });
  while (layer.length > 0 && states < most) {
    depth += 1;
    const next: typeof layer = [];
    for (const { state, number } of layer) {
      for (const [cause, move] of world.moves.entries()) {
        if (states >= most) break;
        const after = move.run(state);
        if (after === undefined) continue;
        edges += 1;
        const tally = after === 'refused' ? refused : accepted;
        tally.set(move.name, (tally.get(move.name) ?? 0) + 1);
        if (after === 'refused') continue;
        const lost = world.lost?.(state, after, move) ?? [];
        if (lost.length > 0) fail(lost, number, cause);
        const found = visit(after, number, cause);
        if (found === undefined) continue;
        // What could never be reached before the limit need not be kept.
        if (next.length < most - states) next.push({ state: after, number: found });
        else isWhole = false;
      }
    }
    layer = next;
  }
  const closed = layer.length === 0 && isWhole && states < most;
  const every = Math.max(1, Math.floor(states / SAMPLES));
  const paths = Array.from({ length: Math.floor(states / every) }, (_, at) =>
    pathTo(states - 1 - at * every),
  );
  return { world: world.name, states, edges, depth, closed, accepted, refused, paths };
}

/** One line for the reader of a test run: states, edges, depth, and what was accepted and refused. */
export function told(explored: Explored, ms: number): string {
  const { world, states, edges, depth, closed, accepted, refused } = explored;
  const names = [...new Set([...accepted.keys(), ...refused.keys()])].sort();
  const tally = names
    .map((name) => `${name} ${accepted.get(name) ?? 0}/${refused.get(name) ?? 0}`)
    .join(', ');
  const end = closed ? 'closed' : 'bounded';
  return `${world}: ${states} states, ${edges} edges, depth ${depth}, ${end}, ${Math.round(ms)} ms; accepted/refused: ${tally}`;
}

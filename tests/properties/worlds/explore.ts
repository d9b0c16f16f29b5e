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
 * Marks that were seen, in open addressing: ten million take a few hundred megabytes less than a `Set`
 * of numbers would.
 */
class Marks {
  readonly #slots: Float64Array;
  readonly #mask: number;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 1.5 + 2));
    this.#slots = new Float64Array(size).fill(-1);
    this.#mask = size - 1;
  }

  /** Adds a mark; false where it was there. */
  add(low: number, high: number): boolean {
    const mark = (low >>> 0) * 2 ** 21 + ((high >>> 0) % 2 ** 21);
    let at = (low ^ high) & this.#mask;
    for (let found = this.#slots[at]; found !== -1; found = this.#slots[at]) {
      if (found === mark) return false;
      at = (at + 1) & this.#mask;
    }
    this.#slots[at] = mark;
    return true;
  }
}

/** How each state was reached: numbers in the order of discovery, so that a layer is a range of them. */
class Ways<S> {
  readonly #world: World<S>;
  readonly #parents: Int32Array;
  readonly #causes: Int16Array;
  #path: readonly number[] = [];
  #states: S[];
  count = 0;

  constructor(world: World<S>, most: number) {
    this.#world = world;
    this.#parents = new Int32Array(most + 1);
    this.#causes = new Int16Array(most + 1);
    this.#states = [world.start()];
  }

  add(parent: number, cause: number): void {
    this.#parents[this.count] = parent;
    this.#causes[this.count] = cause;
    this.count += 1;
  }

  pathTo(number: number): readonly number[] {
    const path: number[] = [];
    for (let at = number; at > 0; at = this.#parents[at] ?? 0) path.unshift(this.#causes[at] ?? 0);
    return path;
  }

  /**
   * The state of a number, walked again from the last one where their ways part: neighbours have most
   * of their way in common, and no layer needs to be kept in memory.
   */
  stateOf(number: number): S {
    const path = this.pathTo(number);
    let same = 0;
    while (same < path.length && path[same] === this.#path[same]) same += 1;
    this.#states.length = same + 1;
    for (const cause of path.slice(same)) {
      const after = this.#world.moves[cause]?.run(this.#states.at(-1) as S);
      if (after === undefined || after === 'refused')
        throw new Error('a way cannot be walked again');
      this.#states.push(after);
    }
    this.#path = path;
    return this.#states.at(-1) as S;
  }
}

/**
 * Breadth first over all moves from the start, each distinct state once, until none is left or `most`
 * were seen. Throws with the shortest path to the first state in which something is false.
 */
export function explore<S>(world: World<S>, most: number): Explored {
  const seen = new Marks(most);
  const ways = new Ways(world, most);
  const accepted = new Map<string, number>();
  const refused = new Map<string, number>();
  let edges = 0;
  let depth = 0;
  const visit = (state: S, parent: number, cause: number): void => {
    const [low, high] = world.mark(state);
    if (!seen.add(low, high)) return;
    ways.add(parent, cause);
    const wrong = world.wrong(state);
    if (wrong.length > 0) fail(world, wrong, ways.pathTo(ways.count - 1));
  };
  const expand = (number: number): void => {
    const state = ways.stateOf(number);
    for (const [cause, move] of world.moves.entries()) {
      if (ways.count >= most) return;
      const after = move.run(state);
      if (after === undefined) continue;
      edges += 1;
      const tally = after === 'refused' ? refused : accepted;
      tally.set(move.name, (tally.get(move.name) ?? 0) + 1);
      if (after === 'refused') continue;
      const lost = world.lost?.(state, after, move) ?? [];
      if (lost.length > 0) fail(world, lost, [...ways.pathTo(number), cause]);
      visit(after, number, cause);
    }
  };
  visit(ways.stateOf(0), 0, 0);
  let next = 0;
  while (next < ways.count && ways.count < most) {
    depth += 1;
    for (const end = ways.count; next < end && ways.count < most; next += 1) expand(next);
  }
  const states = ways.count;
  const every = Math.max(1, Math.floor(states / SAMPLES));
  const paths = Array.from({ length: Math.floor(states / every) }, (_, at) =>
    ways.pathTo(states - 1 - at * every),
  );
  const closed = states < most;
  return { world: world.name, states, edges, depth, closed, accepted, refused, paths };
}

function fail<S>(world: World<S>, wrong: readonly string[], path: readonly number[]): never {
  const labels = path.map((at) => world.moves[at]?.label ?? '');
  throw new Falsity(world.name, wrong, labels);
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

/** One plausible wrong version of a rule, and the tests that must notice it. */
export interface Mutant {
  /** `<invariant>.<letter>` for the named ones, `<file>:<line>…` for made ones. */
  readonly id: string;
  readonly what: string;
  readonly file: string;
  /** Exact text, once in the file. */
  readonly from: string;
  readonly to: string;
  /** Test files in the order in which they are asked. */
  readonly tests: readonly string[];
}

/** A line, what a turn makes of it, and why nothing can tell the two apart. */
export type Same = readonly [from: string, to: string, why: string];

/** Shorthand of where tests stand. */
export const T = {
  gates: 'tests/properties/gates.test.ts',
  people: 'tests/properties/gates-people.test.ts',
  figures: 'tests/properties/gates-figures.test.ts',
  readings: 'tests/properties/gates-readings.test.ts',
  needle: 'tests/properties/needle.test.ts',
  eligible: 'tests/properties/eligibility.test.ts',
  start: 'tests/properties/start.test.ts',
  startDonor: 'tests/properties/start-donor.test.ts',
  holds: 'tests/properties/holds.test.ts',
  standing: 'tests/properties/standing.test.ts',
  release: 'tests/properties/gates-release.test.ts',
  chairFacts: 'tests/properties/chair-facts.test.ts',
  ending: 'tests/properties/ending.test.ts',
  supplies: 'tests/properties/start-supplies.test.ts',
  group: 'tests/properties/groups.test.ts',
  bench: 'tests/properties/worlds-bench.test.ts',
  desk: 'tests/properties/worlds-desk.test.ts',
  feature: (path: string) => `tests/features/${path}.test.ts`,
} as const;

type Row = readonly [id: string, what: string, from: string, to: string, ...tests: string[]];

/** Mutants of one file. */
export const inFile = (file: string, rows: readonly Row[]): readonly Mutant[] =>
  rows.map(([id, what, from, to, ...tests]) => ({ id, what, file, from, to, tests }));

/** How many distinct states of each world every run of the tests looks at. */
export const STATES = {
  persons: 440_000,
  numbers: 130_000,
  people: 110_000,
  marker: 150_000,
  /** Of each of its three beginnings. */
  groups: 36_000,
  shelf: 120_000,
} as const;

/** All of them together. */
export const ALL_STATES = Object.values(STATES).reduce(
  (sum, each) => sum + each,
  2 * STATES.groups,
);

import type { RulePack } from './model.ts';
import { ruleParam } from './params.ts';

/** What is measured on a donor, by the name under which rule SITE-POSSIBLE bounds it. */
export const FIGURES = [
  'systolic',
  'diastolic',
  'pulse',
  'weightGrams',
  'temperatureTenthsC',
  'haemoglobinGramsPerLitre',
] as const;

export type Figure = (typeof FIGURES)[number];

/** Least and most that a living person shows, both included. */
export type Bounds = readonly [least: number, most: number];

/** mmHg, beats per minute, grams, tenths of °C, g/L; a figure that no pack bounds is left out. */
export type Possible = Readonly<Partial<Record<Figure, Bounds>>>;

/** The bounds of rule SITE-POSSIBLE, each from the first of the packs that names it. */
export function possibleFigures(packs: readonly RulePack[]): Possible {
  return Object.fromEntries(
    FIGURES.flatMap((figure) => {
      const bounds = packs.map((pack) => boundsOf(pack, figure)).find((each) => each);
      return bounds === undefined ? [] : [[figure, bounds]];
    }),
  );
}

function boundsOf(pack: RulePack, figure: Figure): Bounds | undefined {
  const value = ruleParam(pack, 'SITE-POSSIBLE', figure);
  if (!Array.isArray(value)) return undefined;
  const [least, most] = value;
  return typeof least === 'number' && typeof most === 'number' ? [least, most] : undefined;
}

/** Whether a figure can be one at all. False without bounds: a gate is then not satisfied (INV-07). */
export function isPossible(possible: Possible, figure: Figure, value: number): boolean {
  return (
    Number.isInteger(value) &&
    possible[figure] !== undefined &&
    boundsBroken(possible, figure, value) === undefined
  );
}

/**
 * The bounds that a figure breaks: a slip of the keys to be refused at entry. Undefined without
 * bounds, so that a pack without the rule never keeps anybody from recording what they measured.
 */
export function boundsBroken(
  possible: Possible,
  figure: Figure,
  value: number,
): Bounds | undefined {
  const bounds = possible[figure];
  return bounds && (value < bounds[0] || value > bounds[1]) ? bounds : undefined;
}

import { EQUIVALENT_DONOR } from './equivalent-donor.ts';
import { EQUIVALENT_DRAW } from './equivalent-draw.ts';
import { EQUIVALENT_PLASMA } from './equivalent-plasma.ts';
import type { Same } from './mutant.ts';

/** Made mutants that mean the same as the line they stand for, by file. They are not made. */
export const EQUIVALENT: Readonly<Record<string, readonly Same[]>> = {
  ...EQUIVALENT_DONOR,
  ...EQUIVALENT_DRAW,
  ...EQUIVALENT_PLASMA,
};

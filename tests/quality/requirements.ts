import type { Requirement } from './requirement.ts';
import { DONOR_REQUIREMENTS } from './requirements-donor.ts';
import { PLASMA_REQUIREMENTS } from './requirements-plasma.ts';
import { RECORD_REQUIREMENTS } from './requirements-record.ts';

/** What the product must do, followed into the code. */
export const REQUIREMENTS: readonly Requirement[] = [
  ...DONOR_REQUIREMENTS,
  ...PLASMA_REQUIREMENTS,
  ...RECORD_REQUIREMENTS,
];

import { DESKS } from './desks.ts';
import { ELIGIBILITY } from './eligibility.ts';
import { GATES_SITE } from './gates-site.ts';
import { GROUPS } from './groups.ts';
import { IDENTITY } from './identity.ts';
import { ISSUE } from './issue.ts';
import { LABELS } from './labels.ts';
import type { Mutant } from './mutant.ts';
import { PEOPLE } from './people.ts';
import { RECORDS } from './records.ts';
import { RESULTS } from './results.ts';
import { SHELF } from './shelf.ts';

/**
 * The mutants that the list of safety invariants names, as patches of our rules, schema and store. Not
 * here: those of what the product does not do yet (return, pools, emergency release, leases of
 * units, export). Every fault found adds one.
 */
export const NAMED: readonly Mutant[] = [
  ...IDENTITY,
  ...ELIGIBILITY,
  ...RESULTS,
  ...GROUPS,
  ...LABELS,
  ...SHELF,
  ...ISSUE,
  ...PEOPLE,
  ...RECORDS,
  ...GATES_SITE,
  ...DESKS,
];

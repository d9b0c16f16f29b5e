import type { DecideContext } from '../../contract/context.ts';
import { packsFor } from '../rulesets/facts.ts';
import { type Possible, possibleFigures } from '../rulesets/possible.ts';
import type { VisitRow } from './model.ts';

/** What can be measured at a visit, by the packs in force today (rule SITE-POSSIBLE). */
export function possibleAt(visit: VisitRow, ctx: DecideContext): Possible {
  const packs = packsFor(ctx.read, visit.programme, ctx.today);
  return possibleFigures(packs.map((row) => row.content));
}

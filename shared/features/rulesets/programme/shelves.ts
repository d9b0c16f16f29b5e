import type { RulePack } from '../model.ts';
import { ruleParam } from '../params.ts';

/** The row that names the places of a programme's own; shelves are nobody's rule but the site's. */
export const STOCK_ROW = 'SITE-STOCK';

/** Codes of the places that a pack keeps for its programme alone; empty where its units stand anywhere. */
export function shelvesOf(pack: RulePack): readonly string[] {
  const places = ruleParam(pack, STOCK_ROW, 'places');
  return Array.isArray(places) ? places.map(String) : [];
}

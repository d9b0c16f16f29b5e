import { unitRow } from '../laboratory/unit-row.ts';
import { DIN, world } from '../laboratory/world.ts';

/** A laboratory with one unit of the donation, in a state. */
export function withUnit(state: 'released' | 'issued' | 'discarded') {
  return world().put('unit', unitRow('u', DIN, state));
}

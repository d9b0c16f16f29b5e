import type { StateReader } from '../../contract/rows.ts';
import { packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';

/** The bag's weight at the chair and how far the weight at intake may lie from it, in grams. */
export interface IntakeWeight {
  readonly chairGrams: number;
  readonly maxDiffGrams: number;
}

/** The weights to compare, by the pack at collection (SITE-INTAKE); undefined where either is unknown. */
export function intakeWeight(read: StateReader, din: string): IntakeWeight | undefined {
  const donation = read.get('donation', din);
  if (!donation || donation.netGrams === null) return undefined;
  const pack = packFor(read, donation.programme, donation.localDate)?.content;
  const percent = numberParam(pack, 'SITE-INTAKE', 'percent');
  if (percent === undefined) return undefined;
  const chairGrams = donation.netGrams;
  return { chairGrams, maxDiffGrams: Math.floor((chairGrams * percent) / 100) };
}

/** True where intake's weight is beyond the limit, or where there is nothing to compare it with. */
export function variesAtIntake(read: StateReader, din: string, netGrams: number): boolean {
  const known = intakeWeight(read, din);
  return known === undefined || Math.abs(netGrams - known.chairGrams) > known.maxDiffGrams;
}

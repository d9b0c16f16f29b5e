import { num } from './criteria/judged.ts';
import type { RuleRow } from './model.ts';

/** VOL-1: one of the volumes of whole blood that a row lists, mL; samples and anticoagulant not counted. */
export function wholeBloodAllowed(row: RuleRow, volumeMl: number): boolean {
  const volumes = row.params['volumesMl'];
  return Array.isArray(volumes) && volumes.includes(volumeMl);
}

/**
 * VOL-2: one or two therapeutic units of platelets; plasma only beside a single unit and up to the
 * limit, mL.
 */
export function plateletsAllowed(row: RuleRow, units: number, plasmaMl: number): boolean {
  const maxUnits = num(row, 'maxUnits');
  const beside = num(row, 'plasmaWithOneUnitMl');
  if (maxUnits === undefined || beside === undefined) return false;
  if (!Number.isInteger(units) || units < 1 || units > maxUnits) return false;
  return Number.isInteger(plasmaMl) && plasmaMl >= 0 && plasmaMl <= (units === 1 ? beside : 0);
}

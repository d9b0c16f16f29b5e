import { classify } from '../../codes/classify.ts';
import type { Token } from '../../codes/tokens.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { UnitRow } from '../components/model.ts';

/**
 * Units that a scan or a typed number may mean: a final label's square code or serial, an in-process
 * label, or a donation number, which names every unit of the donation. Empty for anything else.
 */
export function unitsOfScan(read: StateReader, text: string): readonly UnitRow[] {
  const { tokens, problem } = classify(text);
  if (problem !== null) return [];
  const parts = tokens.flatMap((token): readonly Token[] =>
    token.kind === 'compound' ? token.parts : [token],
  );
  const serial = parts.find((token) => token.kind === 'labelSerial');
  if (serial?.kind === 'labelSerial') return ofSerial(read, serial.serial);
  const number = parts.find((token) => token.kind === 'din');
  if (number?.kind !== 'din') return [];
  const division = divisionOf(parts);
  const units = read.by('unit', 'din', number.din);
  return division === undefined ? units : units.filter((unit) => unit.division === division);
}

function ofSerial(read: StateReader, serial: string): readonly UnitRow[] {
  const label = read.get('label', serial);
  const unit = label && read.get('unit', label.unitId);
  return unit ? [unit] : read.by('unit', 'inProcessSerial', serial);
}

function divisionOf(parts: readonly Token[]): string | undefined {
  for (const part of parts) {
    if (part.kind === 'product') return part.division;
    if (part.kind === 'structure' && part.structure === '032') return part.content.slice(-2);
  }
  return undefined;
}

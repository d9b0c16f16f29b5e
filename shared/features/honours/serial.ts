import { parseStationCode } from '../../codes/station-codes.ts';

const PRINTED = /^[0-9]{7}$/;

/**
 * Serial of a numbered sheet from a scan or as typed: the seven digits printed on it, or a `DS-` code
 * stuck to it. Undefined for everything else, so that no other code of the room is taken for one.
 */
export function readSheetSerial(text: string): string | undefined {
  const trimmed = text.trim();
  if (PRINTED.test(trimmed)) return trimmed;
  const code = parseStationCode(trimmed);
  if (!code.ok || code.value.kind !== 'document') return undefined;
  return PRINTED.test(code.value.id) ? code.value.id : undefined;
}

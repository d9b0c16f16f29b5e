import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProblemCode } from './problems.ts';
import { parseResidentId } from './resident-id.ts';

/**
 * Identity documents other than the resident identity number. But for the newer card of foreigners,
 * whose eighteen characters are a number after GB 11643, there is no public check digit that a typed
 * number could be held against: the shape is checked and the number is typed twice. Shapes are the project's own reading of issued documents; confirm with the site before first use.
 */
const SHAPES = {
  passport: /^[A-Z0-9]{5,15}$/,
  hongKongMacaoPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^(\d{8}|\d{10}[A-Z0-9]?)$/,
  foreignPermanentResident: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  military: /^[\u4e00-\u9fa5]{0,8}\d{6,10}号?$/u,
  other: /^[\p{L}\d]([\p{L}\d-]{2,28})[\p{L}\d]$/u,
} as const;

export type DocumentType = keyof typeof SHAPES;
export const DOCUMENT_TYPES = Object.keys(SHAPES) as readonly DocumentType[];

/**
 * Checks the shape of a typed document number; letters are upper-cased, nothing else is changed.
 * Gives the number as it is stored, or the refusal.
 */
export function parseDocumentNumber(
  type: DocumentType,
  typed: string,
): Result<string, ProblemCode> {
  if (typed === '') return err('codes.empty');
  const number = typed.toUpperCase();
  if (!SHAPES[type].test(number) || !/\d/.test(number)) return err('codes.documentShape');
  if (type !== 'foreignPermanentResident' || number.length !== 18) return ok(number);
  const read = parseResidentId(number);
  return read.ok ? ok(number) : err(read.error.problem);
}

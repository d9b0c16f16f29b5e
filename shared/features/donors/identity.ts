import { type DocumentType, parseDocumentNumber } from '#shared/codes/documents.ts';
import { parseResidentId } from '#shared/codes/resident-id.ts';
import { ageOn, type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { DocumentKind, Sex } from './model.ts';
import { nameProblem, normaliseName } from './names.ts';

/** A document as typed at the desk. */
export type TypedDocument =
  | { readonly kind: 'residentId'; readonly number: string }
  | {
      readonly kind: Exclude<DocumentKind, 'residentId'>;
      readonly number: string;
      readonly numberAgain: string;
      readonly sex: Sex;
      readonly birthDate: string;
    };

export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly sex: Sex;
  readonly birthDate: CivilDate;
}

const SHAPE: Readonly<Record<Exclude<DocumentKind, 'residentId'>, DocumentType>> = {
  passport: 'passport',
  hkMacaoPermit: 'hongKongMacaoPermit',
  taiwanPermit: 'taiwanPermit',
  foreignResidentCard: 'foreignPermanentResident',
  military: 'military',
};

/** Which of the separate answers about a resident id failed, as a reason of this slice. */
const RESIDENT_ID_PROBLEMS: Readonly<Record<string, string>> = {
  'codes.residentIdCharacters': 'donors.residentIdCharacters',
  'codes.residentIdCheck': 'donors.residentIdCheck',
  'codes.residentIdDate': 'donors.residentIdDate',
  'codes.residentIdArea': 'donors.residentIdArea',
};

/** Oldest age that a living person can have: an earlier birth date is a typing error. */
const IMPOSSIBLE_YEARS = 120;

/**
 * Identity as it is kept, from what was typed or read. Resident id: check digit, birth date and sex
 * from the number (GB 11643). Other documents: typed twice alike, birth date and sex typed.
 */
export function readIdentity(
  input: { readonly document: TypedDocument; readonly name: string; readonly phone: string },
  today: CivilDate,
): Result<Identity, readonly Reason[]> {
  const name = normaliseName(input.name);
  const document = readDocument(input.document, today);
  const phone = normalisePhone(input.phone);
  const problem = nameProblem(name);
  const reasons = [
    ...(problem === undefined ? [] : [reason(problem)]),
    ...(document.ok ? [] : [document.error]),
    ...(phone === undefined ? [reason('donors.phone')] : []),
  ];
  if (!document.ok || phone === undefined || reasons.length > 0) return err(reasons);
  return ok({ name, phone, ...document.value });
}

type Document = Pick<Identity, 'documentKind' | 'documentNumber' | 'sex' | 'birthDate'>;

function readDocument(document: TypedDocument, today: CivilDate): Result<Document, Reason> {
  if (document.kind === 'residentId') {
    const read = parseResidentId(document.number.trim(), today);
    if (!read.ok)
      return err(reason(RESIDENT_ID_PROBLEMS[read.error.problem] ?? 'donors.residentIdLength'));
    const { number, birthDate, sex } = read.value;
    if (ageOn(birthDate, today) > IMPOSSIBLE_YEARS) return err(reason('donors.birthDate'));
    return ok({ documentKind: 'residentId', documentNumber: number, sex, birthDate });
  }
  const number = parseDocumentNumber(SHAPE[document.kind], document.number.trim());
  const again = parseDocumentNumber(SHAPE[document.kind], document.numberAgain.trim());
  if (!number.ok) return err(reason('donors.documentShape'));
  if (!again.ok || number.value !== again.value) return err(reason('donors.documentTwice'));
  const birthDate = parseCivilDate(document.birthDate);
  if (!birthDate || birthDate > today || ageOn(birthDate, today) > IMPOSSIBLE_YEARS)
    return err(reason('donors.birthDate'));
  return ok({
    documentKind: document.kind,
    documentNumber: number.value,
    sex: document.sex,
    birthDate,
  });
}

/** Digits with an optional leading +; spaces and hyphens are dropped. Empty stays empty. */
export function normalisePhone(typed: string): string | undefined {
  const text = typed.replace(/[\s()-]/gu, '');
  if (text === '') return '';
  return /^\+?\d{5,15}$/.test(text) ? text : undefined;
}

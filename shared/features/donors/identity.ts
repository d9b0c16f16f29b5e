import { type DocumentType, parseDocumentNumber } from '#shared/codes/documents.ts';
import { parseResidentId } from '#shared/codes/resident-id.ts';
import { ageOn, type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { DocumentKind, Sex } from './model.ts';
import { nameProblem, normaliseName } from './names.ts';

/** A document as typed at the desk. */
export type TypedDocument =
  | { readonly kind: 'residentId'; readonly number: string; readonly until?: string | null }
  | {
      readonly kind: Exclude<DocumentKind, 'residentId'>;
      readonly number: string;
      readonly numberAgain: string;
      readonly sex: Sex;
      readonly birthDate: string;
      readonly until?: string | null;
    };

export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  /** Inclusive last day; null for 长期 and where nobody noted it. */
  readonly documentUntil: CivilDate | null;
  readonly sex: Sex;
  readonly birthDate: CivilDate;
}

const SHAPE: Readonly<Record<Exclude<DocumentKind, 'residentId'>, DocumentType>> = {
  passport: 'passport',
  hkMacaoPermit: 'hongKongMacaoPermit',
  taiwanPermit: 'taiwanPermit',
  foreignResidentCard: 'foreignPermanentResident',
  military: 'military',
  other: 'other',
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
 * from the number (GB 11643). Other documents: typed twice alike, birth date and sex typed; they must
 * agree with a number that carries them. A document past its last day identifies nobody.
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

type Document = Omit<Identity, 'name' | 'phone'>;

function readDocument(document: TypedDocument, today: CivilDate): Result<Document, Reason> {
  const read = readNumber(document, today);
  if (!read.ok) return read;
  if (document.until === undefined || document.until === null)
    return ok({ ...read.value, documentUntil: null });
  const documentUntil = parseCivilDate(document.until);
  if (!documentUntil) return err(reason('donors.documentUntil'));
  if (documentUntil < today) return err(reason('donors.documentExpired', { until: documentUntil }));
  return ok({ ...read.value, documentUntil });
}

function readNumber(
  document: TypedDocument,
  today: CivilDate,
): Result<Omit<Document, 'documentUntil'>, Reason> {
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
  // The newer card of foreigners is numbered after GB 11643: its number says both.
  const said = number.value.length === 18 ? parseResidentId(number.value) : undefined;
  if (said?.ok && (said.value.birthDate !== birthDate || said.value.sex !== document.sex))
    return err(reason('donors.documentDiffers'));
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

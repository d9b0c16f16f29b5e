import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { DeferralRow, DonorRow, DuplicatePairRow, RegisterQueryRow } from './model.ts';

/** Every record of the human behind a donor record, in order of id (INV-05). */
export function personRecords(read: StateReader, donorId: string): readonly DonorRow[] {
  const donor = read.get('donor', donorId);
  return donor ? read.by('donor', 'personKey', donor.personKey) : [];
}

/**
 * Deferrals in force for the whole person on a day: not reinstated, and permanent, open-ended or up to
 * and including their last day (INV-06). `programme` null deferrals hold for every programme.
 */
export function activeDeferrals(
  read: StateReader,
  donorId: string,
  on: string,
  programme?: string,
): readonly DeferralRow[] {
  return personRecords(read, donorId)
    .flatMap((record) => read.by('deferral', 'donorId', record.id))
    .filter((row) => row.reinstatedAt === null)
    .filter((row) => row.kind === 'permanent' || row.until === null || on <= row.until)
    .filter(
      (row) => row.programme === null || programme === undefined || row.programme === programme,
    );
}

/** Undecided look-alikes of any record of the person. */
export function undecidedPairs(read: StateReader, donorId: string): readonly DuplicatePairRow[] {
  const found = new Map<string, DuplicatePairRow>();
  for (const { id } of personRecords(read, donorId)) {
    for (const pair of [...read.by('duplicatePair', 'a', id), ...read.by('duplicatePair', 'b', id)])
      if (pair.verdict === 'undecided' && !samePerson(read, pair)) found.set(pair.id, pair);
  }
  return [...found.values()];
}

function samePerson(read: StateReader, pair: DuplicatePairRow): boolean {
  const [a, b] = [read.get('donor', pair.a), read.get('donor', pair.b)];
  return a !== undefined && a.personKey === b?.personKey;
}

/** No donation number before someone decided every look-alike (INV-05). */
export function donorMayTakeNumber(read: StateReader, donorId: string): boolean {
  return read.get('donor', donorId) !== undefined && undecidedPairs(read, donorId).length === 0;
}

/** Confirmed groups of the person as `A positive`, distinct and sorted; more than one is a discrepancy. */
export function confirmedGroups(read: StateReader, donorId: string): readonly string[] {
  const groups = personRecords(read, donorId)
    .flatMap((record) => read.by('donorGroup', 'donorId', record.id))
    .map((row) => `${row.abo} ${row.rhd}`);
  return [...new Set(groups)].sort();
}

/** The register's answer for a visit: listed outweighs clear, clear outweighs unanswered. */
export function registerAnswer(
  read: StateReader,
  visitId: string,
): RegisterQueryRow['answer'] | undefined {
  const answers = read.by('registerQuery', 'visitId', visitId).map((row) => row.answer);
  return (['listed', 'clear', 'unanswered'] as const).find((answer) => answers.includes(answer));
}

/** Who may know that a donor asked not to use her plasma (保密性弃血): two named roles. */
export const CONFIDENTIAL_ROLES: readonly Role[] = ['physician', 'qualityRelease'];

/** Whether somebody with these roles may know of a deferral at all; its reason is another question. */
export function mayKnowOf(deferral: { readonly code: string }, roles: readonly Role[]): boolean {
  return deferral.code !== 'selfExclusion' || seesConfidential(roles);
}

/** Whether these roles may know of a donor's confidential wish. */
export function seesConfidential(roles: readonly Role[]): boolean {
  return roles.some((role) => CONFIDENTIAL_ROLES.includes(role));
}

/** Who hears a donor's answers: those who interview and judge her. Everybody else works without them. */
const INTERVIEW_ROLES: readonly Role[] = ['nurse', 'physician', 'supervisor'];

/** Whether these roles may read what a donor said and what was measured on her. */
export function hearsAnswers(roles: readonly Role[]): boolean {
  return roles.some((role) => INTERVIEW_ROLES.includes(role));
}

const READS_GROUNDS: readonly Role[] = ['physician', 'labTech', 'qualityRelease'];

/**
 * Whether these roles read on what grounds somebody was deferred. A hidden deferral (infection,
 * a confidential wish) reads 请转医生 for every role: its grounds are seen with the results, whose
 * opening is journaled.
 */
export function readsGrounds(roles: readonly Role[]): boolean {
  return roles.some((role) => READS_GROUNDS.includes(role));
}

/** Everything that later slices ask about a donor, over the whole person. */
export interface DonorFacts {
  readonly donor: DonorRow;
  readonly records: readonly DonorRow[];
  readonly deferrals: readonly DeferralRow[];
  readonly undecided: readonly DuplicatePairRow[];
  readonly groups: readonly string[];
}

/** The facts of a donor on a day, or undefined for an unknown donor. */
export function donorFacts(
  read: StateReader,
  donorId: string,
  on: string,
  programme?: string,
): DonorFacts | undefined {
  const donor = read.get('donor', donorId);
  if (!donor) return undefined;
  return {
    donor,
    records: personRecords(read, donorId),
    deferrals: activeDeferrals(read, donorId, on, programme),
    undecided: undecidedPairs(read, donorId),
    groups: confirmedGroups(read, donorId),
  };
}

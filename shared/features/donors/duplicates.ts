import { residentIdCheck } from '#shared/codes/resident-id.ts';
import type { StateReader } from '../../contract/rows.ts';
import { alikeTo } from './alike.ts';
import type { DonorRow } from './model.ts';

/** What a new or amended record is compared by. */
export type Likeness = Pick<
  DonorRow,
  'name' | 'birthDate' | 'documentNumber' | 'phone' | 'personKey'
> & { readonly id: string };

export interface NearDuplicate {
  readonly donor: DonorRow;
  readonly grounds: readonly string[];
}

/** Pair id of two records, the same whichever was first. */
export function pairIdOf(a: string, b: string): string {
  return a < b ? `${a}:${b}` : `${b}:${a}`;
}

/**
 * Records that may be the same human (INV-05): same or transposed document number, same or transposed
 * phone, or the same birth date with a name that sounds or looks alike. Records already known to be one
 * are left out.
 */
export function nearDuplicates(read: StateReader, of: Likeness): readonly NearDuplicate[] {
  const grounds = new Map<string, { donor: DonorRow; grounds: Set<string> }>();
  const note = (donor: DonorRow, ground: string) => {
    if (donor.id === of.id || donor.personKey === of.personKey) return;
    const seen = grounds.get(donor.id) ?? { donor, grounds: new Set<string>() };
    seen.grounds.add(ground);
    grounds.set(donor.id, seen);
  };
  for (const donor of read.by('donor', 'documentNumber', of.documentNumber))
    note(donor, 'sameDocument');
  for (const number of transposedDocuments(of.documentNumber))
    for (const donor of read.by('donor', 'documentNumber', number))
      note(donor, 'transposedDocument');
  if (of.phone !== '')
    for (const donor of read.by('donor', 'phone', of.phone)) note(donor, 'samePhone');
  for (const phone of transpositions(of.phone))
    for (const donor of read.by('donor', 'phone', phone)) note(donor, 'transposedPhone');
  const alike = alikeTo(of.name);
  for (const donor of read.by('donor', 'birthDate', of.birthDate))
    if (alike(donor.name)) note(donor, 'birthDateAndName');
  return [...grounds.values()]
    .map((each) => ({ donor: each.donor, grounds: [...each.grounds].sort() }))
    .sort((a, b) => (a.donor.id < b.donor.id ? -1 : 1));
}

/**
 * Numbers with two neighbours swapped. A swap in a resident number changes its check character, which a
 * number of fifteen digits did not have: the swapped body gets the check that it would have.
 */
function transposedDocuments(number: string): readonly string[] {
  const body = number.slice(0, 17);
  if (residentIdCheck(body) !== number.slice(17)) return transpositions(number);
  return transpositions(body).map((swapped) => `${swapped}${residentIdCheck(swapped) ?? ''}`);
}

/** The text with each pair of neighbours swapped once. */
function transpositions(text: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (text[at] === text[at + 1]) continue;
    found.add(`${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`);
  }
  return [...found];
}

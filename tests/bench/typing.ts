import type { DonorRow } from '#shared/features/donors/model.ts';
import { syllablesOf } from '#shared/features/donors/reading.ts';

/** What somebody types into the search field to find a donor, letter by letter. */
export function keystrokesFor(donor: DonorRow, way: number): readonly string[] {
  const words = wordsFor(donor);
  const letters = [...(words[way % words.length] ?? '')];
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}

/** By sound, by initials, as written; the given name likewise; by number, by the ends of document and phone. */
function wordsFor(donor: DonorRow): readonly string[] {
  const syllables = syllablesOf(donor.name);
  const given = syllables.slice(1);
  return [
    syllables.join('').slice(0, 12),
    syllables.map((each) => each.charAt(0)).join(''),
    donor.name,
    given.join('').slice(0, 12),
    given.map((each) => each.charAt(0)).join(''),
    [...donor.name].slice(1).join(''),
    donor.number.replace(/\D/g, ''),
    donor.documentNumber.slice(-4),
    donor.phone.slice(-5),
  ];
}

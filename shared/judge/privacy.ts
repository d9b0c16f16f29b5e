import { type Examination, type History, violation } from './history.ts';

/** A short word in plain letters may stand in any code by chance: then only the whole text names her. */
const CHANCE = /^[ -~]{0,3}$/;

/**
 * INV-40: refusals, device tests and sign-ins carry codes and ids, never a donor's name, document or
 * telephone number: they go where the donor's file does not (log lines, support bundles, incidents).
 */
export const privateDataStaysIn: Examination = (history) => {
  const words = privateWords(history);
  const longest = [...words].reduce((most, word) => Math.max(most, word.length), 0);
  const open = [
    ...history.of('attempt.refused'),
    ...history.of('equipment.deviceTested'),
    ...history.of('operators.signedIn'),
    ...history.of('laboratory.messageUnmatched'),
  ];
  return open
    .filter(({ body }) => textsOf(body).some((text) => names(text, words, longest)))
    .map((entry) => violation('INV-40', entry.type, entry, 'names a donor outside her file'));
};

function privateWords(history: History): ReadonlySet<string> {
  const words = new Set<string>();
  for (const type of ['donors.registered', 'donors.amended'] as const)
    for (const { body } of history.of(type))
      for (const word of [body.name, body.documentNumber, body.phone]) words.add(word);
  words.delete('');
  return words;
}

/** Whether a text is one of the words or holds one; there may be millions of words, so the text is cut up. */
function names(text: string, words: ReadonlySet<string>, longest: number): boolean {
  if (words.has(text)) return true;
  for (let start = 0; start < text.length; start += 1) {
    const end = Math.min(text.length, start + longest);
    for (let stop = start + 1; stop <= end; stop += 1) {
      const part = text.slice(start, stop);
      if (words.has(part) && !CHANCE.test(part)) return true;
    }
  }
  return false;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

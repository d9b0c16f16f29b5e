import { type Examination, type History, violation } from './history.ts';

/** A short word in plain letters may stand in any code by chance: then only the whole text names her. */
const CHANCE = /^[ -~]{0,3}$/;

/**
 * INV-40: refusals, device tests and sign-ins carry codes and ids, never a donor's name, document or
 * telephone number: they go where the donor's file does not (log lines, support bundles, incidents).
 */
export const privateDataStaysIn: Examination = (history) => {
  const words = privateWords(history);
  const open = [
    ...history.of('attempt.refused'),
    ...history.of('equipment.deviceTested'),
    ...history.of('operators.signedIn'),
    ...history.of('laboratory.messageUnmatched'),
  ];
  return open
    .filter(({ body }) => textsOf(body).some((text) => words.some((word) => names(text, word))))
    .map((entry) => violation('INV-40', entry.type, entry, 'names a donor outside her file'));
};

function privateWords(history: History): readonly string[] {
  const words = new Set<string>();
  const told = [...history.of('donors.registered'), ...history.of('donors.amended')];
  for (const { body } of told) {
    for (const word of [body.name, body.documentNumber, body.phone]) {
      if (word !== '') words.add(word);
    }
  }
  return [...words];
}

function names(text: string, word: string): boolean {
  return text === word || (!CHANCE.test(word) && text.includes(word));
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

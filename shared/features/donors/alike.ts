import { everydaySyllables, soundOf, syllablesOf } from './reading.ts';

/** Whether two texts are equal or one is the other with two neighbours swapped or one character wrong, more or less. */
function oneSlip(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [x, y] = differing(a, b);
  if (Math.max(x.length, y.length) <= 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}

/** What is left of both after taking off their common beginning and end. */
function differing(a: readonly string[], b: readonly string[]) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const least = Math.min(a.length, b.length) - start;
  while (end < least && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)] as const;
}

/**
 * Names that a hurried clerk would mix up: they sound alike (surname or everyday reading, tones and
 * zh/z, ng/n apart), are the same words in another order, or differ by one slip in at least three
 * characters or, in a transliterated name, in its sound.
 */
export function alikeTo(name: string): (other: string) => boolean {
  const sounds = soundsOf(name).filter((sound) => sound !== '');
  const words = wordsOf(name);
  const isTransliterated = name.includes('·');
  const characters = [...name.toLowerCase()];
  return (other) => {
    if (other === name || wordsOf(other) === words) return true;
    if (characters.length >= 3 && oneSlip(characters, [...other.toLowerCase()])) return true;
    return soundsOf(other).some(
      (sound) =>
        sounds.includes(sound) ||
        (isTransliterated && sounds.some((own) => oneSlip([...own], [...sound]))),
    );
  };
}

const soundsOf = (name: string) =>
  [syllablesOf(name), everydaySyllables(name)].map((parts) => soundOf(parts.join('')));

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s·]+/u)
    .toSorted()
    .join(' ');

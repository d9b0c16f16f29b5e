import type { WordGroup } from '#renderer/app/code-words.ts';

/** Where the words of a fact's codes stand. */
export const FACT_WORDS: Readonly<Record<string, readonly WordGroup[]>> = {
  answer: ['visits:register'],
  code: ['donors:deferReasons', 'visits:cancel.codes', 'collection:voidCode', 'donors:file'],
  fromCard: ['donors:yesNo'],
  given: ['donors:yesNo'],
  kind: ['donors:defer', 'donors:file', 'donors:consents.kinds'],
  purpose: ['donors:access.purposes'],
  rhd: ['laboratory:values'],
  source: ['donors:photoSource'],
  stopReason: ['collection:stopReason'],
  verdict: ['donors:duplicates', 'visits:decision'],
};

/** A stored whole number as people read it, with its unit; undefined for what is no amount. */
export function amountOf(name: string, value: string): string | undefined {
  switch (name) {
    case 'temperatureTenthsC':
      return `${(Number(value) / 10).toFixed(1)} ℃`;
    case 'weightGrams':
      return `${(Number(value) / 1000).toFixed(1)} kg`;
    case 'haemoglobinGramsPerLitre':
      return `${value} g/L`;
    case 'targetMl':
    case 'plasmaMl':
      return `${value} mL`;
    default:
      return undefined;
  }
}

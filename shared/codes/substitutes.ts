import { type ClassifyOptions, classify } from './classify.ts';
import type { ProblemCode } from './problems.ts';
import type { UsableKind } from './tokens.ts';

/**
 * What a person does where a code of a kind cannot be read: type the print below it, prove herself
 * without the badge, press what the code would have pressed, or have it printed anew. A label's own
 * codes are never typed: a label that we cannot read, the hospital cannot read either.
 */
export const SUBSTITUTES = {
  din: 'typeNumber',
  residentId: 'typeNumber',
  donorCard: 'typeCode',
  donorSlip: 'typeCode',
  chair: 'typeCode',
  place: 'typeCode',
  box: 'typeCode',
  device: 'typeCode',
  document: 'typeCode',
  lotSticker: 'typeCode',
  testSample: 'typeCode',
  seal: 'typeCode',
  logger: 'typeCode',
  order: 'typeCode',
  supply: 'typeUdi',
  gtin: 'typeUdi',
  containerCatalogue: 'typeUdi',
  containerLot: 'typeUdi',
  itemCatalogue: 'typeUdi',
  itemLot: 'typeUdi',
  staffBadge: 'signIn',
  command: 'press',
  bloodGroup: 'printAnew',
  product: 'printAnew',
  expiry: 'printAnew',
  collection: 'printAnew',
  production: 'printAnew',
  labelSerial: 'printAnew',
  compound: 'printAnew',
  structure: 'printAnew',
} as const satisfies Readonly<Record<UsableKind, string>>;

export type Substitute = (typeof SUBSTITUTES)[UsableKind];

/** Kinds that people ask for by name, in the order of the work; the rest follow the same ways. */
export const ASKED_KINDS = [
  'residentId',
  'donorCard',
  'donorSlip',
  'staffBadge',
  'din',
  'chair',
  'device',
  'supply',
  'lotSticker',
  'box',
  'seal',
  'place',
  'compound',
  'document',
] as const satisfies readonly UsableKind[];

/** Whether the print of such a code may be typed in its place. */
export function mayBeTyped(kind: UsableKind): boolean {
  return SUBSTITUTES[kind].startsWith('type');
}

/**
 * What is wrong with a print that was typed in place of a code of this kind, or null. A number needs
 * its check character, as every typed number does (devices-and-labels 1.3); another kind of code is
 * not taken for the one that was asked for.
 */
export function typedProblem(
  kind: UsableKind,
  typed: string,
  options: ClassifyOptions = {},
): ProblemCode | 'codes.otherKind' | null {
  const { tokens, problem } = classify(typed, { ...options, entry: 'either' });
  if (problem !== null) return problem;
  return tokens.length === 1 && tokens[0]?.kind === kind ? null : 'codes.otherKind';
}

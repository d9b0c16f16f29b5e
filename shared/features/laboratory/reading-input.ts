import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Bilingual } from '../rulesets/model.ts';
import { plainNumber, titreOf } from './effective.ts';
import type { Requirement } from './panel.ts';

/** What a person reads off a plate, a tube or a screen; the shape follows the kind of test. */
export const readingInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('qualitative'),
    value: z.enum(['nonreactive', 'reactive', 'indeterminate', 'invalid']),
    figure: z.string().max(40).default(''),
  }),
  z.strictObject({ kind: z.literal('figure'), figure: z.string().max(20) }),
  z.strictObject({
    kind: z.literal('abo'),
    forward: z.enum(['A', 'B', 'O', 'AB', 'unclear']),
    reverse: z.enum(['A', 'B', 'O', 'AB', 'unclear']),
  }),
  z.strictObject({
    kind: z.literal('rhd'),
    value: z.enum(['positive', 'negative', 'weak', 'unclear']),
  }),
  z.strictObject({
    kind: z.literal('antibody'),
    assay: z.enum(['IgG', 'total']),
    dilution: z.int().min(1).max(100_000),
    value: z.enum(['nonreactive', 'reactive', 'indeterminate']),
  }),
]);

export type ReadingInput = z.infer<typeof readingInput>;

/** A reading in the words of the record. */
export interface ReadValue {
  readonly value: string;
  readonly figure: string;
  readonly unit: string;
}

/** What a test is, as far as entering it goes; weak D confirms RhD and is no panel test of its own. */
export interface TestShape {
  readonly test: string;
  readonly kind: Requirement['required']['kind'] | 'weakD';
  readonly name: Bilingual | undefined;
}

/**
 * Puts a person's reading into the words of the record: ABO counts only where forward and reverse
 * agree, ALT is judged by its figure (LAB-3). Another shape than the test's is refused.
 */
export function readAs(
  shape: TestShape,
  input: ReadingInput,
  enzymeMax: number | undefined,
): Result<ReadValue, 'laboratory.readingShape' | 'laboratory.figureUnreadable'> {
  const wrong = err('laboratory.readingShape' as const);
  switch (shape.kind) {
    case 'marker':
    case 'nat':
      if (input.kind !== 'qualitative') return wrong;
      return ok({ value: input.value, figure: input.figure, unit: '' });
    case 'enzyme': {
      if (input.kind !== 'figure') return wrong;
      return enzymeValue(input.figure, enzymeMax);
    }
    case 'abo': {
      if (input.kind !== 'abo') return wrong;
      const agree = input.forward === input.reverse && input.forward !== 'unclear';
      return ok({
        value: agree ? input.forward : 'indeterminate',
        figure: `${input.forward}/${input.reverse}`,
        unit: '',
      });
    }
    case 'rhd':
      if (input.kind !== 'rhd') return wrong;
      return ok({
        value: input.value === 'unclear' ? 'indeterminate' : input.value,
        figure: '',
        unit: '',
      });
    case 'weakD':
      if (input.kind !== 'rhd' || input.value === 'weak') return wrong;
      return ok({
        value: input.value === 'unclear' ? 'indeterminate' : input.value,
        figure: '',
        unit: '',
      });
    case 'antibody': {
      if (input.kind !== 'antibody') return wrong;
      const figure = `${input.assay} 1:${input.dilution}`;
      return ok({ value: input.value, figure, unit: '' });
    }
  }
}

/** ALT: the figure decides; without a limit in force the reading is kept as not known. */
function enzymeValue(
  figure: string,
  max: number | undefined,
): Result<ReadValue, 'laboratory.figureUnreadable'> {
  const number = plainNumber(figure);
  if (number === undefined) return err('laboratory.figureUnreadable');
  const value = max === undefined ? 'unknown' : number <= max ? 'nonreactive' : 'elevated';
  return ok({ value, figure, unit: 'U/L' });
}

const WORDS: Readonly<Record<string, string>> = {
  NR: 'nonreactive',
  NEG: 'nonreactive',
  NEGATIVE: 'nonreactive',
  NONREACTIVE: 'nonreactive',
  'NON-REACTIVE': 'nonreactive',
  阴性: 'nonreactive',
  无反应: 'nonreactive',
  R: 'reactive',
  POS: 'reactive',
  POSITIVE: 'reactive',
  REACTIVE: 'reactive',
  阳性: 'reactive',
  有反应: 'reactive',
  IND: 'indeterminate',
  GRAY: 'indeterminate',
  INDETERMINATE: 'indeterminate',
  INVALID: 'invalid',
};

const GROUPS: Readonly<Record<string, string>> = {
  A: 'A',
  B: 'B',
  O: 'O',
  AB: 'AB',
};

const RHD: Readonly<Record<string, string>> = {
  nonreactive: 'negative',
  reactive: 'positive',
  '+': 'positive',
  '-': 'negative',
  D_POS: 'positive',
  D_NEG: 'negative',
  WEAK: 'weak',
};

/** The limit of LAB-3 is in U/L; a figure in another unit says nothing by it. */
const ENZYME_UNITS = ['', 'U/L', 'IU/L'];

/**
 * Puts an instrument's text into the words of the record. A word outside the table stays `unknown`
 * with its text as figure; only a final or corrected result (status F, C) can be good (INV-10).
 */
export function readDeviceValue(
  shape: TestShape,
  told: { readonly value: string; readonly unit: string; readonly status: string },
  enzymeMax: number | undefined,
): ReadValue {
  const figure = told.value.slice(0, 40);
  const unit = told.unit.slice(0, 20);
  if (told.status === 'X') return { value: 'invalid', figure, unit };
  if (told.status !== 'F' && told.status !== 'C') return { value: 'pending', figure, unit };
  const word = WORDS[told.value.toUpperCase()];
  switch (shape.kind) {
    case 'marker':
    case 'nat':
      return { value: word ?? 'unknown', figure, unit };
    case 'enzyme': {
      const read = enzymeValue(told.value, enzymeMax);
      if (!ENZYME_UNITS.includes(told.unit)) return { value: 'unknown', figure, unit };
      return read.ok ? read.value : { value: 'unknown', figure, unit };
    }
    case 'abo':
      return { value: deviceGroup(told.value), figure, unit };
    case 'rhd':
    case 'weakD':
      return { value: RHD[word ?? told.value.toUpperCase()] ?? 'unknown', figure, unit };
    case 'antibody':
      return deviceTitre(told.value, unit);
  }
}

/** `A` or `A/A` (forward/reverse); two halves that differ are not a group. */
function deviceGroup(text: string): string {
  const [forward, reverse, more] = text.split('/');
  if (more !== undefined) return 'unknown';
  if (reverse !== undefined && reverse !== forward)
    return GROUPS[forward ?? ''] && GROUPS[reverse] ? 'indeterminate' : 'unknown';
  return GROUPS[forward ?? ''] ?? 'unknown';
}

/** `R IgG 1:160`, `NR total 1:320`. */
function deviceTitre(text: string, unit: string): ReadValue {
  const [first = '', ...rest] = text.split(' ');
  const figure = rest.join(' ').slice(0, 40);
  const word = WORDS[first.toUpperCase()];
  if (!word || !titreOf(figure)) return { value: 'unknown', figure: text.slice(0, 40), unit };
  return { value: word, figure, unit };
}

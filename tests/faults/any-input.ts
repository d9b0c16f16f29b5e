import fc from 'fast-check';
import type { Schema } from '../loopback/from-contract.ts';

/** What stands on record, by the name of the field that would name it, and all texts together. */
export interface OnRecord {
  readonly byField: ReadonlyMap<string, readonly (string | number)[]>;
  readonly texts: readonly string[];
}

/** What people, scanners and programs send that nobody expected. */
const ODD_TEXTS = [
  '',
  ' ',
  '\t',
  '\u001b[2J',
  '😀',
  'ＡＢＣ',
  'a\u0301',
  '\u202e反',
  '\u200b',
  '\u2028',
  "'; DROP TABLE donor--",
  '^XA^FD',
  '<script>',
  'NaN',
  '-0',
  '__proto__',
  'constructor',
  '0001-01-01',
  '9999-12-31',
  '2024-02-29',
  '9999-12-31T23:59:59.999Z',
  '24:00',
  '中'.repeat(50),
];

/** Inputs that a schema allows, which name what is on record more often than not. */
export function anyInput(schema: Schema, known: OnRecord, field = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (choices) return fc.oneof(...choices.map((one) => anyInput(one, known, field)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return anyObject(schema, known);
    case 'array':
      return anyArray(schema, known, field);
    case 'string':
      return anyText(schema, known, field);
    case 'integer':
    case 'number':
      return anyFigure(schema, known, field);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom('', 0, true, null);
  }
}

function anyObject(schema: Schema, known: OnRecord): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {});
  const named = fc.record(
    Object.fromEntries(fields.map(([name, inner]) => [name, anyInput(inner, known, name)])),
    { requiredKeys: [...(schema.required ?? [])] },
  );
  const { additionalProperties: more } = schema;
  if (typeof more !== 'object') return named;
  const keys = fc.constantFrom(...known.texts, ...ODD_TEXTS);
  return fc
    .tuple(named, fc.dictionary(keys, anyInput(more, known), { maxKeys: 3 }))
    .map(([one, other]) => ({ ...other, ...one }));
}

function anyArray(schema: Schema, known: OnRecord, field: string): fc.Arbitrary<unknown> {
  const { minItems = 0, maxItems = 4, items = {} } = schema;
  const maxLength = Math.max(minItems, Math.min(maxItems, minItems + 3));
  // `unitIds` names units.
  const inner = anyInput(items, known, field.replace(/s$/, ''));
  return fc.array(inner, { minLength: minItems, maxLength });
}

function anyText(schema: Schema, known: OnRecord, field: string): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 400, pattern } = schema;
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const fits = (text: unknown) =>
    typeof text === 'string' &&
    text.length >= minLength &&
    text.length <= maxLength &&
    (shape?.test(text) ?? true);
  const here = (known.byField.get(field) ?? []).filter(fits);
  const anywhere = [...known.texts, ...ODD_TEXTS].filter(fits);
  const some = anywhere.length > 0 ? anywhere : ['x'.repeat(Math.max(1, minLength))];
  if (here.length === 0) return fc.constantFrom(...some);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...here) },
    { weight: 1, arbitrary: fc.constantFrom(...some) },
  );
}

function anyFigure(schema: Schema, known: OnRecord, field: string): fc.Arbitrary<unknown> {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
  const edges = [minimum, minimum + 1, -1, 0, 1, 2, 100, 400, maximum - 1, maximum];
  const all = [...edges, ...(known.byField.get(field) ?? [])];
  return fc.constantFrom(
    ...all.filter((one) => typeof one === 'number' && one >= minimum && one <= maximum),
  );
}

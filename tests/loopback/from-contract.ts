import { z } from 'zod';

/** As much of JSON Schema as our contract uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** The schema as `station contract` tells it. */
export function schemaOf(type: z.ZodType): Schema {
  return z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }) as Schema;
}

const TEXTS = [
  'x',
  '2020-03-10',
  '2020-03-10T01:00:00.000Z',
  'A999920000001',
  'A9999',
  '20',
  '602481',
  'a'.repeat(64),
  '09:30',
  '12.5',
  'M4 20L12 4L18 30L26 14L44 6L52 22',
  'mersPlasma',
  'MERS-NAT',
  'D0101V00',
  'TS2020000001',
];

/** The simplest input that a schema allows. */
export function exampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice);
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(schema);
  }
}

function textFor({ pattern, minLength = 0, maxLength = 1e9 }: Schema): string {
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text));
  return TEXTS.find(fits) ?? 'x'.repeat(Math.max(1, minLength));
}

function typeOf(schema: Schema): string {
  return typeof schema.type === 'string' ? schema.type : (schema.type?.[0] ?? 'string');
}

/** A place in an input, and what the schema wants there. */
interface Place {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly required: boolean;
}

function placesOf(schema: Schema, path: readonly string[] = []): Place[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const here = { path: [...path, name], schema: inner, required: isRequired(schema, name) };
    const plain = inner.anyOf?.[0] ?? inner.oneOf?.[0] ?? inner;
    return here.required ? [here, ...placesOf(plain, here.path)] : [here];
  });
}

function isRequired(schema: Schema, name: string): boolean {
  return schema.required?.includes(name) ?? false;
}

/** A broken input, and what was done to it. */
export interface Broken {
  readonly how: string;
  readonly input: unknown;
}

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, null, [], {}, 'x'.repeat(1_000_000), 'a\0b', '\ud800', '\udc00x'],
  integer: ['7', 1.5, 1e300, true, null, [], {}],
  number: ['7', true, null, [], {}],
  boolean: ['true', 1, null, []],
  array: ['x', {}, null, 7, ['\ud800']],
  object: ['x', [], null, 7, deep(10_000)],
  null: ['x', 7],
};

function deep(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

/** Every way in which a caller may break an input: left out, of another type, beyond its limits. */
export function* broken(schema: Schema): Generator<Broken> {
  const good = exampleOf(schema);
  for (const input of ['x', 7, true, [], null, [good]]) yield { how: 'not an object', input };
  for (const name of ['extra', '__proto__', 'constructor', 'toString'])
    yield { how: `extra ${name}`, input: withField(good, [name], 1) };
  for (const place of placesOf(schema)) {
    const where = place.path.join('.');
    if (place.required) yield { how: `${where} left out`, input: withField(good, place.path) };
    for (const value of wrongFor(place.schema))
      yield { how: `${where} = ${describe(value)}`, input: withField(good, place.path, value) };
  }
}

function wrongFor(schema: Schema): readonly unknown[] {
  const kinds = (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((one) =>
    one.const === undefined && one.enum === undefined ? [one.type ?? 'any'].flat() : ['const'],
  );
  if (kinds.includes('any')) return [];
  const values = kinds.length > 1 ? [] : (WRONG[kinds[0] ?? ''] ?? ['no such word', 7, null]);
  return [...values, ...beyond(schema)];
}

/** Values of the right type outside the limits; dates that the calendar does not have. */
function beyond(schema: Schema): unknown[] {
  const { minimum, maximum, maxLength, pattern, type, minItems = 0, maxItems } = schema;
  const values: unknown[] = [];
  if (minimum !== undefined && minimum > -1e12) values.push(minimum - 1);
  if (maximum !== undefined && maximum < 1e12) values.push(maximum + 1);
  if (maxLength !== undefined) values.push('x'.repeat(maxLength + 1));
  if (minItems > 0) values.push([]);
  if (maxItems !== undefined)
    values.push(Array.from({ length: maxItems + 1 }, () => exampleOf(schema.items ?? {})));
  if (pattern !== undefined && type === 'string' && new RegExp(pattern).test('2020-02-29'))
    values.push('2021-02-29', '2020-13-01', '2020-00-10', '10.03.2020');
  if (pattern !== undefined) values.push('', '\n', '２０２０');
  return values;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'a' in value) return 'nested without end';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}

/** A copy with one field changed, or taken out where no value is given; `__proto__` as JSON gives it. */
function withField(base: unknown, path: readonly string[], ...value: readonly unknown[]): unknown {
  const [name = '', ...rest] = path;
  if (typeof base !== 'object' || base === null || Array.isArray(base)) return base;
  const entries = Object.entries(base).filter(([key]) => key !== name || rest.length > 0);
  if (rest.length > 0)
    return fromEntries(
      entries.map(([key, inner]) => [key, key === name ? withField(inner, rest, ...value) : inner]),
    );
  return fromEntries(value.length > 0 ? [...entries, [name, value[0]]] : entries);
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true });
  return made;
}

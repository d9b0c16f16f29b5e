import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DeviceEncoding } from './device-text.ts';
import { decodeDeviceText, encodeDeviceText } from './device-text.ts';
import type { Lis02Type } from './lis02-fields.ts';
import { LIS02_FIELDS, LIS02_NAMES } from './lis02-fields.ts';

/** The four delimiters that a header declares by position. */
export interface Lis02Delimiters {
  readonly field: string;
  readonly repeat: string;
  readonly component: string;
  readonly escape: string;
}

export const USUAL_DELIMITERS: Lis02Delimiters = {
  field: '|',
  repeat: '\\',
  component: '^',
  escape: '&',
};

/** A field: its repeats, each a list of components, escapes resolved. */
export type Lis02Field = readonly (readonly string[])[];

/** One record; `fields[0]` is field 2 of the standard. */
export interface Lis02Record {
  readonly type: Lis02Type;
  readonly fields: readonly Lis02Field[];
}

/** One message, header through terminator. */
export interface Lis02Message {
  readonly delimiters: Lis02Delimiters;
  readonly records: readonly Lis02Record[];
}

export type Lis02Problem =
  | 'lis02.empty'
  | 'lis02.badText'
  | 'lis02.noHeader'
  | 'lis02.badDelimiters'
  | 'lis02.unknownRecord'
  | 'lis02.wrongOrder'
  | 'lis02.unterminated';

/** Reads the delimiters from a header record; all four must be there and differ. */
export function delimitersOf(header: string): Result<Lis02Delimiters, Lis02Problem> {
  const [, field, repeat, component, escapeMark] = header;
  if (field === undefined || repeat === undefined) return err('lis02.badDelimiters');
  if (component === undefined || escapeMark === undefined) return err('lis02.badDelimiters');
  const all = [field, repeat, component, escapeMark];
  if (new Set(all).size !== 4 || all.some((mark) => /[\p{L}\p{N}\s]/u.test(mark)))
    return err('lis02.badDelimiters');
  if (header.length > 5 && header[5] !== field) return err('lis02.badDelimiters');
  return ok({ field, repeat, component, escape: escapeMark });
}

/** LIS02-A2 5.1 allows of the control characters BEL, TAB, VT and FF alone; CR and LF end a record. */
const FORBIDDEN_TEXT = /[\x00-\x06\x08\x0e-\x1f\x7f]/;

/** Reads one record with known delimiters; an `H` record declares its own. */
export function parseLis02Record(
  text: string,
  delimiters: Lis02Delimiters,
  encoding: DeviceEncoding = 'utf-8',
): Result<Lis02Record, Lis02Problem> {
  const type = text[0];
  if (type === undefined) return err('lis02.empty');
  if (FORBIDDEN_TEXT.test(text)) return err('lis02.badText');
  if (!isType(type)) return err('lis02.unknownRecord');
  if (type === 'H') return parseHeader(text, encoding);
  if (text.length > 1 && text[1] !== delimiters.field) return err('lis02.unknownRecord');
  const parts = text.split(delimiters.field).slice(1);
  return ok({ type, fields: parts.map((part) => parseField(part, delimiters, encoding)) });
}

function parseHeader(text: string, encoding: DeviceEncoding): Result<Lis02Record, Lis02Problem> {
  const own = delimitersOf(text);
  if (!own.ok) return own;
  const rest = text.length > 6 ? text.slice(6).split(own.value.field) : [];
  const fields = rest.map((part) => parseField(part, own.value, encoding));
  return ok({ type: 'H', fields: [[[text.slice(2, 5)]], ...fields] });
}

function isType(letter: string): letter is Lis02Type {
  return Object.hasOwn(LIS02_NAMES, letter);
}

function parseField(part: string, marks: Lis02Delimiters, encoding: DeviceEncoding): Lis02Field {
  return part
    .split(marks.repeat)
    .map((repeat) =>
      repeat.split(marks.component).map((text) => unescapeText(text, marks, encoding)),
    );
}

/** Resolves `&F& &S& &R& &E& &Xhh…& &H& &N&`; anything else between escapes stays as it stands. */
function unescapeText(text: string, marks: Lis02Delimiters, encoding: DeviceEncoding): string {
  if (!text.includes(marks.escape)) return text;
  const parts = text.split(marks.escape);
  let result = parts[0]!;
  let at = 1;
  while (at < parts.length) {
    const meaning = at + 1 < parts.length ? escapeMeaning(parts[at]!, marks, encoding) : undefined;
    if (meaning === undefined) {
      result += marks.escape + parts[at]!;
      at += 1;
    } else {
      result += meaning + parts[at + 1]!;
      at += 2;
    }
  }
  return result;
}

function escapeMeaning(
  code: string,
  marks: Lis02Delimiters,
  encoding: DeviceEncoding,
): string | undefined {
  if (code === 'F') return marks.field;
  if (code === 'S') return marks.component;
  if (code === 'R') return marks.repeat;
  if (code === 'E') return marks.escape;
  if (code === 'H' || code === 'N') return '';
  if (!/^X([0-9A-Fa-f]{2})+$/.test(code)) return undefined;
  const bytes = code.slice(1).match(/../g)!;
  const text = decodeDeviceText(
    Uint8Array.from(bytes, (pair) => Number.parseInt(pair, 16)),
    encoding,
  );
  return text.ok ? text.value : undefined;
}

/** Splits text into records: each ends with CR; a line feed after it is tolerated. */
export function recordTexts(text: string): string[] {
  return text.split(/\r\n?|\n/).filter((line) => line.length > 0);
}

/**
 * Reads whole messages from the text of a transfer (bytes already proved by checksum).
 * Refuses text that the encoding forbids, unknown records, results without an order, and a message without
 * terminator: a message that was cut is not a message.
 */
export function parseLis02(
  bytes: Uint8Array,
  encoding: DeviceEncoding,
): Result<readonly Lis02Message[], Lis02Problem> {
  const text = decodeDeviceText(bytes, encoding);
  if (!text.ok) return text;
  const lines = recordTexts(text.value);
  if (lines.length === 0) return err('lis02.empty');
  const messages: Lis02Message[] = [];
  let open: { delimiters: Lis02Delimiters; records: Lis02Record[] } | undefined;
  for (const line of lines) {
    if (open === undefined) {
      if (!line.startsWith('H')) return err('lis02.noHeader');
      const delimiters = delimitersOf(line);
      if (!delimiters.ok) return delimiters;
      open = { delimiters: delimiters.value, records: [] };
    }
    const record = parseLis02Record(line, open.delimiters, encoding);
    if (!record.ok) return record;
    if (!fitsAfter(record.value.type, open.records)) return err('lis02.wrongOrder');
    open.records.push(record.value);
    if (record.value.type === 'L') {
      messages.push(open);
      open = undefined;
    }
  }
  return open === undefined ? ok(messages) : err('lis02.unterminated');
}

/** H > P > O > R; C, M, S anywhere after the header; Q and L under the header or later. */
function fitsAfter(type: Lis02Type, before: readonly Lis02Record[]): boolean {
  if (type === 'H') return before.length === 0;
  if (before.length === 0) return false;
  const has = (letter: Lis02Type): boolean => before.some((record) => record.type === letter);
  if (type === 'O') return has('P');
  if (type === 'R') return lastOf(before, 'PO') === 'O';
  return true;
}

function lastOf(records: readonly Lis02Record[], letters: string): string | undefined {
  return records.findLast((record) => letters.includes(record.type))?.type;
}

/** Component `component` (1-based) of field `field` (numbered as in the standard, from 2); '' when absent. */
export function componentOf(record: Lis02Record, field: number, component: number): string {
  return record.fields[field - 2]?.[0]?.[component - 1] ?? '';
}

/** First component of a field; '' when absent. */
export function fieldText(record: Lis02Record, field: number): string {
  return componentOf(record, field, 1);
}

/** Fields under their names; simple fields as text, others as components or repeats of components. */
export function namedFields(record: Lis02Record): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  record.fields.forEach((field, at) => {
    const name = LIS02_FIELDS[record.type][at] || `field${at + 2}`;
    const only = field.length === 1 ? field[0]! : undefined;
    named[name] = only === undefined ? field : only.length === 1 ? only[0] : only;
  });
  return named;
}

/** A field to write: text, components, or repeats of components. */
export type Lis02FieldInput = string | readonly string[] | readonly (readonly string[])[];

/** Writes one record with CR; `fields[0]` is field 2. For `H` give the fields from 3 on. */
export function writeLis02Record(
  type: Lis02Type,
  fields: readonly Lis02FieldInput[],
  marks: Lis02Delimiters = USUAL_DELIMITERS,
): string {
  const written = fields.map((field) => writeField(field, marks));
  const start =
    type === 'H' ? [`H${marks.field}${marks.repeat}${marks.component}${marks.escape}`] : [type];
  return `${[...start, ...written].join(marks.field)}\r`;
}

function writeField(field: Lis02FieldInput, marks: Lis02Delimiters): string {
  if (typeof field === 'string') return escapeText(field, marks);
  const repeats = field.map((repeat) => (typeof repeat === 'string' ? undefined : repeat));
  if (repeats.includes(undefined)) return writeComponents(field as readonly string[], marks);
  return (repeats as readonly (readonly string[])[])
    .map((repeat) => writeComponents(repeat, marks))
    .join(marks.repeat);
}

function writeComponents(components: readonly string[], marks: Lis02Delimiters): string {
  return components.map((text) => escapeText(text, marks)).join(marks.component);
}

function escapeText(text: string, marks: Lis02Delimiters): string {
  let result = '';
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const name = markName(letter, marks);
    if (name !== undefined) result += `${marks.escape}${name}${marks.escape}`;
    else if (code < 0x20 || code === 0x7f)
      result += `${marks.escape}X${code.toString(16).toUpperCase().padStart(2, '0')}${marks.escape}`;
    else result += letter;
  }
  return result;
}

function markName(letter: string, marks: Lis02Delimiters): string | undefined {
  if (letter === marks.field) return 'F';
  if (letter === marks.component) return 'S';
  if (letter === marks.repeat) return 'R';
  return letter === marks.escape ? 'E' : undefined;
}

/** Joins written records and encodes them for the wire. */
export function encodeLis02(records: readonly string[], encoding: DeviceEncoding): Uint8Array {
  return encodeDeviceText(records.join(''), encoding);
}

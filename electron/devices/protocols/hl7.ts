import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { asciiBytes, byteText } from './bytes.ts';
import { type DeviceEncoding, decodeDeviceText } from './device-text.ts';

/** Delimiters of a message as its MSH-1 and MSH-2 declare them. */
export interface Hl7Marks {
  readonly field: string;
  readonly component: string;
  readonly repeat: string;
  readonly escaper: string;
  readonly sub: string;
}

/** A field: its repeats, their components, their sub-components; escapes resolved. */
export type Hl7Field = readonly (readonly (readonly string[])[])[];

/** One segment; `fields[0]` is field 1 (of MSH: the field delimiter itself, then MSH-2 as it stands). */
export interface Hl7Segment {
  readonly name: string;
  readonly fields: readonly Hl7Field[];
}

export interface Hl7Message {
  readonly marks: Hl7Marks;
  readonly encoding: DeviceEncoding;
  readonly segments: readonly Hl7Segment[];
}

export type Hl7Problem =
  | 'hl7.noHeader'
  | 'hl7.badDelimiters'
  | 'hl7.badText'
  | 'hl7.badSegment'
  | 'hl7.unknownCharset';

/** Names of table 0211 (HL7 2.5.1, MSH-18) and what senders write in their place. */
const CHARSETS: Readonly<Record<string, DeviceEncoding>> = {
  ASCII: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  UNICODE: 'utf-8',
  '8859/1': 'latin1',
  'ISO-8859-1': 'latin1',
  'GB 18030-2000': 'gb18030',
  GB18030: 'gb18030',
  GBK: 'gb18030',
  GB2312: 'gb18030',
};

/** MSH-1 and MSH-2: four or five marks (2.7 has a sixth place, for truncation), all different, none a letter. */
function marksOf(header: string): Result<Hl7Marks, Hl7Problem> {
  if (!header.startsWith('MSH')) return err('hl7.noHeader');
  const field = header[3];
  if (field === undefined) return err('hl7.badDelimiters');
  const declared = header.slice(4).split(field, 1)[0] ?? '';
  const [component, repeat, escaper, sub = '&'] = declared;
  if (component === undefined || repeat === undefined || escaper === undefined)
    return err('hl7.badDelimiters');
  const all = [field, component, repeat, escaper, sub];
  if (
    declared.length > 5 ||
    new Set(all).size < 5 ||
    all.some((mark) => /[A-Za-z0-9\s]/.test(mark))
  )
    return err('hl7.badDelimiters');
  return ok({ field, component, repeat, escaper, sub });
}

/**
 * Reads the content of one MLLP block (HL7 2.5.1 chapter 2). Segments end with CR; LF and CR LF are taken too, as
 * senders write them. `usual` is the encoding where MSH-18 names none. Refuses text that the
 * encoding forbids, control bytes, an unknown character set, and a segment without a name.
 */
export function parseHl7(bytes: Uint8Array, usual: DeviceEncoding): Result<Hl7Message, Hl7Problem> {
  const head = parseHl7Header(bytes);
  if (!head.ok) return head;
  const { marks, header } = head.value;
  const encoding = charsetOf(hl7Value(header, 18), usual);
  if (encoding === undefined) return err('hl7.unknownCharset');
  const text = decodeDeviceText(bytes, encoding);
  if (!text.ok || /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text.value)) return err('hl7.badText');
  const segments: Hl7Segment[] = [];
  for (const line of text.value.split(/\r\n?|\n/)) {
    if (line === '') continue;
    const segment = parseSegment(line, marks, encoding);
    if (segment === undefined || (segment.name === 'MSH') !== (segments.length === 0))
      return err('hl7.badSegment');
    segments.push(segment);
  }
  return ok({ marks, encoding, segments });
}

/** The header alone, byte by byte: what it declares is ASCII, whatever the character set of the rest. */
export function parseHl7Header(
  bytes: Uint8Array,
): Result<{ readonly marks: Hl7Marks; readonly header: Hl7Segment }, Hl7Problem> {
  const end = bytes.findIndex((byte) => byte === 0x0d || byte === 0x0a);
  const line = byteText(end < 0 ? bytes : bytes.subarray(0, end));
  const marks = marksOf(line);
  if (!marks.ok) return marks;
  const header = parseSegment(line, marks.value, 'latin1');
  return header === undefined ? err('hl7.badSegment') : ok({ marks: marks.value, header });
}

function charsetOf(named: string, usual: DeviceEncoding): DeviceEncoding | undefined {
  return named.trim() === '' ? usual : CHARSETS[named.trim().toUpperCase()];
}

function parseSegment(
  line: string,
  marks: Hl7Marks,
  encoding: DeviceEncoding,
): Hl7Segment | undefined {
  const name = line.slice(0, 3);
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) return undefined;
  if (line.length > 3 && line[3] !== marks.field) return undefined;
  const parts = line.split(marks.field).slice(1);
  const read = (part: string): Hl7Field => parseField(part, marks, encoding);
  if (name !== 'MSH') return { name, fields: parts.map(read) };
  const [declared = '', ...rest] = parts;
  return { name, fields: [[[[marks.field]]], [[[declared]]], ...rest.map(read)] };
}

function parseField(part: string, marks: Hl7Marks, encoding: DeviceEncoding): Hl7Field {
  return part
    .split(marks.repeat)
    .map((repeat) =>
      repeat
        .split(marks.component)
        .map((component) =>
          component.split(marks.sub).map((text) => resolveEscapes(text, marks, encoding)),
        ),
    );
}

/** Resolves `\F\ \S\ \T\ \R\ \E\ \Xhh…\ \.br\ \H\ \N\`; another escape stays as it stands. */
function resolveEscapes(text: string, marks: Hl7Marks, encoding: DeviceEncoding): string {
  if (!text.includes(marks.escaper)) return text;
  const [first = '', ...rest] = text.split(marks.escaper);
  let result = first;
  for (let at = 0; at < rest.length; at += 1) {
    const meaning = at + 1 < rest.length ? meaningOf(rest[at]!, marks, encoding) : undefined;
    if (meaning === undefined) result += marks.escaper + rest[at]!;
    else {
      at += 1;
      result += meaning + rest[at]!;
    }
  }
  return result;
}

function meaningOf(code: string, marks: Hl7Marks, encoding: DeviceEncoding): string | undefined {
  switch (code) {
    case 'F':
      return marks.field;
    case 'S':
      return marks.component;
    case 'T':
      return marks.sub;
    case 'R':
      return marks.repeat;
    case 'E':
      return marks.escaper;
    case 'H':
    case 'N':
      return '';
    case '.br':
      return '\n';
    default: {
      if (!/^X([0-9A-Fa-f]{2})+$/.test(code)) return undefined;
      const pairs = code.slice(1).match(/../g) ?? [];
      const bytes = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
      const text = decodeDeviceText(bytes, encoding);
      return text.ok ? text.value : undefined;
    }
  }
}

/** Field, component (both from 1) of a segment's first repeat; '' when absent. */
export function hl7Value(segment: Hl7Segment | undefined, field: number, component = 1): string {
  return segment?.fields[field - 1]?.[0]?.[component - 1]?.[0] ?? '';
}

/** Text for a field of ours: ASCII stays, a mark is escaped, anything else becomes `?`. */
function escapeHl7(text: string, marks: Hl7Marks): string {
  const names: Readonly<Record<string, string>> = {
    [marks.field]: 'F',
    [marks.component]: 'S',
    [marks.sub]: 'T',
    [marks.repeat]: 'R',
    [marks.escaper]: 'E',
  };
  return Array.from(text, (letter) => {
    const name = names[letter];
    if (name !== undefined) return `${marks.escaper}${name}${marks.escaper}`;
    return /[\x20-\x7e]/.test(letter) ? letter : '?';
  }).join('');
}

/** Our answer: taken (AA), not kept and to be sent again (AE), or not understood (AR). */
export type Hl7AckCode = 'AA' | 'AE' | 'AR';

/**
 * Writes the acknowledgement of a message (HL7 2.5.1, 2.14.1), without the block around it: sender and receiver change
 * places, the control id is echoed in MSA-2. The time is the sender's own MSH-7, so that the same message
 * always gets the same answer.
 */
export function writeHl7Ack(header: Hl7Segment, marks: Hl7Marks, code: Hl7AckCode): Uint8Array {
  const { field, component, repeat, escaper, sub } = marks;
  const out = (text: string): string => escapeHl7(text, marks);
  const whole = (at: number): string =>
    (header.fields[at - 1]?.[0] ?? []).map(([first = '']) => out(first)).join(component);
  const control = out(hl7Value(header, 10));
  const kind = ['ACK', out(hl7Value(header, 9, 2))].filter(Boolean).join(component);
  const msh = [`MSH${field}${component}${repeat}${escaper}${sub}`];
  msh.push(whole(5), whole(6), whole(3), whole(4), whole(7), '', kind, control);
  msh.push(out(hl7Value(header, 11)) || 'P', out(hl7Value(header, 12)) || '2.5.1');
  return asciiBytes(`${msh.join(field)}\rMSA${field}${code}${field}${control}\r`);
}

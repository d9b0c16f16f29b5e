import type { AphLine } from './aph-line.ts';
import { decodeAphLine } from './aph-line.ts';
import { readAphAnswer, readAphCommand, readAphRecord } from './aph-read.ts';
import { decodeDeviceText } from './device-text.ts';
import { CONTROL, decodeLis01Frame, lis01Checksum } from './lis01-frame.ts';
import {
  delimitersOf,
  type Lis02Delimiters,
  namedFields,
  parseLis02,
  parseLis02Record,
  recordTexts,
  USUAL_DELIMITERS,
} from './lis02.ts';
import { LIS02_NAMES } from './lis02-fields.ts';

/** One decoded thing as plain data: what it is, its fields, and a coded problem or null. */
export interface Decoded {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

const CONTROL_NAMES: Readonly<Record<number, string>> = {
  [CONTROL.ENQ]: 'ENQ',
  [CONTROL.ACK]: 'ACK',
  [CONTROL.NAK]: 'NAK',
  [CONTROL.EOT]: 'EOT',
};

/**
 * Reads one piece of a device's byte stream: a LIS01 frame (`lis01Frame`), a single LIS01 control byte
 * (`lis01Control`), or a line of our apheresis protocol (`aphRecord`, `aphAnswer`, `aphCommand`).
 * Frame text is given as UTF-8 if it is that, else GB18030; `text` is null when it is neither.
 */
export function decodeFrame(bytes: Uint8Array): Decoded {
  const control = bytes.length === 1 ? CONTROL_NAMES[bytes[0]!] : undefined;
  if (control !== undefined) return { kind: 'lis01Control', fields: { control }, problem: null };
  const first = String.fromCharCode(bytes[0] ?? 0);
  if (first === '#' || first === '!' || first === '>') return decodeAph(bytes);
  const frame = decodeLis01Frame(bytes);
  if (!frame.ok) {
    const fields = frame.error === 'lis01.badChecksum' ? checksumsOf(bytes) : {};
    return { kind: 'lis01Frame', fields, problem: frame.error };
  }
  const { number, text, last } = frame.value;
  const checksum = String.fromCharCode(bytes.at(-4)!, bytes.at(-3)!).toUpperCase();
  return {
    kind: 'lis01Frame',
    fields: { number, text: readableText(text), terminator: last ? 'ETX' : 'ETB', last, checksum },
    problem: null,
  };
}

/** Both sums of a frame that does not vouch for its text; the text itself is not shown as if it were good. */
function checksumsOf(bytes: Uint8Array): Record<string, unknown> {
  const checksum = String.fromCharCode(bytes.at(-4)!, bytes.at(-3)!);
  return { checksum, expectedChecksum: lis01Checksum(bytes.subarray(1, -4)) };
}

function readableText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decodeDeviceText(bytes, encoding);
    if (text.ok) return text.value;
  }
  return null;
}

function decodeAph(bytes: Uint8Array): Decoded {
  const line = decodeAphLine(bytes);
  if (!line.ok) return { kind: 'aphLine', fields: {}, problem: line.error };
  const { kind, read } = aphReader(line.value);
  const meaning = read(line.value);
  if (!meaning.ok) return { kind, fields: { ...line.value.values }, problem: meaning.error };
  const { body, ...rest } = meaning.value as { body?: object };
  return { kind, fields: { ...rest, ...body }, problem: null };
}

function aphReader(line: AphLine) {
  switch (line.mark) {
    case '#':
      return { kind: 'aphRecord', read: readAphRecord };
    case '!':
      return { kind: 'aphAnswer', read: readAphAnswer };
    case '>':
      return { kind: 'aphCommand', read: readAphCommand };
  }
}

/** What a text of records holds: one record, or a message whose records stand in `tokens`. */
export interface DecodedRecords extends Decoded {
  readonly tokens: readonly Decoded[];
}

/**
 * Reads one LIS02 record (`lis02Record`) or several (`lis02Message`). A header gives the delimiters of
 * what follows it; without one the usual `|\^&` hold. `problem` is that of the first bad record;
 * `fields.message` says why the receiver of results would not take several as a whole message
 * (header first, results under an order, closed by a terminator), null where it would.
 */
export function decodeRecord(text: string): DecodedRecords {
  const lines = recordTexts(text);
  let marks = USUAL_DELIMITERS;
  const records = lines.map((line) => {
    const own = line.startsWith('H') ? delimitersOf(line) : undefined;
    if (own?.ok) marks = own.value;
    return decodeOne(line, marks);
  });
  const [only] = records;
  if (only === undefined)
    return { kind: 'lis02Record', fields: {}, problem: 'lis02.empty', tokens: [] };
  if (records.length === 1) return { ...only, tokens: [] };
  const bad = records.find((record) => record.problem !== null);
  const whole = parseLis02(new TextEncoder().encode(text), 'utf-8');
  return {
    kind: 'lis02Message',
    fields: { count: records.length, message: whole.ok ? null : whole.error },
    problem: bad?.problem ?? null,
    tokens: records,
  };
}

function decodeOne(line: string, marks: Lis02Delimiters): Decoded {
  const record = parseLis02Record(line, marks);
  if (!record.ok) return { kind: 'lis02Record', fields: {}, problem: record.error };
  const { type } = record.value;
  const fields = { type, name: LIS02_NAMES[type], ...namedFieldsWithout(record.value) };
  return { kind: 'lis02Record', fields, problem: null };
}

/** A patient record's own `name` field would hide the record's name, so it is `patientName` here. */
function namedFieldsWithout(record: Parameters<typeof namedFields>[0]): Record<string, unknown> {
  const { name, ...fields } = namedFields(record);
  return name === undefined ? fields : { ...fields, patientName: name };
}

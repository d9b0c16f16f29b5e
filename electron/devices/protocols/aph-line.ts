import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { asciiBytes, ByteBuffer, byteText } from './bytes.ts';
import { crc16 } from './crc16.ts';

/** Longest line in bytes, start mark through CR LF. */
const APH_MAX_LINE = 512;

/** `#` a numbered record, `!` an answer of the machine, `>` a word of the host. */
export type AphMark = '#' | '!' | '>';

/** One checked line: its words between `|`, the first ones positional, the rest `key=value`. */
export interface AphLine {
  readonly mark: AphMark;
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

export type AphLineProblem =
  | 'aph.tooShort'
  | 'aph.tooLong'
  | 'aph.noStart'
  | 'aph.noLineEnd'
  | 'aph.notAscii'
  | 'aph.noChecksum'
  | 'aph.badChecksum'
  | 'aph.badField';

/** Marks that have a meaning in a line are written `%hh`, as is everything outside printable ASCII. */
const RESERVED = /[#!>|*=%]/;

/** Text of a value on the wire: UTF-8, reserved and non-printable bytes as `%hh`. */
export function escapeAph(text: string): string {
  let written = '';
  for (const byte of new TextEncoder().encode(text)) {
    const letter = String.fromCharCode(byte);
    const plain = byte >= 0x20 && byte < 0x7f && !RESERVED.test(letter);
    written += plain ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return written;
}

/** The text behind `escapeAph`; undefined for a broken escape or broken UTF-8. */
export function unescapeAph(text: string): string | undefined {
  if (RESERVED.test(text.replace(/%[0-9A-F]{2}/g, ''))) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Writes a line: mark, words, `key=value` fields, `*`, CRC-16 of all before the `*`. */
export function encodeAphLine(line: AphLine): Uint8Array {
  const values = Object.entries(line.values).map(([key, value]) => `${key}=${escapeAph(value)}`);
  const body = [...line.words.map(escapeAph), ...values].join('|');
  const checked = `${line.mark}${body}`;
  return asciiBytes(`${checked}*${crc16(asciiBytes(checked))}\r\n`);
}

/** Reads one line, start mark through CR LF; refuses anything that the checksum does not vouch for. */
export function decodeAphLine(bytes: Uint8Array): Result<AphLine, AphLineProblem> {
  if (bytes.length > APH_MAX_LINE) return err('aph.tooLong');
  if (bytes.length < 9) return err('aph.tooShort');
  if (bytes.at(-2) !== 0x0d || bytes.at(-1) !== 0x0a) return err('aph.noLineEnd');
  const text = byteText(bytes.subarray(0, -2));
  const mark = text[0];
  if (mark !== '#' && mark !== '!' && mark !== '>') return err('aph.noStart');
  if (/[^\x20-\x7e]/.test(text)) return err('aph.notAscii');
  if (text.at(-5) !== '*') return err('aph.noChecksum');
  const body = text.slice(1, -5);
  if (text.slice(-4) !== crc16(asciiBytes(text.slice(0, -5)))) return err('aph.badChecksum');
  return readBody(mark, body);
}

function readBody(mark: AphMark, body: string): Result<AphLine, AphLineProblem> {
  const words: string[] = [];
  const values: Record<string, string> = {};
  for (const part of body.split('|')) {
    const [key, raw, ...more] = part.split('=');
    const value = unescapeAph(raw ?? key!);
    if (value === undefined || more.length > 0) return err('aph.badField');
    if (raw === undefined) words.push(value);
    else if (!/^[a-z][a-zA-Z]*$/.test(key!) || Object.hasOwn(values, key!))
      return err('aph.badField');
    else values[key!] = value;
  }
  return ok({ mark, words, values });
}

/** A line cut out of the stream, or the news that one had to be dropped. */
export type AphSplit =
  | { readonly kind: 'line'; readonly raw: Uint8Array; readonly line: AphLine }
  | { readonly kind: 'defective'; readonly code: AphLineProblem };

/**
 * Cuts lines out of a byte stream. A start mark begins a new line wherever it stands (it can never stand
 * inside one), so the next good line after damage is always found; bytes outside lines are noise.
 */
export class AphSplitter {
  private readonly buffer = new ByteBuffer(APH_MAX_LINE);

  /** Feeds bytes; gives the lines that they complete. */
  take(bytes: Uint8Array): AphSplit[] {
    const found: AphSplit[] = [];
    for (const byte of bytes) this.takeByte(byte, found);
    return found;
  }

  /** Forgets a half line (after reopening, or silence in the middle of one). */
  reset(): void {
    this.buffer.clear();
  }

  private takeByte(byte: number, found: AphSplit[]): void {
    const starts = byte === 0x23 || byte === 0x21 || byte === 0x3e;
    if (starts) this.buffer.clear();
    else if (this.buffer.length === 0) return;
    if (!this.buffer.push(byte)) {
      this.buffer.clear();
      found.push({ kind: 'defective', code: 'aph.tooLong' });
    } else if (byte === 0x0a) {
      const raw = this.buffer.take();
      const line = decodeAphLine(raw);
      found.push(
        line.ok ? { kind: 'line', raw, line: line.value } : { kind: 'defective', code: line.error },
      );
    }
  }
}

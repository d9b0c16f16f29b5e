import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';

/** First line of a capture file, in clear: what it is and why it was made, nothing about people. */
const captureHeader = z.strictObject({
  format: z.literal(1),
  device: z.string(),
  kind: z.string(),
  profile: z.string(),
  startedAt: z.string(),
  reason: z.string(),
});

export type CaptureHeader = z.infer<typeof captureHeader>;

/** One piece of a capture; `end` closes it, so that a file that was cut is told from a whole one. */
const captureRecord = z.union([
  z.strictObject({ at: z.string(), direction: z.enum(['in', 'out']), hex: z.string() }),
  z.strictObject({ end: z.string(), why: z.enum(['stopped', 'time', 'size']) }),
]);

export type CaptureRecord = z.infer<typeof captureRecord>;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A file of sealed records: a line of JSON, then for each record its length (4 bytes, high first), initialisation vector,
 * AES-256-GCM text, tag. Each is bound to the header and to its place, so none can be left out or moved.
 */
export class CaptureFile {
  readonly #file: number;
  readonly #key: Buffer;
  readonly #header: Buffer;
  #index = 0;
  #bytes: number;

  /** Creates the file; throws when it exists or cannot be written. */
  constructor(path: string, key: Buffer, header: CaptureHeader) {
    this.#file = openSync(path, 'wx', 0o600);
    this.#key = key;
    const line = Buffer.from(`${JSON.stringify(header)}\n`);
    this.#header = hashOf(line);
    this.#bytes = writeSync(this.#file, line);
  }

  /** Bytes on disk so far. */
  get bytes(): number {
    return this.#bytes;
  }

  add(record: CaptureRecord): void {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    cipher.setAAD(placeOf(this.#header, this.#index));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(record), 'utf8'), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(IV_BYTES + sealed.length + TAG_BYTES);
    this.#bytes += writeSync(this.#file, Buffer.concat([length, iv, sealed, cipher.getAuthTag()]));
    this.#index += 1;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** A capture as it was read; `whole` is false for a file that ends without its end record. */
export interface Capture {
  readonly header: CaptureHeader;
  readonly records: readonly CaptureRecord[];
  readonly whole: boolean;
}

/** Opens the bytes of a capture file with its key; refuses another file, another key, and what was changed. */
export function readCapture(
  bytes: Buffer,
  key: Buffer,
): Result<Capture, 'capture.notACapture' | 'capture.wrongKey'> {
  const end = bytes.indexOf(0x0a) + 1;
  const header = captureHeader.safeParse(jsonOf(bytes.subarray(0, end)));
  if (!header.success) return err('capture.notACapture');
  const hash = hashOf(bytes.subarray(0, end));
  const records: CaptureRecord[] = [];
  for (let at = end; at + 4 <= bytes.length; ) {
    const next = at + 4 + bytes.readUInt32BE(at);
    if (next > bytes.length) break;
    const record = open(bytes.subarray(at + 4, next), key, placeOf(hash, records.length));
    if (record === undefined) return err('capture.wrongKey');
    records.push(record);
    at = next;
  }
  const last = records.at(-1);
  return ok({ header: header.data, records, whole: last !== undefined && 'end' in last });
}

function open(sealed: Buffer, key: Buffer, place: Buffer): CaptureRecord | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
    decipher.setAAD(place);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
    return captureRecord.parse(jsonOf(Buffer.concat([text, decipher.final()])));
  } catch {
    return undefined;
  }
}

function placeOf(header: Buffer, index: number): Buffer {
  const place = Buffer.alloc(4);
  place.writeUInt32BE(index);
  return Buffer.concat([header, place]);
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update('plasmapoint line capture').update(bytes).digest();
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

import { createRequire } from 'node:module';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';

export type IppValue = string | number | boolean;

export interface IppAttribute {
  readonly tag: number;
  readonly name: string;
  readonly value: readonly IppValue[];
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export interface IppMessage {
  /** Operation of a request, status of a response. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
  /** Bytes after the attributes: the document of a Print-Job. */
  readonly data: Uint8Array;
}

interface RawMessage {
  readonly operationId: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

interface Codec {
  decode: ((bytes: Buffer) => RawMessage) & { bytes: number };
  encode(message: object, into: Buffer): Buffer;
  encodingLength(message: object): number;
}

const library = createRequire(import.meta.url)('ipp-encoder') as { readonly request: Codec };

/** Delimiter and value tags of RFC 8010 that are used here. */
export const TAG = {
  operation: 0x01,
  job: 0x02,
  printer: 0x04,
  unsupported: 0x05,
  noValue: 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

/** Operations of RFC 8011 that are used here. */
export const OPERATION = {
  printJob: 0x02,
  validateJob: 0x04,
  cancelJob: 0x08,
  getJobAttributes: 0x09,
  getJobs: 0x0a,
  getPrinterAttributes: 0x0b,
} as const;

/** An attribute with one or more values. */
export function attribute(tag: number, name: string, ...value: readonly IppValue[]): IppAttribute {
  return { tag, name, value };
}

/** Every message begins with character set and language (RFC 8011 section 4.1.4). */
export function operationGroup(attributes: readonly IppAttribute[]): IppGroup {
  return {
    tag: TAG.operation,
    attributes: [
      attribute(TAG.charset, 'attributes-charset', 'utf-8'),
      attribute(TAG.language, 'attributes-natural-language', 'zh-cn'),
      ...attributes,
    ],
  };
}

/** Bytes of a request or response, IPP 1.1, the document appended. */
export function encodeIpp(message: IppMessage): Uint8Array {
  const { code, requestId, groups } = message;
  const raw = { operationId: code, requestId, groups };
  const head = library.request.encode(raw, Buffer.alloc(library.request.encodingLength(raw)));
  return Buffer.concat([head, message.data]);
}

/**
 * Reads a message. The lengths are walked first, because the library trusts them: a negative one
 * would send it backwards for ever.
 */
export function decodeIpp(bytes: Uint8Array): Result<IppMessage, string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!lengthsHold(buffer)) return err('lengths do not add up');
  const raw = library.request.decode(buffer);
  return ok({
    code: raw.operationId,
    requestId: raw.requestId,
    groups: raw.groups,
    data: bytes.subarray(library.request.decode.bytes),
  });
}

/** Values of the first attribute of that name in any group of that tag. */
export function valuesOf(message: IppMessage, tag: number, name: string): readonly IppValue[] {
  for (const group of message.groups) {
    if (group.tag !== tag) continue;
    const found = group.attributes.find((a) => a.name === name);
    if (found) return found.value;
  }
  return [];
}

const HEADER = 8;
const END = 0x03;
const FIRST_VALUE_TAG = 0x10;

/** Fixed widths that the library reads without looking at the length field. */
const FIXED = new Map<number, number>([
  [TAG.integer, 4],
  [TAG.boolean, 1],
  [TAG.enum, 4],
  [0x31, 11],
]);

function lengthsHold(buffer: Buffer): boolean {
  let at = HEADER;
  let seenGroup = false;
  while (at < buffer.length) {
    const tag = buffer[at] ?? 0;
    at += 1;
    if (tag === END) return true;
    if (tag < FIRST_VALUE_TAG) {
      seenGroup = true;
      continue;
    }
    const next = afterAttribute(buffer, at, tag);
    if (!seenGroup || next === undefined) return false;
    at = next;
  }
  return false;
}

function afterAttribute(buffer: Buffer, start: number, tag: number): number | undefined {
  if (start + 2 > buffer.length) return undefined;
  const nameLength = buffer.readUInt16BE(start);
  const valueAt = start + 2 + nameLength;
  if (nameLength > 0x7fff || valueAt + 2 > buffer.length) return undefined;
  const length = buffer.readUInt16BE(valueAt);
  const fixed = FIXED.get(tag);
  if (length > 0x7fff || (fixed !== undefined && fixed !== length)) return undefined;
  const end = valueAt + 2 + length;
  return end <= buffer.length ? end : undefined;
}

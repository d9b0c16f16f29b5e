import { createHash } from 'node:crypto';
import type { Entry } from '#shared/kernel/entry.ts';
import { canonicalText } from '../db/canonical.ts';

/** `prev` of a station's first entry. */
export const NO_ENTRY = '0'.repeat(64);

/**
 * An entry's hash: SHA-256 over 0x00 (domain separation as for the leaves of RFC 6962), the hash before
 * (32 bytes), the length (8 bytes, big-endian) and the RFC 8785 form of every field but `prev` and
 * `hash`.
 */
export function entryHash(prev: string, fields: Omit<Entry, 'prev' | 'hash'>): string {
  const bytes = Buffer.from(canonicalText(fields), 'utf8');
  const frame = Buffer.alloc(9);
  frame.writeBigUInt64BE(BigInt(bytes.length), 1);
  return createHash('sha256')
    .update(frame.subarray(0, 1))
    .update(Buffer.from(prev, 'hex'))
    .update(frame.subarray(1))
    .update(bytes)
    .digest('hex');
}

/** The fields of an entry that its hash covers. */
export function hashedFields(entry: Entry): Omit<Entry, 'prev' | 'hash'> {
  const { prev: _prev, hash: _hash, ...fields } = entry;
  return fields;
}

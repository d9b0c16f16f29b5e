import { hash } from 'node:crypto';
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
  return textHash(prev, canonicalText(fields));
}

/** The same from the canonical text of the fields. */
export function textHash(prev: string, canonical: string): string {
  const bytes = Buffer.from(canonical, 'utf8');
  const frame = Buffer.alloc(9);
  frame.writeBigUInt64BE(BigInt(bytes.length), 1);
  const parts = [frame.subarray(0, 1), Buffer.from(prev, 'hex'), frame.subarray(1), bytes];
  return hash('sha256', Buffer.concat(parts), 'hex');
}

/** The fields of an entry that its hash covers. */
export function hashedFields(entry: Entry): Omit<Entry, 'prev' | 'hash'> {
  const { prev: _prev, hash: _hash, ...fields } = entry;
  return fields;
}

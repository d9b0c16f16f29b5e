import { createHash } from 'node:crypto';
import { canonicalText } from '../../db/canonical.ts';

/** SHA-256 of the RFC 8785 form of a JSON value, 64 hex digits. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
}

import type { StateReader } from '#shared/contract/rows.ts';
import { type SignedEntry, subjectOf, wordsOf } from '#shared/features/signatures/signed.ts';
import { changedParts, signatureOf } from '#shared/kernel/signature.ts';
import { canonicalText } from '../../db/canonical.ts';
import { readable } from '../../db/handles.ts';
import { entryHash } from '../../journal/hash.ts';
import type { Store } from '../../station/store.ts';
import { partsNow } from './seal.ts';
import { everySigned } from './store.ts';

/**
 * What is no longer as it was signed, empty while the signature holds: `entry` where the sealed words
 * were touched, `record` where the signed record is gone, else fields and covered parts by name.
 */
export function changedSince(read: StateReader, entry: SignedEntry): readonly string[] {
  return [
    ...(isSealed(entry) ? [] : ['entry']),
    ...changedWords(read, entry),
    ...changedParts(signatureOf(entry).parts, partsNow(read, entry)),
  ];
}

function isSealed({ prev, hash, ...fields }: SignedEntry): boolean {
  return entryHash(prev, fields) === hash;
}

/** Signed words that the record no longer repeats, by name. */
export function changedWords(read: StateReader, entry: SignedEntry): readonly string[] {
  const { signed, found } = wordsOf(read, entry);
  if (!found) return ['record'];
  const row = found as Readonly<Record<string, unknown>>;
  return Object.entries(signed)
    .filter(([field, value]) => canonicalText(value) !== canonicalText(row[field] ?? null))
    .map(([field]) => field);
}

/** A signature that no longer holds: what was signed, about what, and the names of what changed. */
export interface BrokenSignature {
  readonly meaning: string;
  readonly subject: string;
  readonly at: string;
  readonly changed: readonly string[];
}

/** Every signature of a folder that no longer holds; empty when all do. Reads each signed act. */
export function brokenSignatures({ db, reader }: Store): readonly BrokenSignature[] {
  return [...everySigned(readable(db))].flatMap((entry) => {
    const changed = changedSince(reader, entry);
    const { type: meaning, at } = entry;
    return changed.length > 0 ? [{ meaning, subject: subjectOf(entry), at, changed }] : [];
  });
}

import type { Entry } from './entry.ts';
import type { Json } from './json.ts';

/** Parts of the record that a signature covers beside the act's own words: name → SHA-256, 64 hex digits. */
export type SignedParts = Readonly<Record<string, string>>;

/** A signature as the journal holds it: the sealed entry of the act that was signed (21 CFR 11.50, 11.70). */
export interface Signature {
  /** Staff id. */
  readonly who: string;
  readonly second: string | null;
  /** UTC with milliseconds and Z. */
  readonly at: string;
  /** The act: an event type. */
  readonly meaning: string;
  /** Hash of the entry: it binds persons, time, meaning, the signed words and `parts`. */
  readonly hash: string;
  readonly parts: SignedParts;
}

/** Where an entry's inputs hold the signed parts. */
const KEY = 'signed';

/** Adds signed parts to what an entry says that its decision saw. */
export function withSignedParts(inputs: Json | undefined, parts: SignedParts): Json {
  return { ...(isRecord(inputs) ? inputs : {}), [KEY]: parts };
}

/** The signature that an entry is; entries sealed before parts were kept have none. */
export function signatureOf(entry: Entry): Signature {
  const { actor: who, second, at, type: meaning, hash, inputs } = entry;
  const parts = isRecord(inputs) ? inputs[KEY] : undefined;
  return { who, second, at, meaning, hash, parts: isRecord(parts) ? (parts as SignedParts) : {} };
}

/** Names of signed parts that are no longer what was signed, in order; a part that is gone counts. */
export function changedParts(signed: SignedParts, now: SignedParts): readonly string[] {
  return Object.keys(signed)
    .filter((part) => signed[part] !== now[part])
    .sort();
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

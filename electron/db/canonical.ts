import canonicalizeJson from 'canonicalize';

/** The RFC 8785 form of a JSON value; throws on what JSON cannot hold. */
export function canonicalText(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

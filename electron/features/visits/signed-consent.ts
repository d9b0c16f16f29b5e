import type { StateReader } from '#shared/contract/rows.ts';
import { consentByHash } from '../rulesets/consents.ts';

/**
 * The text that the donor signed in a visit, found by the hash that her signature is bound to, with
 * her strokes; null before she signed.
 */
export function signedConsent(read: StateReader, visitId: string) {
  const visit = read.get('visit', visitId);
  if (!visit?.consentHash || !visit.consentSignature || !visit.consentAt) return null;
  const found = consentByHash(read, visit.consentHash);
  if (!found) return null;
  return {
    title: found.title,
    version: found.text.version,
    textHash: visit.consentHash,
    paragraphs: [...found.text.paragraphs],
    signature: visit.consentSignature,
    signedAt: visit.consentAt,
  };
}

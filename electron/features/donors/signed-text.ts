import type { StateReader } from '#shared/contract/rows.ts';
import { consentByHash } from '../rulesets/consents.ts';

/** What an entry of a donor's history signed: the visit to open it by, and the title of the text. */
export function signedText(
  row: { readonly type: string; readonly body: string },
  { read }: { readonly read: StateReader },
) {
  if (row.type !== 'visits.consentSigned') return null;
  const { visitId, textHash } = JSON.parse(row.body) as { visitId: string; textHash: string };
  const found = consentByHash(read, textHash);
  return found ? { visitId, title: found.title } : null;
}

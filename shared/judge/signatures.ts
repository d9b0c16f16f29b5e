import type { AnyEntry, EntryOf } from '../contract/events.ts';
import type { StateReader } from '../contract/rows.ts';
import type { Json } from '../kernel/json.ts';
import { type Examination, type History, violation } from './history.ts';
import { packInForce } from './policy.ts';
import { hashOfJson } from './sha256.ts';
import type { Violation } from './violation.ts';

/** INV-31: a physician's signature covers exactly the decision as it stands, under her printed name. */
export const signaturesCoverTheirContent: Examination = (history) =>
  history.of('visits.decided').flatMap((entry) => {
    const { contentHash, ...content } = entry.body;
    const found: Violation[] = [];
    if (hashOfJson(content as Json) !== contentHash)
      found.push(violation('INV-31', content.visitId, entry, 'signed other content'));
    if (content.signedName !== nameOf(history, entry))
      found.push(violation('INV-31', content.visitId, entry, 'signed under another name'));
    return found;
  });

/** INV-31: a donor signed the very text of consent that the pack in force asks of her. */
export const consentsCoverTheirText: Examination = (history) =>
  history.of('visits.consentSigned').flatMap((entry) => {
    const { visitId, textHash, signature } = entry.body;
    const until = history.position(entry);
    const visit = history.naming('visits.checkedIn', 'visitId', visitId, until)[0];
    const programme = visit?.body.programme ?? '';
    const pack = packInForce(history, programme, entry.localDate, until);
    const text = pack?.consent as Json | null | undefined;
    const isSame = text !== null && text !== undefined && hashOfJson(text) === textHash;
    return isSame && signature !== ''
      ? []
      : [violation('INV-31', visitId, entry, 'consent to a text that was not in force')];
  });

function nameOf(history: History, entry: EntryOf<'visits.decided'>): string | undefined {
  const until = history.position(entry as AnyEntry);
  const { actor } = entry;
  const amended = history.naming('operators.staffAmended', 'staffId', actor, until).at(-1);
  return (
    amended?.body.name ??
    history.naming('operators.staffEnrolled', 'staffId', actor, until)[0]?.body.name
  );
}

type Finding = readonly [subject: string, text: string];

/** INV-31: the tables hold decisions, consents and releases in the very words that were signed. */
export function signedWordsStand(history: History, read: StateReader): readonly Finding[] {
  const decisions = history.of('visits.decided').flatMap(({ body }): Finding[] => {
    const { decisionId, ...words } = body;
    return repeats(read.get('visitDecision', decisionId), words)
      ? []
      : [[body.visitId, 'the table holds another decision than was signed']];
  });
  const consents = history.of('visits.consentSigned').flatMap(({ body }): Finding[] => {
    const { textHash: consentHash, signature: consentSignature } = body;
    return repeats(read.get('visit', body.visitId), { consentHash, consentSignature })
      ? []
      : [[body.visitId, 'the table holds another consent than was signed']];
  });
  const releases = history.of('inventory.released').flatMap((entry): Finding[] => {
    const { unitId, checks, listId } = entry.body;
    const words = { checks, listId, releasedBy: entry.actor, secondBy: entry.second };
    return repeats(read.get('release', `${unitId}:${entry.eventId}`), words)
      ? []
      : [[unitId, 'the table holds another release than was signed']];
  });
  return [...decisions, ...consents, ...releases];
}

function repeats(row: object | undefined, words: Readonly<Record<string, unknown>>): boolean {
  if (!row) return false;
  return Object.entries(words).every(
    ([name, word]) =>
      hashOfJson(word as Json) === hashOfJson((row as Record<string, Json>)[name] ?? null),
  );
}

import type { InputOf } from '#shared/contract/index.ts';
import { personRecords } from '#shared/features/donors/facts.ts';
import type { SignatureView } from '#shared/features/signatures/contract.ts';
import { type SignedEntry, subjectOf } from '#shared/features/signatures/signed.ts';
import { signatureOf } from '#shared/kernel/signature.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { signedAbout } from './store.ts';
import { changedSince } from './verify.ts';

/** Reads of signatures, each checked now. */
export const signaturesQueries = defineQueries({
  'signatures.onRecord': (asked, ctx) =>
    subjectsOf(asked, ctx)
      .flatMap((subject) => signedAbout(ctx.db, subject))
      .map((entry) => viewOf(entry, ctx))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
});

function subjectsOf(
  asked: InputOf<'signatures.onRecord'>,
  { read }: QueryContext,
): readonly string[] {
  switch (asked.kind) {
    case 'visit':
      return [asked.visitId];
    case 'donor':
      return personRecords(read, asked.donorId).flatMap(({ id }) => [
        id,
        ...read.by('visit', 'donorId', id).map((visit) => visit.id),
        ...read.by('donation', 'donorId', id).map((donation) => donation.id),
      ]);
    case 'unit':
      return [asked.unitId, asked.unitId.split(':', 1)[0] ?? ''];
    case 'record':
      return [asked.id];
  }
}

/** A signature with what changed since, by name. */
function viewOf(entry: SignedEntry, { read }: QueryContext): SignatureView {
  const { who, second, at, meaning, hash } = signatureOf(entry);
  const name = (staffId: string) => read.get('staff', staffId)?.name ?? staffId;
  const changed = [...new Set(changedSince(read, entry))];
  return {
    meaning,
    subject: subjectOf(entry),
    by: name(who),
    second: second === null ? null : name(second),
    at,
    hash,
    state: changed.length === 0 ? 'valid' : 'broken',
    changed,
  };
}

import type { SignedEntry } from '#shared/features/signatures/signed.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { decodeEntry, ENTRY_COLUMNS } from '../../journal/journal.ts';

/** As in the index `journal_signed`, to the letter: the planner compares the words. */
const SIGNED = `type IN ('visits.consentSigned', 'visits.decided', 'donors.reinstated',
  'components.holdLifted', 'inventory.released', 'inventory.discarded')`;
const SUBJECT = `coalesce(body ->> '$.visitId', body ->> '$.unitId',
  body ->> '$.donorId', body ->> '$.target')`;

/** Signed acts about a visit, donor, unit or donation, in the order in which they were applied here. */
export function signedAbout(db: ReadHandle, subject: string): readonly SignedEntry[] {
  const rows = db
    .prepare(
      `SELECT ${ENTRY_COLUMNS} FROM journal WHERE ${SIGNED} AND ${SUBJECT} = ? ORDER BY position`,
    )
    .all(subject);
  return rows.map((row) => decodeEntry(row) as unknown as SignedEntry);
}

/** Every signed act, in the order in which it was applied here. */
export function* everySigned(db: ReadHandle): Generator<SignedEntry> {
  const rows = db
    .prepare(`SELECT ${ENTRY_COLUMNS} FROM journal WHERE ${SIGNED} ORDER BY position`)
    .iterate();
  for (const row of rows) yield decodeEntry(row) as unknown as SignedEntry;
}

import { type SignedEntry, SUBJECT_FIELDS } from '#shared/features/signatures/signed.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { decodeEntry, ENTRY_COLUMNS } from '../../journal/journal.ts';

/** As in the index `journal_signed`, to the letter: the planner compares the words. */
const SIGNED = "inputs ->> '$.signed' IS NOT NULL";
const SUBJECT = `coalesce(${SUBJECT_FIELDS.map((field) => `body ->> '$.${field}'`).join(', ')})`;

/** Signed acts about a visit, donor, unit, donation or another record, in the order in which they were applied here. */
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

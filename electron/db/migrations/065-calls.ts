import type { Migration } from './migration.ts';

/** Presses beside a running draw, and whose they were. */
export const callsMigration: Migration = {
  number: 65,
  name: 'calls',
  sql: `
CREATE TABLE call (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  chairId TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('reaction', 'stopped')),
  raisedAt TEXT NOT NULL
) STRICT;

CREATE TABLE callOwner (
  id TEXT PRIMARY KEY,
  staffId TEXT NOT NULL,
  attributedAt TEXT NOT NULL,
  attributedBy TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
`,
};

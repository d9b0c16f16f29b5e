import type { Migration } from './migration.ts';

/** Clashes between stations. */
export const exchangeMigration: Migration = {
  number: 130,
  name: 'exchange',
  sql: `
CREATE TABLE conflict (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('number')),
  subjects TEXT NOT NULL CHECK (json_valid(subjects)),
  notedAt TEXT NOT NULL
) STRICT;
`,
};

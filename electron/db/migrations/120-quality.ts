import type { Migration } from './migration.ts';

/** Incidents. */
export const qualityMigration: Migration = {
  number: 120,
  name: 'quality',
  sql: `
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  subjects TEXT NOT NULL CHECK (json_valid(subjects)),
  openedAt TEXT NOT NULL,
  openedBy TEXT NOT NULL,
  account TEXT NOT NULL,
  closedAt TEXT,
  closedBy TEXT,
  conclusion TEXT,
  cause TEXT,
  measure TEXT
) STRICT;
CREATE INDEX incident_closedAt ON incident (closedAt, id);
`,
};

import type { Migration } from './migration.ts';

/** Emergency reading, its end and its review. */
export const emergencyMigration: Migration = {
  number: 15,
  name: 'emergency',
  sql: `
CREATE TABLE emergency (
  id TEXT PRIMARY KEY,
  staffId TEXT NOT NULL,
  why TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;
CREATE INDEX emergency_staffId ON emergency (staffId, id);

CREATE TABLE emergencyEnd (
  id TEXT PRIMARY KEY,
  endedAt TEXT NOT NULL
) STRICT;

CREATE TABLE emergencyReview (
  id TEXT PRIMARY KEY,
  reviewedAt TEXT NOT NULL,
  reviewedBy TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('justified', 'notJustified')),
  note TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
`,
};

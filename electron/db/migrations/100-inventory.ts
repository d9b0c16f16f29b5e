import type { Migration } from './migration.ts';

/** Releases with their evidence, issues to hospitals on a list, and discards by two persons. */
export const inventoryMigration: Migration = {
  number: 100,
  name: 'inventory',
  sql: `
CREATE TABLE "release" (
  id TEXT PRIMARY KEY,
  unitId TEXT NOT NULL,
  listId TEXT NOT NULL,
  checks TEXT NOT NULL CHECK (json_valid(checks)),
  releasedAt TEXT NOT NULL,
  releasedBy TEXT NOT NULL,
  secondBy TEXT NOT NULL CHECK (secondBy <> releasedBy),
  withdrawnAt TEXT CHECK ((withdrawnAt IS NULL) = (withdrawnCode IS NULL)),
  withdrawnCode TEXT
) STRICT;
CREATE INDEX release_unitId ON "release" (unitId, id);
CREATE TABLE discard (
  id TEXT PRIMARY KEY,
  unitId TEXT NOT NULL,
  code TEXT NOT NULL,
  netGrams INTEGER NOT NULL CHECK (netGrams >= 0),
  wasteBag TEXT NOT NULL,
  discardedAt TEXT NOT NULL,
  by TEXT NOT NULL,
  secondBy TEXT NOT NULL CHECK (secondBy <> by)
) STRICT;
CREATE INDEX discard_unitId ON discard (unitId, id);
CREATE TABLE consignee (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  stamp TEXT NOT NULL
) STRICT;
CREATE TABLE issue (
  id TEXT PRIMARY KEY,
  unitId TEXT NOT NULL,
  consigneeId TEXT NOT NULL,
  consignee TEXT NOT NULL,
  receiver TEXT NOT NULL,
  boxTenthsC INTEGER NOT NULL,
  issuedAt TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX issue_unitId ON issue (unitId, id);
CREATE INDEX issue_issuedAt ON issue (issuedAt, id);
`,
};

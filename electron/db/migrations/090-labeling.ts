import type { Migration } from './migration.ts';

/** Labels by serial, and how far each block of serials is used. */
export const labelingMigration: Migration = {
  number: 90,
  name: 'labeling',
  sql: `
CREATE TABLE label (
  id TEXT PRIMARY KEY,
  unitId TEXT NOT NULL,
  din TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  contentHash TEXT NOT NULL CHECK (length(contentHash) = 64),
  printerId TEXT NOT NULL,
  printedAt TEXT NOT NULL,
  printedBy TEXT NOT NULL,
  reprintOf TEXT,
  state TEXT NOT NULL CHECK (state IN ('printed', 'applied', 'void', 'destroyed')),
  voidCode TEXT CHECK (state NOT IN ('printed', 'applied') OR voidCode IS NULL),
  verifiedAt TEXT CHECK (state <> 'applied' OR verifiedAt IS NOT NULL),
  outcome TEXT CHECK (outcome IN ('printed', 'sent', 'notReady', 'noAnswer', 'unknown')),
  outcomeCodes TEXT NOT NULL CHECK (json_valid(outcomeCodes))
) STRICT;
CREATE INDEX label_unitId ON label (unitId, id);
CREATE INDEX label_din ON label (din, id);
CREATE INDEX label_printerId ON label (printerId, id);
CREATE INDEX label_state ON label (state, id);
CREATE TABLE serialRange (
  id TEXT PRIMARY KEY CHECK (length(id) = 4),
  last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999)
) STRICT;
`,
};

import type { Migration } from './migration.ts';

/** Bags of medical waste. */
export const wasteMigration: Migration = {
  number: 35,
  name: 'waste',
  sql: `
CREATE TABLE wasteBag (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('infectious', 'sharps')),
  openedAt TEXT NOT NULL,
  openedBy TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'sealed', 'handedOver')),
  grams INTEGER,
  sealed TEXT CHECK (json_valid(sealed)),
  handedOver TEXT CHECK (json_valid(handedOver)),
  CHECK ((state = 'handedOver') = (handedOver IS NOT NULL))
) STRICT;
CREATE INDEX wasteBag_number ON wasteBag (number, id);
CREATE INDEX wasteBag_state ON wasteBag (state, id);
`,
};

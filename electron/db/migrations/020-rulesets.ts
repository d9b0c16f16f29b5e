import type { Migration } from './migration.ts';

/** Adopted rule packs; the whole pack stays as it was adopted. */
export const rulesetsMigration: Migration = {
  number: 20,
  name: 'rulesets',
  sql: `
CREATE TABLE rulePack (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  packId TEXT NOT NULL,
  programme TEXT NOT NULL,
  revision INTEGER NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  inForceFrom TEXT NOT NULL CHECK (length(inForceFrom) = 10),
  inForceTo TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  adoptedAt TEXT NOT NULL,
  adoptedBy TEXT NOT NULL,
  adoptedSecond TEXT NOT NULL
) STRICT;
CREATE INDEX rulePack_programme ON rulePack (programme, id);
`,
};

import type { Migration } from './migration.ts';

/** Runs of the validation protocol. */
export const validationMigration: Migration = {
  number: 125,
  name: 'validation',
  sql: `
CREATE TABLE validationRun (
  id TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  product TEXT NOT NULL,
  protocolHash TEXT NOT NULL,
  packs TEXT NOT NULL CHECK (json_valid(packs)),
  protocol TEXT NOT NULL CHECK (json_valid(protocol)),
  startedAt TEXT NOT NULL,
  startedBy TEXT NOT NULL,
  verdict TEXT,
  conclusion TEXT,
  concludedAt TEXT,
  concludedBy TEXT,
  concludedSecond TEXT,
  concludedHash TEXT
) STRICT;
CREATE INDEX validationRun_concludedAt ON validationRun (concludedAt, id);
CREATE TABLE validationStep (
  id TEXT PRIMARY KEY,
  runId TEXT NOT NULL,
  stepId TEXT NOT NULL,
  checks TEXT NOT NULL CHECK (json_valid(checks)),
  results TEXT NOT NULL CHECK (json_valid(results))
) STRICT;
CREATE INDEX validationStep_runId ON validationStep (runId, id);
`,
};

import type { Migration } from './migration.ts';

/** Adopted rule packs, each whole as it was adopted; what is signed, tried and drafted before. */
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

CREATE TABLE rulePackPage (
  id TEXT PRIMARY KEY,
  packHash TEXT NOT NULL CHECK (length(packHash) = 64),
  page INTEGER NOT NULL CHECK (page >= 1),
  pageHash TEXT NOT NULL CHECK (length(pageHash) = 64),
  ruleIds TEXT NOT NULL CHECK (json_valid(ruleIds)),
  exceptions TEXT NOT NULL CHECK (json_valid(exceptions)),
  confirmedAt TEXT NOT NULL,
  confirmedBy TEXT NOT NULL,
  confirmedSecond TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX rulePackPage_packHash ON rulePackPage (packHash, id);

CREATE TABLE rulePackReplay (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  packId TEXT NOT NULL,
  revision INTEGER NOT NULL,
  localDate TEXT NOT NULL,
  inForceFrom TEXT NOT NULL,
  visits INTEGER NOT NULL,
  units INTEGER NOT NULL,
  otherwise TEXT NOT NULL CHECK (json_valid(otherwise)),
  replayedAt TEXT NOT NULL,
  replayedBy TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;

CREATE TABLE programmeDraft (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  packId TEXT NOT NULL,
  programme TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  form TEXT NOT NULL CHECK (json_valid(form)),
  content TEXT NOT NULL CHECK (json_valid(content)),
  draftedAt TEXT NOT NULL,
  draftedBy TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX programmeDraft_packId ON programmeDraft (packId, id);
`,
};

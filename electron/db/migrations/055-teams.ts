import type { Migration } from './migration.ts';

/** Donor teams and the lists made to call them. */
export const teamsMigration: Migration = {
  number: 55,
  name: 'teams',
  sql: `
CREATE TABLE teamMember (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  team TEXT NOT NULL CHECK (team IN ('emergency', 'rareGroup', 'apheresis', 'reserve')),
  member INTEGER NOT NULL CHECK (member IN (0, 1)),
  at TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX teamMember_donorId ON teamMember (donorId, id);
CREATE INDEX teamMember_team ON teamMember (team, id);

CREATE TABLE callOut (
  id TEXT PRIMARY KEY,
  team TEXT NOT NULL CHECK (team IN ('emergency', 'rareGroup', 'apheresis', 'reserve')),
  donationType TEXT NOT NULL,
  donorIds TEXT NOT NULL CHECK (json_valid(donorIds)),
  purpose TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX callOut_team ON callOut (team, id);
`,
};

import type { Migration } from './migration.ts';

/** Shift hand-overs: signed sheets, where the accounts stand, differences that are carried. */
export const handoverMigration: Migration = {
  number: 105,
  name: 'handover',
  sql: `
CREATE TABLE handover (
  id TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  at TEXT NOT NULL,
  outgoing TEXT NOT NULL,
  incoming TEXT NOT NULL,
  untilSeq INTEGER NOT NULL CHECK (untilSeq >= 0),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  open TEXT NOT NULL CHECK (json_valid(open)),
  items TEXT NOT NULL CHECK (json_valid(items)),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX handover_station ON handover (station, id);

CREATE TABLE handoverBook (
  id TEXT PRIMARY KEY,
  handoverId TEXT NOT NULL,
  at TEXT NOT NULL,
  untilSeq INTEGER NOT NULL CHECK (untilSeq >= 0),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  open TEXT NOT NULL CHECK (json_valid(open))
) STRICT;

CREATE TABLE handoverDifference (
  id TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  handoverId TEXT NOT NULL,
  key TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  ownerId TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'found', 'writtenOff')),
  note TEXT,
  settledBy TEXT,
  settledSecond TEXT,
  settledStamp TEXT,
  CHECK ((state = 'open') = (settledStamp IS NULL))
) STRICT;
CREATE INDEX handoverDifference_station ON handoverDifference (station, id);
`,
};

import type { Migration } from './migration.ts';

/** Laboratory. Results are added, never changed or removed (INV-09): triggers refuse both. */
export const laboratoryMigration: Migration = {
  number: 70,
  name: 'laboratory',
  sql: `
CREATE TABLE sample (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  kind TEXT NOT NULL,
  haemolysis TEXT NOT NULL CHECK (haemolysis IN ('none', 'slight', 'gross')),
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  receivedAt TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX sample_din ON sample (din, id);
CREATE INDEX sample_receivedAt ON sample (receivedAt, id);

CREATE TABLE bagIntake (
  id TEXT PRIMARY KEY,
  netGrams INTEGER NOT NULL CHECK (netGrams >= 0),
  leak INTEGER NOT NULL CHECK (leak IN (0, 1)),
  haemolysis TEXT NOT NULL CHECK (haemolysis IN ('none', 'slight', 'gross')),
  colourOk INTEGER NOT NULL CHECK (colourOk IN (0, 1)),
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  correctedStamp TEXT,
  receivedAt TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;

CREATE TABLE labRun (
  id TEXT PRIMARY KEY,
  test TEXT NOT NULL,
  method TEXT NOT NULL,
  deviceId TEXT,
  reagentLotId TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  "by" TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'valid', 'invalid')),
  controls TEXT NOT NULL CHECK (json_valid(controls)),
  invalidCode TEXT
) STRICT;
CREATE INDEX labRun_state ON labRun (state, id);
CREATE INDEX labRun_reagentLotId ON labRun (reagentLotId, id);
-- An invalid run never counts again.
CREATE TRIGGER labRun_invalid BEFORE UPDATE OF state ON labRun
WHEN OLD.state = 'invalid' AND NEW.state <> 'invalid'
BEGIN SELECT RAISE(ABORT, 'an invalid run stays invalid'); END;

CREATE TABLE result (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  sampleId TEXT NOT NULL,
  test TEXT NOT NULL,
  value TEXT NOT NULL,
  figure TEXT NOT NULL,
  unit TEXT NOT NULL,
  runId TEXT NOT NULL,
  reagentLotId TEXT NOT NULL,
  method TEXT NOT NULL,
  readers TEXT NOT NULL CHECK (json_valid(readers)),
  deviceKey TEXT,
  supersedes TEXT,
  recordedAt TEXT NOT NULL,
  conflict INTEGER NOT NULL CHECK (conflict IN (0, 1))
) STRICT;
CREATE INDEX result_din ON result (din, id);
CREATE INDEX result_runId ON result (runId, id);
CREATE INDEX result_deviceKey ON result (deviceKey, id);
CREATE TRIGGER result_keys BEFORE INSERT ON result
WHEN EXISTS (SELECT 1 FROM result WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER result_update BEFORE UPDATE ON result
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER result_delete BEFORE DELETE ON result
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE pendingEntry (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  sampleId TEXT NOT NULL,
  test TEXT NOT NULL,
  value TEXT NOT NULL,
  figure TEXT NOT NULL,
  runId TEXT NOT NULL,
  "by" TEXT NOT NULL,
  byPerson TEXT NOT NULL,
  enteredAt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'agreed', 'disputed'))
) STRICT;
CREATE INDEX pendingEntry_din ON pendingEntry (din, id);
CREATE INDEX pendingEntry_runId ON pendingEntry (runId, id);
CREATE INDEX pendingEntry_state ON pendingEntry (state, id);

CREATE TABLE unmatched (
  id TEXT PRIMARY KEY,
  deviceId TEXT NOT NULL,
  sampleText TEXT NOT NULL,
  test TEXT NOT NULL,
  value TEXT NOT NULL,
  receivedAt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'explained'))
) STRICT;
CREATE INDEX unmatched_state ON unmatched (state, id);

CREATE TABLE groupDispute (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  resolvedAt TEXT,
  resolvedBy TEXT,
  resolution TEXT,
  setAside TEXT NOT NULL CHECK (json_valid(setAside))
) STRICT;
CREATE INDEX groupDispute_din ON groupDispute (din, id);
CREATE INDEX groupDispute_resolvedAt ON groupDispute (resolvedAt, id);

CREATE TABLE resultRead (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  donorId TEXT NOT NULL,
  staffId TEXT NOT NULL,
  purpose TEXT NOT NULL,
  readAt TEXT NOT NULL
) STRICT;
CREATE INDEX resultRead_din ON resultRead (din, id);
`,
};

import type { Migration } from './migration.ts';

/**
 * Journal, command outcomes, device frames and attachments are append-only (INV-36). BEFORE INSERT
 * guards stand on every unique key, because a conflict clause on any of them would remove the old row.
 */
export const kernelMigration: Migration = {
  number: 10,
  name: 'kernel',
  sql: `
CREATE TABLE journal (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  station TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  eventId TEXT NOT NULL,
  type TEXT NOT NULL,
  v INTEGER NOT NULL CHECK (v > 0),
  at TEXT NOT NULL CHECK (length(at) = 24),
  zone TEXT NOT NULL,
  localDate TEXT NOT NULL CHECK (length(localDate) = 10),
  actor TEXT NOT NULL,
  second TEXT,
  reason TEXT,
  commandId TEXT,
  causedBy TEXT,
  packs TEXT NOT NULL,
  inputs TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_key ON journal (station, seq);
CREATE UNIQUE INDEX journal_event ON journal (eventId);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_type ON journal (type, position);
CREATE INDEX journal_command ON journal (commandId) WHERE commandId IS NOT NULL;
-- Signed acts by the visit, unit, donation, donor or other record that they are about.
CREATE INDEX journal_signed ON journal (coalesce(body ->> '$.visitId', body ->> '$.unitId',
  body ->> '$.target', body ->> '$.din', body ->> '$.donorId', body ->> '$.runId',
  body ->> '$.recallId', body ->> '$.incidentId'))
WHERE inputs ->> '$.signed' IS NOT NULL;

CREATE TRIGGER journal_keys BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM journal WHERE station = NEW.station AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM journal WHERE eventId = NEW.eventId)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Which station this folder speaks as; the newest row counts. A restored copy adds one.
CREATE TABLE identity (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  station TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX identity_station ON identity (station);
CREATE TRIGGER identity_keys BEFORE INSERT ON identity
WHEN EXISTS (SELECT 1 FROM identity WHERE number = NEW.number OR station = NEW.station)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER identity_update BEFORE UPDATE ON identity
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER identity_delete BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE command_outcome (
  commandId TEXT PRIMARY KEY,
  operation TEXT NOT NULL,
  inputMark TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  seq INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER command_outcome_keys BEFORE INSERT ON command_outcome
WHEN EXISTS (SELECT 1 FROM command_outcome WHERE commandId = NEW.commandId)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER command_outcome_update BEFORE UPDATE ON command_outcome
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER command_outcome_delete BEFORE DELETE ON command_outcome
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Raw device bytes: committed before the wire is acknowledged.
CREATE TABLE device_frame (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  deviceId TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  receivedAt TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX device_frame_device ON device_frame (deviceId, id);
CREATE TRIGGER device_frame_keys BEFORE INSERT ON device_frame
WHEN EXISTS (SELECT 1 FROM device_frame WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER device_frame_update BEFORE UPDATE ON device_frame
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER device_frame_delete BEFORE DELETE ON device_frame
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  mediaType TEXT NOT NULL,
  storedAt TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER attachment_keys BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE record_version (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version > 0),
  actor TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Failed PINs survive a restart. The key is a staff id, or 'door:<door>' for the station's own count.
CREATE TABLE pin_failure (
  id TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  lastAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Keys that hashes in the records depend on, sealed under the present master key; empty before the
-- first rotation.
CREATE TABLE carried (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE site (
  id TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  name TEXT NOT NULL,
  room TEXT NOT NULL,
  facilityCode TEXT NOT NULL,
  licenceNumber TEXT NOT NULL,
  licenceExpires TEXT NOT NULL,
  zone TEXT NOT NULL,
  contactPhone TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  openedAt TEXT
) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  personId TEXT NOT NULL,
  name TEXT NOT NULL,
  badge TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  amended TEXT NOT NULL,
  linked TEXT NOT NULL
) STRICT;
CREATE INDEX site_station ON site (station, id);
CREATE INDEX staff_badge ON staff (badge, id);
CREATE INDEX staff_name ON staff (name, id);
CREATE INDEX staff_personId ON staff (personId, id);

-- Person ids that turned out to be one human.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  human TEXT NOT NULL
) STRICT;
CREATE INDEX person_human ON person (human, id);

CREATE TABLE pin (
  id TEXT PRIMARY KEY,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  cost TEXT NOT NULL CHECK (json_valid(cost)),
  temporary INTEGER NOT NULL CHECK (temporary IN (0, 1)),
  setAt TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;

CREATE TABLE roleTable (
  id TEXT PRIMARY KEY,
  inForceFrom TEXT NOT NULL,
  adoptedAt TEXT NOT NULL,
  grants TEXT NOT NULL CHECK (json_valid(grants))
) STRICT;

CREATE TABLE lockOut (
  id TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  until TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  stamp TEXT NOT NULL
) STRICT;
`,
};

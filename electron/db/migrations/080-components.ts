import type { Migration } from './migration.ts';

/**
 * Units and holds. Triggers keep what no command may do: keys of a unit drift (INV-04), its expiry
 * moves later (INV-22), or it takes another road between states than the drawn one (INV-20).
 */
export const componentsMigration: Migration = {
  number: 80,
  name: 'components',
  sql: `
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  donorId TEXT NOT NULL,
  productCode TEXT NOT NULL CHECK (length(productCode) = 8),
  division TEXT NOT NULL CHECK (length(division) = 2),
  parentUnitId TEXT,
  state TEXT NOT NULL CHECK (state IN
    ('inProcess', 'quarantine', 'labelled', 'released', 'issued', 'discarded')),
  volumeMl INTEGER NOT NULL CHECK (volumeMl >= 0),
  netGrams INTEGER NOT NULL CHECK (netGrams >= 0),
  correctedStamp TEXT,
  collectedAt TEXT NOT NULL,
  expiresAt TEXT NOT NULL,
  inProcessSerial TEXT,
  inProcessVerified INTEGER NOT NULL CHECK (inProcessVerified IN (0, 1)),
  inactivation TEXT NOT NULL CHECK (inactivation IN ('none', 'done', 'notDone')),
  freezerInAt TEXT,
  frozenAt TEXT,
  freezeBy TEXT NOT NULL,
  placeId TEXT,
  placeStamp TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX unit_din ON unit (din, id);
CREATE INDEX unit_donorId ON unit (donorId, id);
CREATE INDEX unit_state ON unit (state, id);
CREATE INDEX unit_placeId ON unit (placeId, id);
CREATE INDEX unit_parentUnitId ON unit (parentUnitId, id);
CREATE INDEX unit_inProcessSerial ON unit (inProcessSerial, id);
CREATE TRIGGER unit_born BEFORE INSERT ON unit
WHEN NEW.state <> 'inProcess' AND NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a unit begins in process'); END;
CREATE TRIGGER unit_keys BEFORE UPDATE ON unit
WHEN NEW.din <> OLD.din OR NEW.donorId <> OLD.donorId OR NEW.productCode <> OLD.productCode
  OR NEW.division <> OLD.division OR NEW.parentUnitId IS NOT OLD.parentUnitId
  OR NEW.collectedAt <> OLD.collectedAt
BEGIN SELECT RAISE(ABORT, 'keys of a unit never drift'); END;
CREATE TRIGGER unit_expiry BEFORE UPDATE OF expiresAt ON unit
WHEN NEW.expiresAt > OLD.expiresAt
BEGIN SELECT RAISE(ABORT, 'expiry only moves earlier'); END;
CREATE TRIGGER unit_state BEFORE UPDATE OF state ON unit
WHEN NEW.state <> OLD.state AND NOT (
  (OLD.state = 'inProcess' AND NEW.state IN ('quarantine', 'discarded')) OR
  (OLD.state = 'quarantine' AND NEW.state IN ('labelled', 'discarded')) OR
  (OLD.state = 'labelled' AND NEW.state IN ('released', 'quarantine', 'discarded')) OR
  (OLD.state = 'released' AND NEW.state IN ('labelled', 'quarantine', 'discarded')) OR
  (NEW.state = 'issued'))
BEGIN SELECT RAISE(ABORT, 'no such road between states'); END;
CREATE TRIGGER unit_delete BEFORE DELETE ON unit
BEGIN SELECT RAISE(ABORT, 'units never vanish'); END;

CREATE TABLE hold (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('unit', 'donation')),
  target TEXT NOT NULL,
  din TEXT NOT NULL,
  code TEXT NOT NULL,
  source TEXT NOT NULL,
  placedAt TEXT NOT NULL,
  placedBy TEXT NOT NULL,
  liftedAt TEXT,
  liftedBy TEXT
) STRICT;
CREATE INDEX hold_target ON hold (target, id);
CREATE INDEX hold_din ON hold (din, id);
CREATE INDEX hold_liftedAt ON hold (liftedAt, id);
CREATE TRIGGER hold_delete BEFORE DELETE ON hold
BEGIN SELECT RAISE(ABORT, 'holds never vanish'); END;

CREATE TABLE inProcessPrint (
  id TEXT PRIMARY KEY,
  unitId TEXT NOT NULL,
  serial TEXT NOT NULL,
  station TEXT NOT NULL,
  printerId TEXT,
  contentHash TEXT,
  printedAt TEXT NOT NULL,
  printedBy TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('printed', 'sent', 'notReady', 'noAnswer', 'unknown')),
  outcomeCodes TEXT NOT NULL CHECK (json_valid(outcomeCodes))
) STRICT;
CREATE INDEX inProcessPrint_unitId ON inProcessPrint (unitId, id);
CREATE INDEX inProcessPrint_outcome ON inProcessPrint (outcome, id);
`,
};

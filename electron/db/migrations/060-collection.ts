import type { Migration } from './migration.ts';

/** Numbers, chairs, donations, reactions, boxes; work tables of the device links. */
export const collectionMigration: Migration = {
  number: 60,
  name: 'collection',
  sql: `
CREATE TABLE numberLease (
  id TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  facility TEXT NOT NULL CHECK (length(facility) = 5),
  year TEXT NOT NULL CHECK (length(year) = 2),
  first INTEGER NOT NULL CHECK (first BETWEEN 0 AND 999999),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 999999),
  burnedAbove INTEGER,
  nextFree INTEGER NOT NULL CHECK (nextFree >= first)
) STRICT;
CREATE INDEX numberLease_station ON numberLease (station, id);

CREATE TABLE donationNumber (
  id TEXT PRIMARY KEY CHECK (length(id) = 13),
  leaseId TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 999999),
  state TEXT NOT NULL CHECK (state IN ('assigned', 'used', 'void')),
  visitId TEXT,
  donorId TEXT,
  source TEXT NOT NULL CHECK (source IN ('printed', 'sheet')),
  chairId TEXT,
  voidCode TEXT,
  CHECK ((state = 'void') = (voidCode IS NOT NULL))
) STRICT;
CREATE INDEX donationNumber_leaseId ON donationNumber (leaseId, id);
CREATE INDEX donationNumber_visitId ON donationNumber (visitId, id);
CREATE INDEX donationNumber_chairId ON donationNumber (chairId, id);
CREATE INDEX donationNumber_state ON donationNumber (state, id);

CREATE TABLE preparation (
  id TEXT PRIMARY KEY,
  chairId TEXT NOT NULL,
  deviceId TEXT NOT NULL,
  kitLotId TEXT NOT NULL,
  kitSerial TEXT NOT NULL,
  anticoagulantLotId TEXT NOT NULL,
  salineLotId TEXT NOT NULL,
  preparedAt TEXT NOT NULL,
  preparedBy TEXT NOT NULL,
  stamp TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'inUse', 'used', 'cleared'))
) STRICT;
CREATE INDEX preparation_chairId ON preparation (chairId, id);
CREATE INDEX preparation_kitSerial ON preparation (kitSerial, id);
CREATE INDEX preparation_state ON preparation (state, id);

CREATE TABLE chairTurn (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  takenStamp TEXT NOT NULL,
  cleanedAt TEXT,
  cleanedBy TEXT,
  cleanedStamp TEXT NOT NULL
) STRICT;

CREATE TABLE spentSet (
  id TEXT PRIMARY KEY,
  kitLotId TEXT NOT NULL,
  kitSerial TEXT NOT NULL,
  chairId TEXT,
  how TEXT NOT NULL CHECK (how IN ('used', 'cleared', 'spoilt')),
  code TEXT,
  spentAt TEXT NOT NULL,
  spentBy TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'discarded')),
  discarded TEXT CHECK (json_valid(discarded)),
  CHECK ((state = 'discarded') = (discarded IS NOT NULL))
) STRICT;
CREATE INDEX spentSet_state ON spentSet (state, id);

CREATE TABLE supplyScan (
  id TEXT PRIMARY KEY,
  chairId TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('machine', 'kit', 'anticoagulant', 'saline')),
  scan TEXT NOT NULL,
  what TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX supplyScan_chairId ON supplyScan (chairId, id);

CREATE TABLE machineSetting (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  targetMl INTEGER NOT NULL,
  kit TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('agrees', 'differs', 'refused', 'noAnswer', 'notProgrammable', 'confirmed')),
  read TEXT CHECK (json_valid(read)),
  code TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;

CREATE TABLE chairLabelJob (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  station TEXT NOT NULL,
  printerId TEXT NOT NULL,
  stockId TEXT NOT NULL,
  labels TEXT NOT NULL CHECK (json_valid(labels)),
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('printed', 'sent', 'notReady', 'noAnswer', 'unknown')),
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  unsent TEXT NOT NULL CHECK (json_valid(unsent))
) STRICT;
CREATE INDEX chairLabelJob_din ON chairLabelJob (din, id);
CREATE INDEX chairLabelJob_outcome ON chairLabelJob (outcome, id);

CREATE TABLE stopOverride (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  reasonCode TEXT NOT NULL,
  localDate TEXT NOT NULL CHECK (length(localDate) = 10),
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  second TEXT NOT NULL
) STRICT;
CREATE INDEX stopOverride_localDate ON stopOverride (localDate, id);

CREATE TABLE donation (
  id TEXT PRIMARY KEY CHECK (length(id) = 13),
  donorId TEXT NOT NULL,
  visitId TEXT NOT NULL,
  programme TEXT NOT NULL,
  donationType TEXT NOT NULL,
  chairId TEXT NOT NULL,
  preparationId TEXT NOT NULL,
  deviceId TEXT NOT NULL,
  linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
  arm TEXT NOT NULL CHECK (arm IN ('left', 'right')),
  cautions TEXT NOT NULL CHECK (json_valid(cautions)),
  targetMl INTEGER NOT NULL CHECK (targetMl > 0),
  startedAt TEXT NOT NULL,
  localDate TEXT NOT NULL CHECK (length(localDate) = 10),
  state TEXT NOT NULL CHECK (state IN ('running', 'ended', 'matched', 'resting', 'left')),
  machineMl INTEGER CHECK (machineMl >= 0),
  acMl INTEGER CHECK (acMl >= 0),
  cycle INTEGER,
  phase TEXT,
  interruption TEXT NOT NULL
    CHECK (interruption IN ('none', 'machineRestarted', 'statedResumed', 'statedEnded')),
  machineEndedAt TEXT,
  endedAt TEXT,
  stopReason TEXT CHECK (stopReason IN
    ('targetReached', 'donorWish', 'reaction', 'machineFault', 'venousAccess', 'timeLimit', 'other')),
  completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
  redCellsReturned TEXT CHECK (redCellsReturned IN ('yes', 'no', 'partly')),
  netGrams INTEGER CHECK (netGrams >= 0),
  plasmaMl INTEGER CHECK (plasmaMl >= 0),
  productMl INTEGER CHECK (productMl >= 0),
  freezeBy TEXT,
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  correctedStamp TEXT,
  matchedAt TEXT,
  tubes TEXT NOT NULL CHECK (json_valid(tubes)),
  restStartedAt TEXT,
  restUntil TEXT,
  leftAt TEXT,
  CHECK (state = 'running' OR endedAt IS NOT NULL OR leftAt IS NOT NULL)
) STRICT;
CREATE INDEX donation_donorId ON donation (donorId, id);
CREATE INDEX donation_visitId ON donation (visitId, id);
CREATE INDEX donation_chairId ON donation (chairId, id);
CREATE INDEX donation_deviceId ON donation (deviceId, id);
CREATE INDEX donation_state ON donation (state, id);
CREATE INDEX donation_localDate ON donation (localDate, id);
-- INV-04: the keys of a donation never drift.
CREATE TRIGGER donation_keys BEFORE UPDATE ON donation
WHEN OLD.donorId <> NEW.donorId OR OLD.visitId <> NEW.visitId OR OLD.startedAt <> NEW.startedAt
  OR (OLD.endedAt IS NOT NULL AND OLD.endedAt IS NOT NEW.endedAt)
BEGIN SELECT RAISE(ABORT, 'keys of a donation never change'); END;

CREATE TABLE runMark (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('phase', 'alarm', 'vitals', 'intervention', 'gap', 'restart', 'keyed', 'restCheck',
     'stick', 'tube', 'drug', 'emergency', 'transfer')),
  code TEXT NOT NULL,
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  clearedAt TEXT,
  "by" TEXT NOT NULL,
  sources TEXT NOT NULL CHECK (json_valid(sources))
) STRICT;
CREATE INDEX runMark_din ON runMark (din, id);

CREATE TABLE reaction (
  id TEXT PRIMARY KEY,
  din TEXT NOT NULL,
  donorId TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  physicianCalledAt TEXT,
  physicianArrivedAt TEXT,
  physicianId TEXT,
  unansweredAt TEXT,
  takenAt TEXT,
  takenBy TEXT,
  changedStamp TEXT,
  outcome TEXT,
  callOwnerId TEXT,
  grade INTEGER CHECK (grade BETWEEN 1 AND 5),
  relatedness TEXT,
  closedAt TEXT,
  reachedAt TEXT
) STRICT;
CREATE INDEX reaction_din ON reaction (din, id);
CREATE INDEX reaction_donorId ON reaction (donorId, id);
CREATE INDEX reaction_closedAt ON reaction (closedAt, id);
CREATE INDEX reaction_reachedAt ON reaction (reachedAt, id);

CREATE TABLE followUp (
  id TEXT PRIMARY KEY,
  reactionId TEXT NOT NULL,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  condition TEXT,
  care TEXT,
  limitedDays INTEGER CHECK (limitedDays >= 0),
  grade INTEGER CHECK (grade BETWEEN 1 AND 5),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX followUp_reactionId ON followUp (reactionId, id);

CREATE TABLE armCheck (
  id TEXT PRIMARY KEY,
  visitId TEXT NOT NULL,
  chairId TEXT NOT NULL,
  arm TEXT NOT NULL CHECK (arm IN ('left', 'right')),
  lotId TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX armCheck_visitId ON armCheck (visitId, id);

CREATE TABLE box (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'handedOver', 'received', 'stopped')),
  items TEXT NOT NULL CHECK (json_valid(items)),
  moves TEXT NOT NULL CHECK (json_valid(moves)),
  received TEXT NOT NULL CHECK (json_valid(received)),
  temperatures TEXT NOT NULL CHECK (json_valid(temperatures)),
  handedOverAt TEXT,
  handedOverBy TEXT,
  takenBy TEXT,
  receivedAt TEXT,
  receivedBy TEXT
) STRICT;
CREATE INDEX box_code ON box (code, id);
CREATE INDEX box_state ON box (state, id);

CREATE TABLE pastDonation (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  donationType TEXT NOT NULL,
  din TEXT,
  collectedOn TEXT NOT NULL CHECK (length(collectedOn) = 10),
  volumeMl INTEGER NOT NULL CHECK (volumeMl >= 0),
  completed INTEGER NOT NULL CHECK (completed IN (0, 1)),
  redCellsReturned INTEGER NOT NULL CHECK (redCellsReturned IN (0, 1)),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  correctedStamp TEXT
) STRICT;
CREATE INDEX pastDonation_donorId ON pastDonation (donorId, id);
CREATE INDEX pastDonation_din ON pastDonation (din, id);

-- Where the link to a machine stands; rebuilt from the stored frames when lost.
CREATE TABLE device_progress (
  id TEXT PRIMARY KEY,
  serial TEXT NOT NULL,
  lastStored INTEGER NOT NULL CHECK (lastStored >= 0),
  lastBoot INTEGER NOT NULL CHECK (lastBoot >= 0),
  interpretedFrame INTEGER NOT NULL CHECK (interpretedFrame >= 0)
) STRICT, WITHOUT ROWID;

-- Which donation a machine's run belongs to and which frames tell of it.
CREATE TABLE device_run (
  id TEXT PRIMARY KEY,
  deviceId TEXT NOT NULL,
  run TEXT NOT NULL,
  din TEXT NOT NULL,
  machineStartedAt TEXT NOT NULL,
  stationStartedAt TEXT NOT NULL,
  pressureLimit INTEGER NOT NULL,
  cyclesPlanned INTEGER NOT NULL,
  firstFrame INTEGER NOT NULL,
  lastFrame INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX device_run_din ON device_run (din, firstFrame);

-- What a donation of this chain went through; paper of other houses only shares the form of numbers.
CREATE INDEX journal_din ON journal (json_extract(body, '$.din'))
  WHERE json_extract(body, '$.din') IS NOT NULL AND type <> 'collection.historyRecorded';
`,
};

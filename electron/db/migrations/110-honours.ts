import type { Migration } from './migration.ts';

/** Certificates, print jobs, numbered sheets and medals. A sheet's serial is its key: used once. */
export const honoursMigration: Migration = {
  number: 110,
  name: 'honours',
  sql: `
CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'thanks', 'proof', 'registrationForm')),
  din TEXT NOT NULL,
  donorId TEXT NOT NULL,
  name TEXT NOT NULL,
  handWritten TEXT NOT NULL CHECK (json_valid(handWritten)),
  handWrittenBy TEXT,
  volumeMl INTEGER NOT NULL CHECK (volumeMl >= 0),
  count INTEGER NOT NULL CHECK (count >= 0),
  state TEXT NOT NULL CHECK (state IN ('ready', 'proofed', 'printing', 'printed', 'scanned',
    'handedOver', 'toPost', 'toCollect', 'spoiled', 'lost', 'withdrawn')),
  jobId TEXT,
  serial TEXT,
  replaces TEXT,
  receiver TEXT,
  receiverRelation TEXT,
  printedAt TEXT,
  handedOverAt TEXT,
  signature TEXT,
  due TEXT NOT NULL CHECK (json_valid(due)),
  said TEXT NOT NULL CHECK (json_valid(said))
) STRICT;
CREATE INDEX certificate_din ON certificate (din, id);
CREATE INDEX certificate_donorId ON certificate (donorId, id);
CREATE INDEX certificate_state ON certificate (state, id);

CREATE TABLE printJob (
  id TEXT PRIMARY KEY,
  printerId TEXT NOT NULL,
  document TEXT NOT NULL CHECK (document IN
    ('certificate', 'thanks', 'proof', 'registrationForm', 'donorSlip', 'afterCare', 'handover')),
  subject TEXT NOT NULL,
  station TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('submitted', 'processing', 'stopped', 'completed', 'cancelled', 'aborted')),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  outcome TEXT NOT NULL CHECK (outcome IN
    ('underway', 'attention', 'printed', 'notPrinted', 'uncertain')),
  cancelAsked INTEGER NOT NULL CHECK (cancelAsked IN (0, 1)),
  submittedAt TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX printJob_state ON printJob (state, id);
CREATE INDEX printJob_subject ON printJob (subject, id);
CREATE INDEX printJob_submittedAt ON printJob (submittedAt, id);

CREATE TABLE sheet (
  id TEXT PRIMARY KEY,
  stockId TEXT NOT NULL,
  certificateId TEXT,
  state TEXT NOT NULL CHECK (state IN ('used', 'spoiled')),
  code TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  second TEXT,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX sheet_certificateId ON sheet (certificateId, id);
CREATE INDEX sheet_state ON sheet (state, id);
CREATE INDEX sheet_stamp ON sheet (stamp);

CREATE TABLE medal (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  givenAt TEXT NOT NULL
) STRICT;
CREATE INDEX medal_donorId ON medal (donorId, id);
`,
};

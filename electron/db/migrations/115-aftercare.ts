import type { Migration } from './migration.ts';

/** Late information. */
export const aftercareMigration: Migration = {
  number: 115,
  name: 'aftercare',
  sql: `
CREATE TABLE lateInformation (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  din TEXT NOT NULL,
  code TEXT NOT NULL,
  receivedAt TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX lateInformation_donorId ON lateInformation (donorId, id);
CREATE INDEX lateInformation_din ON lateInformation (din, id);

CREATE TABLE recall (
  id TEXT PRIMARY KEY,
  informationId TEXT NOT NULL,
  unitId TEXT NOT NULL,
  din TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  closedAt TEXT,
  closedBy TEXT,
  conclusion TEXT
) STRICT;
CREATE INDEX recall_din ON recall (din, id);

CREATE TABLE recallCall (
  id TEXT PRIMARY KEY,
  recallId TEXT NOT NULL,
  consignee TEXT NOT NULL,
  person TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('notReached', 'setAside', 'returned', 'destroyed', 'transfused')),
  doctor TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX recallCall_recallId ON recallCall (recallId, id);
`,
};

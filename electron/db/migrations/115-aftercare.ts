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
`,
};

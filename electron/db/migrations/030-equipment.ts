import type { Migration } from './migration.ts';

/** Chairs, devices, lots, places, paper stocks, printer offsets, staff qualifications. */
export const equipmentMigration: Migration = {
  number: 30,
  name: 'equipment',
  sql: `
CREATE TABLE chair (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX chair_code ON chair (code, id);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('apheresis', 'analyser', 'labelPrinter', 'paperPrinter', 'scanner', 'idCardReader', 'scale', 'freezer', 'tubeSealer', 'bloodPressureMonitor', 'haemoglobinMeter')),
  name TEXT NOT NULL,
  model TEXT NOT NULL,
  serial TEXT NOT NULL,
  link TEXT NOT NULL CHECK (json_valid(link)),
  profile TEXT NOT NULL,
  chairId TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  testedAt TEXT,
  testedOk INTEGER NOT NULL CHECK (testedOk IN (0, 1)),
  testedDetail TEXT NOT NULL,
  labelReadAt TEXT,
  driver TEXT CHECK (driver IS NULL OR json_valid(driver)),
  checkedOn TEXT,
  checkedOk INTEGER NOT NULL CHECK (checkedOk IN (0, 1)),
  stamp TEXT NOT NULL,
  testStamp TEXT NOT NULL,
  checkStamp TEXT NOT NULL,
  driverStamp TEXT NOT NULL
) STRICT;
CREATE INDEX device_code ON device (code, id);
CREATE INDEX device_kind ON device (kind, id);
CREATE INDEX device_chairId ON device (chairId, id);
CREATE INDEX device_serial ON device (serial, id);

CREATE TABLE lot (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kit', 'anticoagulant', 'saline', 'strip', 'reagent', 'control', 'bag', 'disinfectant', 'certificate', 'labels')),
  name TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  lot TEXT NOT NULL,
  expires TEXT NOT NULL CHECK (length(expires) = 10),
  correctedStamp TEXT,
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  serves TEXT NOT NULL CHECK (json_valid(serves)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX lot_kind ON lot (kind, id);
CREATE INDEX lot_lot ON lot (lot, id);

CREATE TABLE place (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('quarantine', 'qualified', 'reject', 'freezer', 'desk')),
  minTenthsC INTEGER,
  maxTenthsC INTEGER,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  lastTenthsC INTEGER,
  lastReadAt TEXT,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX place_code ON place (code, id);
CREATE INDEX place_kind ON place (kind, id);

CREATE TABLE stock (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('label', 'certificate', 'sheet')),
  name TEXT NOT NULL,
  widthTenthsMm INTEGER NOT NULL CHECK (widthTenthsMm > 0),
  heightTenthsMm INTEGER NOT NULL CHECK (heightTenthsMm > 0),
  dotsPerMm INTEGER,
  form TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX stock_kind ON stock (kind, id);

CREATE TABLE printerOffset (
  id TEXT PRIMARY KEY,
  deviceId TEXT NOT NULL,
  stockId TEXT NOT NULL,
  xTenthsMm INTEGER NOT NULL,
  yTenthsMm INTEGER NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX printerOffset_deviceId ON printerOffset (deviceId, id);

CREATE TABLE qualification (
  id TEXT PRIMARY KEY,
  staffId TEXT NOT NULL,
  skill TEXT NOT NULL,
  until TEXT NOT NULL CHECK (length(until) = 10),
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX qualification_staffId ON qualification (staffId, id);

CREATE TABLE takenReading (
  id TEXT PRIMARY KEY,
  taker TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
`,
};

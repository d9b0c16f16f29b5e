import type { Migration } from './migration.ts';

/** Visits with their readings, blood tests and signed decisions. */
export const visitsMigration: Migration = {
  number: 50,
  name: 'visits',
  sql: `
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  programme TEXT NOT NULL,
  startedAt TEXT NOT NULL,
  localDate TEXT NOT NULL CHECK (length(localDate) = 10),
  step TEXT NOT NULL CHECK (step IN ('door', 'carer', 'consent', 'questionnaire', 'review',
    'register', 'vitals', 'bloodTest', 'decision', 'number', 'chair', 'run', 'rest', 'done')),
  stepAt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'refused', 'cancelled', 'closed')),
  endCode TEXT,
  endedAt TEXT,
  carerId TEXT,
  doorTemperatureTenthsC INTEGER,
  symptoms TEXT NOT NULL CHECK (json_valid(symptoms)),
  doorSources TEXT NOT NULL CHECK (json_valid(doorSources)),
  consentTextId TEXT,
  consentVersion INTEGER,
  consentHash TEXT,
  consentSignature TEXT,
  consentAt TEXT,
  questionnaireId TEXT,
  questionnaireVersion INTEGER,
  questionnaireHash TEXT CHECK (length(questionnaireHash) = 64),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  answersAt TEXT,
  answersMode TEXT CHECK (answersMode IN ('kiosk', 'read', 'paper')),
  translator TEXT,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  papers TEXT NOT NULL CHECK (json_valid(papers)),
  cleared TEXT NOT NULL CHECK (json_valid(cleared)),
  reviewedBy TEXT,
  reviewedAt TEXT,
  assessmentId TEXT,
  din TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;
CREATE INDEX visit_donorId ON visit (donorId, id);
CREATE INDEX visit_state ON visit (state, id);
CREATE INDEX visit_localDate ON visit (localDate, id);
CREATE INDEX visit_din ON visit (din, id);

CREATE TABLE visitReading (
  id TEXT PRIMARY KEY,
  visitId TEXT NOT NULL,
  measuredAt TEXT NOT NULL,
  "by" TEXT NOT NULL,
  weightGrams INTEGER,
  systolic INTEGER,
  diastolic INTEGER,
  pulse INTEGER,
  pulseRegular INTEGER CHECK (pulseRegular IN (0, 1)),
  temperatureTenthsC INTEGER,
  leftArmOk INTEGER CHECK (leftArmOk IN (0, 1)),
  rightArmOk INTEGER CHECK (rightArmOk IN (0, 1)),
  sources TEXT NOT NULL CHECK (json_valid(sources))
) STRICT;
CREATE INDEX visitReading_visitId ON visitReading (visitId, id);

CREATE TABLE visitBloodTest (
  id TEXT PRIMARY KEY,
  visitId TEXT NOT NULL,
  testedAt TEXT NOT NULL,
  "by" TEXT NOT NULL,
  haemoglobinGramsPerLitre INTEGER NOT NULL,
  abo TEXT NOT NULL CHECK (abo IN ('A', 'B', 'O', 'AB')),
  stripLotId TEXT NOT NULL,
  others TEXT NOT NULL CHECK (json_valid(others)),
  sources TEXT NOT NULL CHECK (json_valid(sources))
) STRICT;
CREATE INDEX visitBloodTest_visitId ON visitBloodTest (visitId, id);

CREATE TABLE visitDecision (
  id TEXT PRIMARY KEY,
  visitId TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('eligible', 'deferred', 'permanent')),
  donationType TEXT,
  targetMl INTEGER,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  overrides TEXT NOT NULL CHECK (json_valid(overrides)),
  donorSentence TEXT NOT NULL,
  nextOn TEXT,
  signedBy TEXT NOT NULL,
  signedName TEXT NOT NULL,
  meaning TEXT NOT NULL,
  contentHash TEXT NOT NULL CHECK (length(contentHash) = 64),
  decidedAt TEXT NOT NULL,
  localDate TEXT NOT NULL
) STRICT;
CREATE INDEX visitDecision_visitId ON visitDecision (visitId, id);

CREATE INDEX journal_visit ON journal (json_extract(body, '$.visitId'))
  WHERE json_extract(body, '$.visitId') IS NOT NULL;
`,
};

import type { Migration } from './migration.ts';

/**
 * Donors. Document numbers and phones are indexed, not unique: two records may be one human. The index
 * on the journal serves a donor's history.
 */
export const donorsMigration: Migration = {
  number: 40,
  name: 'donors',
  sql: `
CREATE TABLE donor (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  personKey TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
  birthDate TEXT NOT NULL CHECK (length(birthDate) = 10),
  documentKind TEXT NOT NULL CHECK (documentKind IN
    ('residentId', 'passport', 'hkMacaoPermit', 'taiwanPermit', 'foreignResidentCard', 'military',
     'other')),
  documentNumber TEXT NOT NULL,
  documentUntil TEXT CHECK (documentUntil IS NULL OR length(documentUntil) = 10),
  phone TEXT NOT NULL,
  registeredAt TEXT NOT NULL,
  amendedKey TEXT NOT NULL
) STRICT;
CREATE INDEX donor_number ON donor (number, id);
CREATE INDEX donor_personKey ON donor (personKey, id);
CREATE INDEX donor_birthDate ON donor (birthDate, id);
CREATE INDEX donor_documentNumber ON donor (documentNumber, id);
CREATE INDEX donor_phone ON donor (phone, id);

CREATE TABLE duplicatePair (
  id TEXT PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL CHECK (a < b),
  grounds TEXT NOT NULL CHECK (json_valid(grounds)),
  verdict TEXT NOT NULL CHECK (verdict IN ('undecided', 'same', 'different')),
  twins INTEGER NOT NULL CHECK (twins IN (0, 1)),
  decidedAt TEXT,
  decidedBy TEXT,
  decisions TEXT NOT NULL CHECK (json_valid(decisions)),
  undone TEXT NOT NULL CHECK (json_valid(undone))
) STRICT;
CREATE INDEX duplicatePair_a ON duplicatePair (a, id);
CREATE INDEX duplicatePair_b ON duplicatePair (b, id);
CREATE INDEX duplicatePair_verdict ON duplicatePair (verdict, id);

CREATE TABLE formerTie (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  otherId TEXT NOT NULL,
  since TEXT NOT NULL CHECK (length(since) = 10),
  partedAt TEXT NOT NULL,
  own TEXT NOT NULL CHECK (json_valid(own))
) STRICT;
CREATE INDEX formerTie_donorId ON formerTie (donorId, id);

CREATE TABLE sharedGiving (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('donation', 'pastDonation')),
  itemId TEXT NOT NULL
) STRICT;
CREATE INDEX sharedGiving_donorId ON sharedGiving (donorId, id);

CREATE TABLE sameGiving (
  id TEXT PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL CHECK (a < b),
  same INTEGER NOT NULL CHECK (same IN (0, 1)),
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX sameGiving_a ON sameGiving (a, id);
CREATE INDEX sameGiving_b ON sameGiving (b, id);

CREATE TABLE testSample (
  id TEXT PRIMARY KEY CHECK (length(id) = 12),
  series TEXT NOT NULL,
  donorId TEXT NOT NULL,
  programme TEXT NOT NULL,
  donationType TEXT NOT NULL,
  localDate TEXT NOT NULL CHECK (length(localDate) = 10),
  takenAt TEXT NOT NULL,
  by TEXT NOT NULL,
  tubes TEXT NOT NULL CHECK (json_valid(tubes)),
  tests TEXT NOT NULL CHECK (json_valid(tests))
) STRICT;
CREATE INDEX testSample_series ON testSample (series, id);
CREATE INDEX testSample_donorId ON testSample (donorId, id);
CREATE INDEX testSample_localDate ON testSample (localDate, id);

CREATE TABLE testOutcome (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('qualified', 'unqualified', 'pending')),
  stamp TEXT NOT NULL
) STRICT;

CREATE TABLE donorConsent (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('donation', 'contact', 'publicity', 'research')),
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  way TEXT NOT NULL CHECK (way IN ('inPerson', 'phone', 'letter')),
  at TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX donorConsent_donorId ON donorConsent (donorId, id);

CREATE TABLE fileLook (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL
) STRICT;
CREATE INDEX fileLook_donorId ON fileLook (donorId, id);

CREATE TABLE deferral (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('temporary', 'permanent')),
  code TEXT NOT NULL,
  marker TEXT,
  programme TEXT,
  startsOn TEXT NOT NULL CHECK (length(startsOn) = 10),
  until TEXT CHECK (until IS NULL OR length(until) = 10),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  sourceEventId TEXT NOT NULL,
  reinstatedAt TEXT
) STRICT;
CREATE INDEX deferral_donorId ON deferral (donorId, id);

CREATE TABLE registerQuery (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  visitId TEXT,
  register TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('clear', 'listed', 'unanswered')),
  queriedAt TEXT NOT NULL,
  queriedBy TEXT NOT NULL
) STRICT;
CREATE INDEX registerQuery_donorId ON registerQuery (donorId, id);
CREATE INDEX registerQuery_visitId ON registerQuery (visitId, id);

CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  programme TEXT NOT NULL,
  onsetOn TEXT NOT NULL CHECK (length(onsetOn) = 10),
  asymptomatic INTEGER NOT NULL CHECK (asymptomatic IN (0, 1)),
  dischargedOn TEXT NOT NULL CHECK (length(dischargedOn) = 10),
  negativeTests TEXT NOT NULL CHECK (json_valid(negativeTests)),
  doctor TEXT NOT NULL,
  hospital TEXT NOT NULL,
  documentSeen INTEGER NOT NULL CHECK (documentSeen IN (0, 1)),
  fitForDonation INTEGER NOT NULL CHECK (fitForDonation IN (0, 1)),
  recordedAt TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_donorId ON assessment (donorId, id);

CREATE TABLE donorGroup (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  abo TEXT NOT NULL CHECK (abo IN ('A', 'B', 'O', 'AB')),
  rhd TEXT NOT NULL CHECK (rhd IN ('positive', 'negative')),
  source TEXT NOT NULL,
  recordedAt TEXT NOT NULL
) STRICT;
CREATE INDEX donorGroup_donorId ON donorGroup (donorId, id);

CREATE TABLE donorPhoto (
  id TEXT PRIMARY KEY,
  donorId TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('card', 'file')),
  image TEXT NOT NULL,
  takenAt TEXT NOT NULL,
  "by" TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT;
CREATE INDEX donorPhoto_donorId ON donorPhoto (donorId, id);

-- Search as you type: names as heard and as written, numbers forwards and backwards. Kind 'work'.
CREATE TABLE donor_search (
  donorId TEXT PRIMARY KEY,
  asKept TEXT NOT NULL,
  name TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  sound TEXT NOT NULL,
  everydaySound TEXT NOT NULL,
  initials TEXT NOT NULL,
  number TEXT NOT NULL,
  numberTail TEXT NOT NULL,
  documentTail TEXT NOT NULL,
  phoneTail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX donor_search_name ON donor_search (name);
CREATE INDEX donor_search_pinyin ON donor_search (pinyin);
CREATE INDEX donor_search_sound ON donor_search (sound);
CREATE INDEX donor_search_everydaySound ON donor_search (everydaySound);
CREATE INDEX donor_search_initials ON donor_search (initials);
CREATE INDEX donor_search_number ON donor_search (number);
CREATE INDEX donor_search_numberTail ON donor_search (numberTail);
CREATE INDEX donor_search_documentTail ON donor_search (documentTail);
CREATE INDEX donor_search_phoneTail ON donor_search (phoneTail);

-- What follows the first character of a name, in every way in which it is typed. Kind 'work'.
CREATE TABLE donor_name_tail (
  tail TEXT NOT NULL,
  donorId TEXT NOT NULL,
  PRIMARY KEY (tail, donorId)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_donor ON journal (json_extract(body, '$.donorId'))
  WHERE json_extract(body, '$.donorId') IS NOT NULL;
CREATE INDEX journal_pair ON journal (json_extract(body, '$.pairId'))
  WHERE json_extract(body, '$.pairId') IS NOT NULL;
`,
};

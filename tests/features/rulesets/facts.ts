/**
 * A fact of the fact sheet that the rules were drawn from, with the rows that decide it, or the
 * questions whose signed answer does, or why no program decides it here.
 */
export interface Fact {
  readonly section: string;
  readonly fact: string;
  /** Row ids, `P01–P23` for a run of them; empty where nothing decides. */
  readonly rows: readonly string[];
  readonly why: string;
}

const rows = (section: string, fact: string, ids: string, why = ''): Fact => ({
  section,
  fact,
  rows: ids.split(' '),
  why,
});

const apart = (section: string, fact: string, why: string): Fact => ({
  section,
  fact,
  rows: [],
  why,
});

const PHYSICAL = 'GB 18467-2011, physical limits';
const BLOOD = 'GB 18467-2011, tests before donation';
const GIVING = 'GB 18467-2011, volume and interval';
const LISTS = 'GB 18467-2011, deferral lists';
const COVID = 'COVID-19 overlays on routine donation';
const IDENTITY = 'Identity, consent, refusal';
const DONOR = 'Convalescent plasma, donor';
const COLLECTION = 'Convalescent plasma, collection';
const LABORATORY = 'Convalescent plasma, laboratory';
const PREPARATION = 'Convalescent plasma, preparation and storage';
const USE = 'Convalescent plasma, clinical use';
const DRIVES = 'Group drives, indicators, teams';

/** Every fact of the sections on the donor check, convalescent plasma and group drives, in their order. */
export const FACTS: readonly Fact[] = [
  rows(PHYSICAL, 'age 18 to 55 completed years', 'AGE-1'),
  rows(
    PHYSICAL,
    'to 60 for repeat donors without a reaction',
    'AGE-2',
    'who comes by herself asks for it',
  ),
  rows(PHYSICAL, 'weight by sex', 'WT-1'),
  rows(PHYSICAL, 'systolic, diastolic, pulse pressure', 'BP-1 BP-2 BP-3'),
  rows(PHYSICAL, 'pulse 60–100 and regular; athletes from 50', 'PR-1 PR-2'),
  rows(PHYSICAL, 'temperature normal; a city page: not above 37.5 ℃', 'TMP-1'),
  rows(PHYSICAL, 'skin and sclera, limbs', 'GEN-1 GEN-2', 'the physician looks and signs'),
  rows(PHYSICAL, 'both arms', 'GEN-3'),
  rows(BLOOD, 'haemoglobin by sex; copper sulphate', 'HB-1 HB-2'),
  rows(BLOOD, 'ABO forward type before donation', 'ABO-1'),
  rows(BLOOD, 'platelet donors: haematocrit, count, predicted count', 'PLT-1 PLT-2 PLT-3'),
  rows(BLOOD, 'total protein', 'TP-1', 'for plasma; the convalescent protocol does not ask it'),
  rows(GIVING, 'whole blood 200, 300 or 400 mL', 'VOL-1'),
  rows(GIVING, 'platelets 1–2 units, or one with 200 mL of plasma', 'VOL-2'),
  rows(GIVING, 'platelets and plasma 10 L a year', 'VOL-3'),
  rows(GIVING, 'samples, anticoagulant, preservative not counted', 'VOL-4'),
  rows(GIVING, 'whole blood → whole blood', 'INT-1'),
  rows(GIVING, 'platelets → platelets; 24 a year; special matching', 'INT-2 INT-2Y INT-3'),
  rows(GIVING, 'platelets → whole blood', 'INT-4'),
  rows(GIVING, 'whole blood → platelets', 'INT-5'),
  rows(
    GIVING,
    'pairs with plasma, which the standard does not name',
    'INT-7 INT-8 INT-9 INT-10 INT-11',
  ),
  rows(GIVING, 'source plasma given elsewhere before', 'INT-12 INT-13'),
  rows(
    GIVING,
    'source-plasma regime',
    'SP-AGE SP-INT SP-COUNT SP-GRAMS SP-TP SP-HBV SP-LAW',
    'a contrast pack, never in force',
  ),
  rows(
    LISTS,
    'permanent',
    'P01–P23',
    'asked by questions Q-02 to Q-13; the physician chooses the line and signs',
  ),
  rows(LISTS, 'temporary', 'T01–T23', 'the anchor’s day is asked; day N itself may give'),
  rows(
    LISTS,
    'second durations of one line',
    'T06B T07P T09B T10B T12B T12C T13B T16B T16C T16D T17B T18B',
  ),
  rows(LISTS, 'vaccines, sera, immunoglobulin', 'V01–V06'),
  rows(COVID, 'guidance of 2021-03-29', 'C21-V1 C21-V2 C21-I1'),
  rows(COVID, 'guidance of 2022-12-17 and answers of 2022-12-26', 'C22-V1 C22-I1 C22-I2 C22-I3'),
  rows(COVID, 'call back within 48 h', 'C22-CALL'),
  apart(
    IDENTITY,
    'health check is free; the unfit are told why',
    'every refusal carries the donor’s sentence, row by row',
  ),
  apart(
    IDENTITY,
    'only qualified staff draw; sets used once',
    'gates of start and chair, not a rule about a donor',
  ),
  apart(IDENTITY, 'consent before donation', 'a step of every visit; its text belongs to the pack'),
  rows(DONOR, 'three weeks since first symptom; edition 3: or first positive test', 'CCP-1'),
  rows(DONOR, 'discharge standard, two negatives 24 h apart', 'CCP-2'),
  rows(DONOR, 'age, upper limit in principle', 'CCP-3'),
  rows(DONOR, 'weight by sex', 'CCP-4'),
  rows(DONOR, 'no blood-borne disease', 'CCP-5', 'question Q-02, signed'),
  rows(DONOR, 'clinician’s assessment', 'CCP-6'),
  rows(DONOR, 'general donor rules too', 'CCP-7'),
  rows(
    DONOR,
    'time since discharge',
    'SITE-DISCHARGE',
    'practice of several towns; the physician may clear it',
  ),
  rows(
    DONOR,
    'Wuhan: fever and 28 days preferred, no fever since discharge, no contact',
    'WH-ONSET WH-FEVER WH-NOFEVER WH-CONTACT',
  ),
  rows(DONOR, 'Zhejiang: negative for 14 days, steroids stopped', 'ZJ-NAT ZJ-STEROID'),
  apart(
    DONOR,
    'calls of a maker: 18–60, IgG > 128; neutralising > 1:640',
    'not a rule of a blood station; a programme by form can hold them',
  ),
  apart(DONOR, 'best window within two months', 'advice for inviting donors, refuses nobody'),
  rows(COLLECTION, 'plasmapheresis', 'CCP-10'),
  rows(COLLECTION, '200–400 mL a session', 'CCP-11'),
  rows(COLLECTION, '14 days between', 'CCP-12'),
  rows(COLLECTION, 'saline for women and light men', 'CCP-13'),
  rows(LABORATORY, 'markers, serology and NAT; syphilis; ALT', 'LAB-1 LAB-2 LAB-3'),
  rows(LABORATORY, 'NAT for the disease, single-donor', 'LAB-4'),
  rows(LABORATORY, 'antibody titre', 'LAB-5'),
  rows(LABORATORY, 'methods', 'LAB-6'),
  apart(
    LABORATORY,
    'local epidemiology may add tests',
    'the panel is data of the pack: a later revision adds them',
  ),
  apart(LABORATORY, 'total protein not in the list', 'nothing to decide'),
  rows(
    PREPARATION,
    'inactivation, bag volume, name, liquid and frozen storage, transport',
    'PREP-1 PREP-2 PREP-3 PREP-4 PREP-5 PREP-6',
  ),
  rows(PREPARATION, 'quarantine until tests and release', 'PREP-7'),
  rows(USE, 'indications; high-risk factors of edition 3', 'USE-1 USE-1R'),
  rows(
    USE,
    'course, dose, compatible groups',
    'USE-2 USE-4 USE-6',
    'read by the hospital; this station issues and does not transfuse',
  ),
  apart(
    USE,
    'contraindications, maker’s advice, rate, outcome',
    'the treating physician decides at the bedside; only the label warns (methylene blue)',
  ),
  rows(DRIVES, 'target 0.9 % of residents, 10 % of staff', 'DRV-1 DRV-2'),
  rows(DRIVES, 'details a week ahead', 'DRV-3'),
  rows(DRIVES, 'month and week', 'DRV-4'),
  rows(DRIVES, 'one session per half-year', 'DRV-5'),
  rows(DRIVES, 'publicity month, themed days', 'DRV-11 DRV-12'),
  rows(DRIVES, 'half-yearly sessions under six months apart', 'DRV-13'),
  rows(DRIVES, 'regular donor', 'DRV-6'),
  rows(DRIVES, 'awareness, share of regular donors', 'DRV-7 DRV-8 DRV-9 DRV-10'),
  rows(DRIVES, 'teams', 'DRV-14'),
  apart(
    DRIVES,
    'annexes: units listed twice, no single place',
    'an importer’s task; no such list is imported here',
  ),
];

/** The ids that a fact names, runs written out: `P01–P23`. */
export function idsOf({ rows: named }: Fact): readonly string[] {
  return named.flatMap((name) => {
    const [first, last] = name.split('–');
    if (first === undefined || last === undefined) return [name];
    const letter = first.slice(0, 1);
    const [from, to] = [Number(first.slice(1)), Number(last.slice(1))];
    return Array.from(
      { length: to - from + 1 },
      (_each, n) => `${letter}${String(from + n).padStart(2, '0')}`,
    );
  });
}

/** The table as the document shows it. */
export function factsDocument(): string {
  const lines = FACTS.map(
    ({ section, fact, rows: named, why }) =>
      `| ${section} | ${fact} | ${named.length === 0 ? 'not decided' : named.join(', ')} | ${why} |`,
  );
  return [...HEAD, ...lines, ''].join('\n');
}

const HEAD = [
  '# Which rule decides which fact',
  '',
  'Every fact of the sections on the donor check, convalescent plasma and group drives, with the rows that',
  'decide it (Rules → a pack → all rules, or `station call rulesets.pack`), or why no program decides it.',
  'Values, clauses, sources and certainty stand in the rows. Written by `node tests/features/rulesets/facts-write.ts`;',
  'a test holds the table against the packs. Each row has its boundary cases in `tests/features/rulesets/boundaries/`.',
  '',
  '| section | fact | rows | note |',
  '|---|---|---|---|',
];

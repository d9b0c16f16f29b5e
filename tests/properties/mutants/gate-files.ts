import { T } from './mutant.ts';

const { bench, chairFacts, desk, ending, feature, figures, gates, group, needle, people } = T;
const { eligible, holds, readings, release, standing, start, startDonor, supplies } = T;

type Files = Readonly<Record<string, readonly string[]>>;

/** One folder's files, each with the tests that must notice a fault in it. */
function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, tests]) => [`shared/features/${folder}/${file}.ts`, tests]),
  );
}

const boundaries = 'tests/features/rulesets/boundaries/boundaries.test.ts';
const histories = feature('rulesets/histories');
const screening = feature('rulesets/screening');
const inForce = feature('rulesets/in-force');
const papers = feature('labeling/paper-rules');
const operators = feature('operators/gates');
const findings = feature('rulesets/findings-person');
const records = feature('rulesets/findings-record');

/**
 * The gates: what decides over eligibility and interval, number, needle, end, result, group, label,
 * release, hold, discard and permission; of each, the tests that must notice a fault, quickest first.
 */
export const GATE_FILES: Files = {
  ...inFolder('rulesets', {
    'criteria/answers': [records, screening, boundaries],
    'criteria/blood-figures': [findings, boundaries, screening],
    'criteria/drives': [boundaries, screening],
    'criteria/history': [records, histories, boundaries, screening],
    'criteria/hospital': [records, boundaries, screening],
    'criteria/identity': [findings, boundaries, screening],
    'criteria/readings': [findings, boundaries, screening],
    'criteria/vitals': [findings, boundaries, screening],
    'intervals/caps': [records, histories, boundaries],
    'intervals/spacing': [records, histories, boundaries],
    interval: [inForce],
    params: [inForce, screening, histories, feature('rulesets/parameters')],
    screening: [screening, histories, boundaries],
    rules: [
      feature('rulesets/adoption-rules'),
      feature('rulesets/adoption'),
      feature('rulesets/packs'),
    ],
  }),
  ...inFolder('visits', {
    eligibility: [eligible, needle],
    facts: [
      feature('visits/facts'),
      feature('visits/physician'),
      feature('visits/outlook'),
      needle,
    ],
    standing: [
      feature('visits/standing'),
      feature('visits/visits'),
      feature('visits/physician'),
      feature('visits/outlook'),
    ],
    steps: [feature('visits/steps')],
    subject: [feature('visits/subject'), needle],
    'rules/decide': [
      feature('visits/decide'),
      feature('visits/physician'),
      feature('visits/reasons'),
    ],
  }),
  ...inFolder('collection', {
    facts: [chairFacts, ending, start, startDonor],
    'rules/chair': [feature('collection/chair-rules'), supplies, start, startDonor],
    'rules/end': [ending],
    'rules/figures': [ending],
    'rules/gate': [eligible, needle, startDonor],
    'rules/match': [ending],
    'rules/numbers': [feature('collection/number-rules'), desk],
    'rules/reading': [feature('collection/reading'), start, chairFacts],
    'rules/start': [start, startDonor, supplies],
  }),
  ...inFolder('donors', {
    duplicates: [feature('donors/duplicates')],
    facts: [people, desk, feature('donors/donors')],
    rules: [feature('donors/desk-rules'), feature('donors/donors'), desk],
  }),
  ...inFolder('laboratory', {
    effective: [readings, figures, feature('laboratory/effective')],
    readings: [feature('laboratory/readings'), readings, group],
    group: [feature('laboratory/group'), group, figures],
    panel: [feature('laboratory/panel'), feature('laboratory/effective'), gates, bench],
    verdicts: [feature('laboratory/verdicts'), gates],
    'rules/entry': [feature('laboratory/bench-rules'), feature('laboratory/station')],
    'rules/group': [feature('laboratory/resolve')],
    'rules/runs': [feature('laboratory/bench-rules')],
  }),
  ...inFolder('labeling', {
    gate: [gates, release, feature('labeling/label')],
    'read-back': [papers],
    'rules/print': [papers, gates],
    'rules/verify': [papers],
  }),
  ...inFolder('inventory', {
    gate: [release, gates, people],
    outdated: [feature('inventory/outdated-rules'), feature('inventory/outdated')],
    'rules/release': [feature('inventory/shelf-rules')],
    'rules/places': [feature('inventory/shelf-rules')],
  }),
  ...inFolder('components', {
    standing: [standing],
    holds: [holds],
    product: [holds, gates],
    'rules/holds': [feature('components/steps'), feature('components/components')],
    'rules/process': [feature('components/steps'), feature('components/components')],
    'rules/split': [feature('components/split'), feature('components/in-process')],
  }),
  ...inFolder('aftercare', {
    rules: [feature('aftercare/late-information'), feature('aftercare/withdraw')],
    reactions: [
      feature('aftercare/late-information'),
      feature('aftercare/recall'),
      feature('aftercare/withdraw'),
    ],
  }),
  ...inFolder('honours', {
    counting: [feature('honours/paper-rules'), feature('honours/rules'), feature('honours/desk')],
    'rules/issue': [
      feature('honours/paper-rules'),
      feature('honours/rules'),
      feature('honours/desk'),
    ],
    'rules/sheets': [
      feature('honours/paper-rules'),
      feature('honours/rules'),
      feature('honours/desk'),
    ],
  }),
  ...inFolder('equipment', {
    facts: [feature('equipment/facts'), supplies],
  }),
  ...inFolder('operators', {
    humans: [operators, desk],
    permission: [operators, people],
    'pin-rules': [operators],
    'session-rules': [operators, feature('operators/sign-in')],
  }),
  'electron/station/prove.ts': [
    'tests/station/still-allowed.test.ts',
    'tests/station/permissions.test.ts',
    'tests/station/dispatch.test.ts',
    feature('kiosk/kiosk'),
    feature('operators/sign-in'),
    feature('emergency/emergency'),
    feature('calls/calls'),
  ],
};

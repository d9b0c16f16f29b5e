import { findsPairs, type Pair } from './parts.ts';
import { releasedCase } from './shelf-case.ts';
import { offeredPack, type Story } from './story.ts';

const HOSPITAL = {
  assessmentId: 'as',
  donorId: 'don',
  onsetOn: '2020-01-20',
  dischargedOn: '2020-02-10',
  negativeTests: [],
  doctor: '测试医生',
  hospital: '测试医院',
  documentSeen: true,
  fitForDonation: true,
};

/** The hospital's word is confirmed at the visit, before the physician decides. */
const assessed = (story: Story, programme?: string): void => {
  const said = programme === undefined ? HOSPITAL : { ...HOSPITAL, programme };
  story.before('visits.decided', (a) =>
    a
      .add('donors.assessmentRecorded', said, { actor: 'nurse' })
      .add('visits.assessmentConfirmed', { visitId: 'v1', assessmentId: 'as' }, { actor: 'nurse' }),
  );
};

/** A programme whose pack keeps shelves for itself, in force before the unit is put away. */
const keeping = (story: Story, programme: string, places: readonly string[]): void => {
  const whole = offeredPack('convalescent-plasma-ed2') as unknown as { rules: readonly object[] };
  const [like] = whole.rules;
  const row = { ...like, id: 'SITE-STOCK', criterion: 'parameter', params: { places } };
  const content = { ...whole, programme, rules: [...whole.rules, row] } as never;
  const days = { inForceFrom: '2020-01-01', inForceTo: null };
  const named = { hash: 'e'.repeat(64), packId: programme, programme, revision: 2, demo: true };
  story.before('inventory.moved', (a) =>
    a.add(
      'rulesets.packAdopted',
      { ...named, ...days, content, confirmed: [], note: '' },
      { actor: 'admin', second: 'physician' },
    ),
  );
};

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-07',
    what: 'an assessment for another disease stands for the visit',
    clean: (story) => assessed(story),
    broken: (story) => assessed(story, 'mersPlasma'),
  },
  {
    id: 'INV-26',
    what: 'a unit on the shelf that another programme keeps for itself',
    clean: (story) => keeping(story, 'mersPlasma', ['Z9']),
    broken: (story) => keeping(story, 'mersPlasma', ['Q1']),
  },
  {
    id: 'INV-26',
    what: 'a unit beside the shelves of its own programme',
    clean: (story) => keeping(story, 'convalescentPlasma', ['Q1']),
    broken: (story) => {
      story.before('inventory.moved', (a) =>
        a.add(
          'equipment.placeSet',
          {
            placeId: 'own',
            code: 'Q2',
            name: '单独库',
            kind: 'qualified',
            minTenthsC: null,
            maxTenthsC: -200,
            active: true,
          },
          { actor: 'admin' },
        ),
      );
      keeping(story, 'convalescentPlasma', ['Q2']);
    },
  },
];

findsPairs(PAIRS, () => releasedCase());

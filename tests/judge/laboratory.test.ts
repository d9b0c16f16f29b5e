import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deferral, hold, lift } from './parts.ts';
import type { Story } from './story.ts';
import {
  DIN,
  labelledCase,
  printed,
  quarantinedCase,
  releasedCase,
  tested,
  testedCase,
} from './whole-case.ts';

type Bend = (story: Story) => void;

function holding(story: Story): void {
  story.react('components.held', hold());
}

const correction = (supersedes: string) => ({
  resultId: 'again',
  din: DIN,
  sampleId: `${DIN}:serology`,
  test: 'ALT',
  value: 'nonreactive',
  figure: '21',
  unit: '',
  runId: 'run-ALT-1',
  reagentLotId: 'lot1',
  method: 'm',
  readers: ['p-lab', 'p-lab2'],
  deviceKey: null,
  supersedes,
  entryId: null,
  conflict: false,
});

const bent: readonly (readonly [string, string, Bend])[] = [
  [
    'INV-09',
    'a result id comes twice',
    (s) => {
      s.find('laboratory.resultRecorded', ({ body }) => body['test'] === 'HCV').body['resultId'] =
        'res-HBV-1';
    },
  ],
  [
    'INV-09',
    'a correction by one alone',
    (s) =>
      void s.add('laboratory.resultRecorded', correction('res-ALT-1'), {
        actor: 'lab',
        reason: 'x',
      }),
  ],
  [
    'INV-09',
    'a correction of another test’s result',
    (s) =>
      void s.add('laboratory.resultRecorded', correction('res-HBV-1'), {
        actor: 'lab',
        second: 'lab2',
        reason: 'x',
      }),
  ],
  [
    'INV-11',
    'a valid run with a failed control',
    (s) => {
      s.find('laboratory.runConcluded').body['controls'] = [{ name: 'P', ok: false }];
    },
  ],
  [
    'INV-11',
    'a valid run with an expired lot',
    (s) => {
      s.find('equipment.lotReceived', ({ body }) => body['lotId'] === 'lot1').body['expires'] =
        '2020-03-09';
    },
  ],
  [
    'INV-11',
    'a withdrawn lot leaves its runs valid',
    (s) => void s.add('equipment.lotWithdrawn', { lotId: 'lot1', why: 'recall' }, { actor: 'lab' }),
  ],
  [
    'INV-11',
    'a reactive reading without a hold',
    (s) => void tested(s, 'HBV', { round: 3, value: 'reactive' }),
  ],
  [
    'INV-11',
    'reactive again without a deferral',
    (s) => {
      tested(s, 'HBV', { round: 3, value: 'reactive', after: holding });
      tested(s, 'HBV', {
        round: 4,
        value: 'reactive',
        after: (a) => void a.react('components.held', hold('h2')),
      });
    },
  ],
  [
    'INV-12',
    'a device message counts twice',
    (s) => {
      s.find('laboratory.resultRecorded', ({ body }) => body['resultId'] === 'res-HBV-2').body[
        'deviceKey'
      ] = 'dev/HBV/1';
    },
  ],
  [
    'INV-12',
    'contradicting messages without mark and hold',
    (s) => {
      Object.assign(
        s.find('laboratory.resultRecorded', ({ body }) => body['resultId'] === 'res-ALT-1').body,
        { deviceKey: 'dev/HBV/1' },
      );
    },
  ],
  [
    'INV-12',
    'a result of a sample that was never received',
    (s) => void s.drop('laboratory.sampleReceived'),
  ],
  [
    'INV-30',
    'both entries typed by one human',
    (s) => void tested(s, 'ALT', { round: 2, figure: '20', readers: ['p-lab', 'p-lab'] }),
  ],
];

for (const [invariant, name, bend] of bent) {
  test(`${invariant} judge: ${name}`, () => {
    const story = testedCase();
    bend(story);
    assert.ok(story.broken().includes(invariant), JSON.stringify(story.broken()));
  });
}

const unlabelable: readonly (readonly [string, string, Bend])[] = [
  [
    'INV-10',
    'a NAT was never done',
    (s) => void s.drop('laboratory.resultRecorded', named('HIV-NAT')),
  ],
  [
    'INV-10',
    'one round where two are due',
    (s) => void s.drop('laboratory.resultRecorded', named('HBV', 2)),
  ],
  [
    'INV-10',
    'both rounds with one lot',
    (s) => {
      for (const type of ['laboratory.runOpened', 'laboratory.resultRecorded'] as const)
        s.find(type, ({ body }) => body['runId'] === 'run-HBV-2').body['reagentLotId'] = 'lot1';
    },
  ],
  ['INV-10', 'an unknown code', (s) => bendResult(s, 'HCV', { value: 'negative?' })],
  [
    'INV-10',
    'ALT above its limit although called non-reactive',
    (s) => bendResult(s, 'ALT', { figure: '51' }),
  ],
  ['INV-10', 'an antibody below its dilution', (s) => bendResult(s, 'AB', { figure: 'IgG 1:80' })],
  [
    'INV-10',
    'an invalid run',
    (s) =>
      s.before('components.unitCreated', (a) =>
        a.add('laboratory.runInvalidated', { runId: 'run-HCV-NAT-1', code: 'x' }, { actor: 'lab' }),
      ),
  ],
  [
    'INV-10',
    'a run that was never concluded',
    (s) => void s.drop('laboratory.runConcluded', ({ body }) => body['runId'] === 'run-HIV-1'),
  ],
  [
    'INV-10',
    'no pack, no panel',
    (s) =>
      void s.drop('rulesets.packAdopted', ({ body }) => body['programme'] === 'convalescentPlasma'),
  ],
  ['INV-13', 'a group read once', (s) => void s.drop('laboratory.resultRecorded', named('ABO', 2))],
  [
    'INV-13',
    'both groups read by one human',
    (s) => bendResult(s, 'ABO', { readers: ['p-lab'] }, 2),
  ],
  [
    'INV-13',
    'a third reading disagrees',
    (s) =>
      s.before('components.unitCreated', (a) =>
        tested(a, 'ABO', { round: 3, value: 'B', readers: ['p-lab'] }),
      ),
  ],
  [
    'INV-13',
    'the finger-prick differs',
    (s) => {
      s.find('visits.bloodTested').body['abo'] = 'B';
    },
  ],
  [
    'INV-13',
    'her earlier group differs',
    (s) =>
      s.before('components.unitCreated', (a) =>
        a.add(
          'donors.groupRecorded',
          { donorId: 'don', abo: 'O', rhd: 'positive', source: 'paper' },
          { actor: 'lab', second: 'lab2' },
        ),
      ),
  ],
  [
    'INV-13',
    'a dispute is open',
    (s) =>
      s.before('components.unitCreated', (a) =>
        a.add(
          'laboratory.groupDisputed',
          { disputeId: 'g', din: DIN, code: 'x' },
          { actor: 'lab' },
        ),
      ),
  ],
  [
    'INV-13',
    'RhD negative without weak D (INV-14)',
    (s) => {
      bendResult(s, 'RhD', { value: 'negative' });
      bendResult(s, 'RhD', { value: 'negative' }, 2);
      (s.find('labeling.labelPrinted').body['content'] as { rhd: string }).rhd = 'negative';
    },
  ],
];

function named(test: string, round = 1) {
  return ({ body }: { readonly body: Record<string, unknown> }) =>
    body['resultId'] === `res-${test}-${round}`;
}

function bendResult(story: Story, test: string, to: Record<string, unknown>, round = 1): void {
  Object.assign(story.find('laboratory.resultRecorded', named(test, round)).body, to);
}

for (const [invariant, name, bend] of unlabelable) {
  test(`${invariant} judge: labelled although ${name}`, () => {
    const story = labelledCase();
    bend(story);
    assert.ok(story.broken().includes(invariant), JSON.stringify(story.broken()));
  });
}

test('INV-14 judge: RhD negative with a negative weak D is clean', () => {
  const story = labelledCase();
  bendResult(story, 'RhD', { value: 'negative' });
  bendResult(story, 'RhD', { value: 'negative' }, 2);
  (story.find('labeling.labelPrinted').body['content'] as { rhd: string }).rhd = 'negative';
  story.before('components.unitCreated', (a) =>
    tested(a, 'weakD', { value: 'negative', readers: ['p-lab'] }),
  );
  assert.deepEqual(story.broken(), []);
});

test('INV-11 judge: an initial reaction, two good repeats on its sample and a lifted hold are clean', () => {
  const repeats = (count: number, sample?: string) => {
    const story = quarantinedCase().before('components.unitCreated', (a) => {
      tested(a, 'HBV', { round: 3, value: 'reactive', after: holding });
      for (let round = 4; round < 4 + count; round += 1)
        tested(a, 'HBV', { round, ...(sample ? { sample } : {}) });
      lift(a);
    });
    return printed(story, 'L1').broken();
  };
  assert.deepEqual(repeats(2), []);
  assert.deepEqual(repeats(1), ['INV-10']);
});

test('INV-11 judge: a second reaction with hold and deferral is clean; a look-back is missed', () => {
  const story = testedCase();
  tested(story, 'HBV', { round: 3, value: 'reactive', after: holding });
  tested(story, 'HBV', {
    round: 4,
    value: 'reactive',
    after: (a) => {
      a.react('components.held', hold('h2'));
    },
  });
  story.react('donors.deferred', deferral({ until: null, marker: 'HBV' }));
  assert.deepEqual(story.broken(), []);
});

test('INV-13 judge: a discrepancy that two resolved by setting a reading aside is clean', () => {
  const story = quarantinedCase().before('components.unitCreated', (a) => {
    tested(a, 'ABO', { round: 3, value: 'B', readers: ['p-lab'] });
    a.react('laboratory.groupDisputed', { disputeId: 'g', din: DIN, code: 'discordant' });
    a.add(
      'laboratory.groupResolved',
      { disputeId: 'g', din: DIN, resolution: 'newSample', setAside: ['res-ABO-3'] },
      { actor: 'lab', second: 'physician' },
    );
  });
  assert.deepEqual(printed(story, 'L1').broken(), []);
});

test('INV-09 judge: a correction by two with a reason is clean', () => {
  const story = testedCase();
  story.add('laboratory.resultRecorded', correction('res-ALT-1'), {
    actor: 'lab',
    second: 'lab2',
    reason: '录入错误',
  });
  assert.deepEqual(story.broken(), []);
});

test('INV-12 judge: contradicting messages that are marked and held are clean', () => {
  const story = testedCase();
  story.add('laboratory.resultRecorded', {
    ...correction('res-HBV-1'),
    test: 'HBV',
    runId: 'run-HBV-1',
    readers: [],
    supersedes: null,
    figure: '0.9',
    deviceKey: 'dev/HBV/1',
    conflict: true,
  });
  holding(story);
  assert.deepEqual(story.broken(), []);
});

test('INV-30 judge: the releaser had tested with her other account', () => {
  const story = releasedCase();
  story.find('inventory.released').actor = 'labAgain';
  assert.deepEqual(story.broken(), ['INV-30']);
});

test('INV-12 judge: a preliminary reading that gives way to the final one is clean', () => {
  const story = testedCase();
  const message = (resultId: string, value: string) => ({
    ...correction('res-HBV-1'),
    resultId,
    test: 'HBV',
    value,
    runId: 'run-HBV-1',
    readers: [],
    supersedes: null,
    deviceKey: 'dev/new',
  });
  story.add('laboratory.resultRecorded', message('early', 'pending'));
  story.add('laboratory.resultRecorded', message('final', 'nonreactive'));
  assert.deepEqual(story.broken(), []);
  story.add('laboratory.resultRecorded', message('other', 'reactive'));
  assert.deepEqual(story.broken(), ['INV-11', 'INV-12']);
});

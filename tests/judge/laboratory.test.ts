import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bent, deferral, findsEach, hold, lift } from './parts.ts';
import { printed, quarantinedCase, releasedCase } from './shelf-case.ts';
import type { Story } from './story.ts';
import { DIN, tested, testedCase } from './whole-case.ts';

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

const bent: readonly Bent[] = [
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

findsEach(bent, testedCase);

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

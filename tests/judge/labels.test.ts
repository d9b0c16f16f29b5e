import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bent, findsEach, hold } from './parts.ts';
import { labelledCase, printed, quarantinedCase } from './shelf-case.ts';
import type { Draft, Story } from './story.ts';
import { EXPIRES, tested, UNIT } from './whole-case.ts';

export const isOwn = (draft: Draft) => draft.body['programme'] === 'convalescentPlasma';

export const content = (story: Story) =>
  story.find('labeling.labelPrinted').body['content'] as Record<string, unknown>;

const labels: readonly Bent[] = [
  [
    'INV-15',
    'another volume on the label',
    (s) => {
      content(s)['volumeMl'] = 200;
    },
  ],
  [
    'INV-15',
    'another expiry on the label',
    (s) => {
      content(s)['expiresAt'] = '2021-03-11T03:00:00.000Z';
    },
  ],
  [
    'INV-15',
    'another division',
    (s) => {
      content(s)['division'] = 'A0';
    },
  ],
  [
    'INV-15',
    'printed under a hold',
    (s) =>
      s.before('labeling.labelPrinted', (a) => a.add('components.held', hold(), { actor: 'lab' })),
  ],
  [
    'INV-15',
    'printed under a hold of its donation placed before it was made (INV-21)',
    (s) =>
      s.before('components.unitCreated', (a) => a.add('components.held', hold(), { actor: 'lab' })),
  ],
  ['INV-15', 'printed before quarantine', (s) => void s.drop('components.quarantined')],
  [
    'INV-13',
    'another group on the label',
    (s) => {
      content(s)['abo'] = 'B';
    },
  ],
  ['INV-17', 'a serial came twice', (s) => void printed(s, 'L1')],
  ['INV-17', 'two living labels', (s) => void printed(s, 'L2')],
  ['INV-17', 'a reprint of a living label', (s) => void printed(s, 'L2', 'L1')],
  [
    'INV-17',
    'a void label is proven',
    (s) =>
      s.before('labeling.labelVerified', (a) =>
        a.add('labeling.labelVoided', { serial: 'L1', unitId: UNIT, code: 'x' }, { actor: 'lab' }),
      ),
  ],
  [
    'INV-17',
    'a label that was never printed is proven',
    (s) => {
      s.find('labeling.labelVerified').body['serial'] = 'L9';
    },
  ],
  [
    'INV-17',
    'a living label is destroyed',
    (s) =>
      void s.add(
        'labeling.labelDestroyed',
        { serial: 'L1', unitId: UNIT },
        { actor: 'lab', second: 'lab2' },
      ),
  ],
  [
    'INV-17',
    'a wrong label without a hold',
    (s) =>
      void s.add(
        'labeling.mismatchFound',
        { unitId: UNIT, serial: 'L1', otherUnitId: null, codes: ['din'] },
        { actor: 'lab' },
      ),
  ],
  [
    'INV-16',
    'a discordant group leaves the label alive',
    (s) => void tested(s, 'ABO', { round: 3, value: 'B', readers: ['p-lab'] }),
  ],
  [
    'INV-19',
    'a recalled run leaves it labelled',
    (s) =>
      void s.add('laboratory.runInvalidated', { runId: 'run-HBV-1', code: 'x' }, { actor: 'lab' }),
  ],
  [
    'INV-22',
    'printed after expiry',
    (s) => {
      s.find('labeling.labelPrinted').at = EXPIRES;
    },
  ],
  [
    'INV-22',
    'expiry a day too late',
    (s) => {
      s.find('components.unitCreated').body['expiresAt'] = '2021-03-11T03:00:00.000Z';
    },
  ],
  [
    'INV-04',
    'a unit of another donor',
    (s) => {
      s.find('components.unitCreated').body['donorId'] = 'else';
    },
  ],
  [
    'INV-04',
    'a part of another donation',
    (s) => {
      s.find('components.unitCreated').body['parentUnitId'] = 'else';
    },
  ],
];

findsEach(labels, labelledCase);

test('INV-17 judge: a reprint with a reason that kills its elder is clean', () => {
  const story = printed(quarantinedCase(), 'L1');
  printed(story, 'L2', 'L1').react('labeling.labelVoided', {
    serial: 'L1',
    unitId: UNIT,
    code: 'reprint',
  });
  story
    .add('labeling.labelVerified', { serial: 'L2', unitId: UNIT, readers: ['x'] }, { actor: 'lab' })
    .add(
      'labeling.labelDestroyed',
      { serial: 'L1', unitId: UNIT },
      { actor: 'lab', second: 'lab2' },
    );
  assert.deepEqual(story.broken(), []);
});

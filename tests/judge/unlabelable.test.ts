import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bent, findsEach } from './parts.ts';
import { labelledCase, printed, quarantinedCase } from './shelf-case.ts';
import type { Story } from './story.ts';
import { DIN, tested } from './whole-case.ts';

const unlabelable: readonly Bent[] = [
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

findsEach(unlabelable, labelledCase);

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

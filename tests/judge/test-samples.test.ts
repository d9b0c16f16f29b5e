import { findsEach } from './parts.ts';
import type { Story } from './story.ts';
import { collectedCase } from './whole-case.ts';

const NUMBER = 'TS1232000001';
const SAMPLE = `${NUMBER}:serology`;
const LAB = { actor: 'lab' };

/** Blood for two tests alone: the titre is good, and called so. */
function testedAlone(): Story {
  const asked = {
    number: NUMBER,
    donorId: 'don',
    programme: 'convalescentPlasma',
    donationType: 'convalescentPlasma',
    tubes: ['serology'],
    tests: ['AB', 'HIV'],
  };
  const received = { sampleId: SAMPLE, din: NUMBER, kind: 'serology', haemolysis: 'none' as const };
  const run = { runId: 'r', test: 'AB', method: 'm', deviceId: null, reagentLotId: 'lot1' };
  return collectedCase()
    .add('donors.testSampleTaken', asked, { actor: 'nurse' })
    .add('laboratory.sampleReceived', { ...received, ok: true }, LAB)
    .add('laboratory.runOpened', run, LAB)
    .add('laboratory.resultRecorded', reading('AB', 'reactive', 'r'), { actor: 'station' })
    .add('laboratory.runConcluded', concluded('r'), LAB)
    .react('donors.testOutcome', { number: NUMBER, test: 'AB', state: 'qualified' });
}

const concluded = (runId: string) => ({
  runId,
  valid: true,
  controls: [{ name: 'N', ok: true }],
  code: null,
});

function reading(test: string, value: string, runId: string) {
  return {
    resultId: `${test}-${runId}`,
    din: NUMBER,
    sampleId: SAMPLE,
    test,
    value,
    figure: test === 'AB' ? 'IgG 1:160' : '',
    unit: '',
    runId,
    reagentLotId: runId === 'b' ? 'lot2' : 'lot1',
    method: 'm',
    readers: [],
    deviceKey: `dev/${test}/${runId}`,
    supersedes: null,
    entryId: null,
    conflict: false,
  };
}

findsEach(
  [
    [
      'INV-01',
      'the number is given twice',
      (s) =>
        void s.add('donors.testSampleTaken', s.find('donors.testSampleTaken').body as never, {
          actor: 'nurse',
        }),
    ],
    [
      'INV-12',
      'a group is tested beforehand',
      (s) => {
        s.find('donors.testSampleTaken').body['tests'] = ['AB', 'ABO'];
      },
    ],
    [
      'INV-10',
      'called good without its run',
      (s) => void s.drop('laboratory.runConcluded', ({ body }) => body['runId'] === 'r'),
    ],
    [
      'INV-10',
      'still called good after its run was found invalid',
      (s) => void s.add('laboratory.runInvalidated', { runId: 'r', code: 'x' }, LAB),
    ],
    [
      'INV-11',
      'a marker reacts for good and nobody is deferred',
      (s) => {
        for (const runId of ['a', 'b'])
          s.add(
            'laboratory.runOpened',
            {
              runId,
              test: 'HIV',
              method: 'm',
              deviceId: null,
              reagentLotId: runId === 'b' ? 'lot2' : 'lot1',
            },
            LAB,
          )
            .add('laboratory.resultRecorded', reading('HIV', 'reactive', runId), {
              actor: 'station',
            })
            .add('laboratory.runConcluded', concluded(runId), LAB);
      },
    ],
  ],
  testedAlone,
);

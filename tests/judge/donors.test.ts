import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from '#shared/judge/violations.ts';
import { AT_CHAIR, type Bent, deferral, findsEach, TOLD, toldMachine } from './parts.ts';
import { releasedCase } from './shelf-case.ts';
import { collectedCase, DIN, registered, screened, started } from './whole-case.ts';

const NEXT = 'A999920000002';

test('INV-01 to INV-35: a whole right case is clean, and so is every part of it from the start', () => {
  const entries = releasedCase().entries();
  for (let length = 0; length <= entries.length; length += 1)
    assert.deepEqual(violations(entries.slice(0, length)), [], `after ${length} entries`);
});

const bent: readonly Bent[] = [
  ['INV-01', 'a number is given to two visits', (s) => void screened(s, 'don', 'v2', DIN)],
  [
    'INV-01',
    'a voided number comes back',
    (s) =>
      s.before('collection.numberAssigned', (a) =>
        a.add(
          'collection.numberVoided',
          { din: DIN, leaseId: 'lease', sequence: 1, visitId: null, code: 'torn' },
          { actor: 'nurse' },
        ),
      ),
  ],
  ['INV-01', 'two donations under one number', (s) => void started(s, 'don', 'v1', DIN)],
  [
    'INV-02',
    'a number of a wrong shape',
    (s) => {
      s.find('collection.numberAssigned').body['din'] = 'O999920000001';
    },
  ],
  [
    'INV-03',
    'a number from outside the lease',
    (s) => {
      s.find('collection.numbersLeased').body['first'] = 2;
    },
  ],
  [
    'INV-03',
    'a number from a range that was burned',
    (s) =>
      s.before('collection.numberAssigned', (a) =>
        a.add(
          'collection.leaseBurned',
          { leaseId: 'lease', above: 0, why: 'restored' },
          { actor: 'admin' },
        ),
      ),
  ],
  [
    'INV-03',
    'leases of two stations overlap by one',
    (s) =>
      void s.add('collection.numbersLeased', {
        leaseId: 'other',
        station: 'S2',
        facility: 'A9999',
        year: '20',
        first: 99_999,
        last: 100_000,
      }),
  ],
  [
    'INV-03',
    'the lease of another station',
    (s) => {
      s.find('collection.numbersLeased').body['station'] = 'S2';
    },
  ],
  [
    'INV-04',
    'the donation of another donor ended',
    (s) => {
      s.find('collection.ended').body['donorId'] = 'else';
    },
  ],
  [
    'INV-04',
    'the number was another visit’s',
    (s) => {
      s.find('collection.numberAssigned').body['visitId'] = 'v0';
    },
  ],
  [
    'INV-05',
    'an undecided look-alike',
    (s) =>
      s.before('collection.numberAssigned', (a) =>
        registered(a, 'alike', '120101199001010018').react('donors.duplicateFlagged', {
          pairId: 'alike:don',
          a: 'alike',
          b: 'don',
          grounds: ['birthDateAndName'],
        }),
      ),
  ],
  ['INV-05', 'one document on two records, not flagged', (s) => void registered(s, 'don2')],
  [
    'INV-06',
    'bled on the last day of a deferral',
    (s) =>
      s.before('collection.started', (a) =>
        a.add('donors.deferred', deferral(), { actor: 'physician' }),
      ),
  ],
  [
    'INV-06',
    'a deferral of her other record',
    (s) =>
      s.before('collection.started', (a) =>
        registered(a, 'other', '120101199001010018')
          .add('donors.deferred', deferral({ donorId: 'other' }), { actor: 'physician' })
          .add(
            'donors.duplicateDecided',
            { pairId: 'don:other', a: 'don', b: 'other', verdict: 'same' },
            { actor: 'nurse', reason: '同一人' },
          ),
      ),
  ],
  [
    'INV-06',
    'a deferral is shortened by a second one of its id',
    (s) =>
      void s
        .add('donors.deferred', deferral({ until: null }), { actor: 'physician' })
        .add('donors.deferred', deferral({ until: '2020-03-11' }), { actor: 'physician' }),
  ],
  [
    'INV-06',
    'reinstated by one alone',
    (s) =>
      void s
        .add('donors.deferred', deferral(), { actor: 'physician' })
        .add(
          'donors.reinstated',
          { deferralId: 'def', donorId: 'don', path: 'reentry' },
          { actor: 'physician', reason: '复查' },
        ),
  ],
  ['INV-07', 'no consent', (s) => void s.drop('visits.consentSigned')],
  ['INV-07', 'no questionnaire', (s) => void s.drop('visits.questionnaireAnswered')],
  ['INV-07', 'the register was never asked', (s) => void s.drop('donors.registerQueried')],
  [
    'INV-07',
    'the register did not answer',
    (s) => {
      s.find('donors.registerQueried').body['answer'] = 'unanswered';
    },
  ],
  [
    'INV-07',
    'decided as deferred',
    (s) => {
      s.find('visits.decided').body['verdict'] = 'deferred';
    },
  ],
  [
    'INV-07',
    'decided by a nurse',
    (s) => {
      s.find('visits.decided').actor = 'nurse';
    },
  ],
  [
    'INV-07',
    'a rule missing that nobody may override',
    (s) => {
      const { body } = s.find('visits.decided');
      const [row] = body['rules'] as Record<string, unknown>[];
      body['rules'] = [{ ...row, verdict: 'missing' }];
      body['overrides'] = [{ ruleId: 'AGE-1', reason: 'x' }];
    },
  ],
  [
    'INV-07',
    'haemoglobin below the limit although decided fit',
    (s) => {
      s.find('visits.bloodTested').body['haemoglobinGramsPerLitre'] = 119;
    },
  ],
  [
    'INV-07',
    'weight never measured',
    (s) => {
      s.find('visits.vitalsMeasured').body['weightGrams'] = null;
    },
  ],
  [
    'INV-07',
    'nothing was sent to a machine on a line',
    (s) => {
      s.find('collection.started').body['setting'] = null;
    },
  ],
  [
    'INV-07',
    'the machine on a line holds another target',
    (s) => void toldMachine(s, 'readBack', { outcome: 'agrees', read: { ...TOLD, targetMl: 300 } }),
  ],
  [
    'INV-07',
    'a person’s eye against the machine’s own word',
    (s) =>
      void toldMachine(s, 'display', { outcome: 'differs', read: { ...TOLD, kit: 'K9' } }).before(
        'collection.started',
        (a) => a.add('collection.displayConfirmed', AT_CHAIR, { actor: 'nurse' }),
      ),
  ],
  [
    'INV-07',
    'seventeen years old',
    (s) => {
      s.find('donors.registered').body['birthDate'] = '2002-03-11';
    },
  ],
  [
    'INV-08',
    'the thirteenth day after the last plasma',
    (s) =>
      s.before('collection.started', (a) =>
        a.add(
          'collection.historyRecorded',
          {
            recordId: 'h',
            donorId: 'don',
            donationType: 'plasma',
            din: null,
            collectedOn: '2020-02-26',
            volumeMl: 200,
            completed: true,
            redCellsReturned: true,
          },
          { actor: 'nurse' },
        ),
      ),
  ],
  [
    'INV-08',
    'two on one day',
    (s) => {
      screened(s, 'don', 'v2', NEXT);
      started(s, 'don', 'v2', NEXT);
    },
  ],
];

findsEach(bent, collectedCase);

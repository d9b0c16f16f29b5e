import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwn } from './labels.test.ts';
import { type Bent, deferral, discard, findsEach, hold, lift } from './parts.ts';
import { labelledCase, printed, quarantinedCase, releasedCase } from './shelf-case.ts';
import type { Story } from './story.ts';
import { DIN, EXPIRES, MET, UNIT } from './whole-case.ts';

const releases: readonly Bent[] = [
  [
    'INV-18',
    'released under a hold',
    (s) =>
      s.before('inventory.released', (a) => a.add('components.held', hold(), { actor: 'lab' })),
  ],
  ['INV-20', 'released without a proven label', (s) => void s.drop('labeling.labelVerified')],
  ['INV-18', 'released without being frozen', (s) => void s.drop('components.frozen')],
  [
    'INV-18',
    'released against its own evidence',
    (s) => {
      s.find('inventory.released').body['checks'] = [{ ...MET, verdict: 'missing' }];
    },
  ],
  [
    'INV-18',
    'released by a nurse',
    (s) => {
      s.find('inventory.released').actor = 'nurse';
    },
  ],
  [
    'INV-18',
    'a unit that nobody made',
    (s) => {
      s.find('inventory.released').body['unitId'] = 'else';
    },
  ],
  [
    'INV-20',
    'released by a reaction',
    (s) => void Object.assign(s.find('inventory.released'), { isReaction: true }),
  ],
  [
    'INV-20',
    'on the shelf of the released without a release',
    (s) => void s.drop('inventory.released'),
  ],
  [
    'INV-10',
    'released while a round was withdrawn',
    (s) =>
      s.before('inventory.released', (a) =>
        a.add('laboratory.runInvalidated', { runId: 'run-HBV-1', code: 'x' }, { actor: 'lab' }),
      ),
  ],
  [
    'INV-22',
    'released after expiry',
    (s) => {
      s.find('inventory.released').at = EXPIRES;
      s.find('inventory.moved').at = EXPIRES;
    },
  ],
  [
    'INV-19',
    'a hold leaves it released',
    (s) => void s.add('components.held', hold(), { actor: 'lab' }),
  ],
  [
    'INV-19',
    'a recalled run leaves it released',
    (s) =>
      void s.add('laboratory.runInvalidated', { runId: 'run-HBV-1', code: 'x' }, { actor: 'lab' }),
  ],
  [
    'INV-19',
    'the phone rings and nothing is held',
    (s) =>
      void s.add(
        'aftercare.informationReceived',
        { informationId: 'i', donorId: 'don', din: DIN, code: 'fever' },
        { actor: 'nurse' },
      ),
  ],
  [
    'INV-19',
    'a marker on the donor and nothing is held',
    (s) => void s.add('donors.deferred', deferral({ marker: 'HIV' }), { actor: 'physician' }),
  ],
  [
    'INV-19',
    'a pack that asks for one more test leaves it released',
    (s) => {
      const content = structuredClone(s.find('rulesets.packAdopted', isOwn).body['content']);
      const pack = content as { donationTypes: { panel: { test: string }[] }[] };
      const [first] = pack.donationTypes[0]?.panel ?? [];
      pack.donationTypes[0]?.panel.push({ ...first, test: 'HEV' });
      const body = { ...s.find('rulesets.packAdopted', isOwn).body, hash: 'd'.repeat(64) };
      const next = { ...body, revision: 99, content } as never;
      s.add('rulesets.packAdopted', next, { actor: 'admin', second: 'physician' });
    },
  ],
  [
    'INV-26',
    'discarded and moved',
    (s) => {
      discard(s);
      s.add(
        'inventory.moved',
        { unitId: UNIT, fromPlaceId: 'shelf', toPlaceId: 'reject' },
        { actor: 'lab' },
      );
    },
  ],
  ['INV-26', 'discarded twice', (s) => void discard(discard(s))],
  [
    'INV-26',
    'a unit is made twice',
    (s) =>
      void s.add('components.unitCreated', s.find('components.unitCreated').body as never, {
        actor: 'lab',
      }),
  ],
  [
    'INV-30',
    'released by one person',
    (s) => {
      s.find('inventory.released').second = null;
    },
  ],
  [
    'INV-30',
    'seconded by her own other account',
    (s) => {
      s.before('inventory.released', (a) =>
        a.add(
          'operators.accountLinked',
          { staffId: 'physician', personId: 'p-releaser' },
          { actor: 'admin' },
        ),
      );
    },
  ],
  [
    'INV-30',
    'discarded by one person',
    (s) => {
      discard(s).find('inventory.discarded').second = null;
    },
  ],
];

findsEach(releases, releasedCase);

test('INV-19 judge: information after release with hold and withdrawal in one act is clean', () => {
  const story = releasedCase();
  story
    .add(
      'aftercare.informationReceived',
      { informationId: 'i', donorId: 'don', din: DIN, code: 'fever' },
      { actor: 'nurse' },
    )
    .react('components.held', hold())
    .react('inventory.releaseWithdrawn', { unitId: UNIT, din: DIN, code: 'lateInformation' });
  assert.deepEqual(story.broken(), []);
});

test('INV-19 judge: the same with the hold a moment later is not', () => {
  const story = releasedCase();
  story
    .add(
      'aftercare.informationReceived',
      { informationId: 'i', donorId: 'don', din: DIN, code: 'fever' },
      { actor: 'nurse' },
    )
    .add('components.held', hold(), { actor: 'nurse' })
    .react('inventory.releaseWithdrawn', { unitId: UNIT, din: DIN, code: 'lateInformation' });
  assert.deepEqual(story.broken(), ['INV-19']);
});

test('INV-23 judge: holds are lifted by two with a reason, once, and only where they are', () => {
  const held = () => labelledCase().add('components.held', hold(), { actor: 'lab' });
  assert.deepEqual(lift(held()).broken(), []);
  assert.deepEqual(lift(lift(held())).broken(), ['INV-23']);
  assert.deepEqual(lift(labelledCase()).broken(), ['INV-23']);
  assert.deepEqual(lift(held(), { reason: null }).broken(), ['INV-23']);
  assert.deepEqual(lift(held(), { second: null }).broken(), ['INV-23', 'INV-30']);
});

test('INV-26 judge: a discard by two ends the unit and is clean', () => {
  assert.deepEqual(discard(releasedCase()).broken(), []);
});

test('INV-21 judge: a hold on the mother reaches a part of a part', () => {
  const part = (story: Story, unitId: string, parentUnitId: string) =>
    story.add(
      'components.unitCreated',
      { ...(story.find('components.unitCreated').body as object), unitId, parentUnitId } as never,
      { actor: 'lab' },
    );
  const grown = () => part(part(quarantinedCase(), 'part', UNIT), 'partOfPart', 'part');
  const label = (story: Story) => {
    story.add('components.quarantined', { unitId: 'partOfPart', placeId: 'q' }, { actor: 'lab' });
    printed(story, 'L1').find('labeling.labelPrinted').body['unitId'] = 'partOfPart';
    return story.broken();
  };
  assert.deepEqual(label(grown()), []);
  const held = grown().add('components.held', hold('h1', UNIT, 'unit'), { actor: 'lab' });
  assert.deepEqual(label(held), ['INV-15']);
});

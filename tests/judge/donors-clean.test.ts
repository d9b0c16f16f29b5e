import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { AT_CHAIR, deferral, TOLD, toldMachine } from './parts.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { collectedCase, DIN, registered, screened } from './whole-case.ts';

const NURSE = { actor: 'nurse' };

test('INV-06 judge: the day after a deferral, and after a reinstatement by two, is clean', () => {
  const over = collectedCase();
  over.before('collection.started', (a) =>
    a
      .add('donors.deferred', deferral({ until: '2020-03-09' }), { actor: 'physician' })
      .add(
        'donors.deferred',
        { ...deferral({ until: null }), deferralId: 'd2' },
        { actor: 'physician' },
      )
      .add(
        'donors.reinstated',
        { deferralId: 'd2', donorId: 'don', path: 'reentry' },
        { actor: 'physician', second: 'releaser', reason: '复查' },
      ),
  );
  assert.deepEqual(over.broken(), []);
});

test('INV-07 judge: a machine that read its values back, and a silent one whose display was compared, are clean', () => {
  const agreed = toldMachine(collectedCase(), 'readBack', { outcome: 'agrees', read: TOLD });
  assert.deepEqual(agreed.broken(), []);
  const silent = { outcome: 'noAnswer', read: null } as const;
  const compared = toldMachine(collectedCase(), 'display', silent);
  assert.deepEqual(compared.broken(), ['INV-07']);
  compared.before('collection.started', (a) =>
    a.add('collection.displayConfirmed', AT_CHAIR, { actor: 'nurse' }),
  );
  assert.deepEqual(compared.broken(), []);
});

test('INV-08 judge: the fourteenth day is clean; an interval is kept over both records of a person', () => {
  const past = (collectedOn: string) => ({
    recordId: 'h',
    donorId: 'don2',
    donationType: 'plasma',
    din: null,
    collectedOn,
    volumeMl: 200,
    completed: true,
    redCellsReturned: true,
  });
  const told = (collectedOn: string, verdict: 'same' | 'different') =>
    collectedCase().before('collection.numberAssigned', (a) =>
      registered(a, 'don2', '120101199001010018')
        .add('collection.historyRecorded', past(collectedOn), { actor: 'nurse' })
        .add(
          'donors.duplicateDecided',
          { pairId: 'p', a: 'don', b: 'don2', verdict },
          { actor: 'nurse', reason: 'x' },
        ),
    );
  assert.deepEqual(told('2020-02-25', 'same').broken(), []);
  assert.deepEqual(told('2020-02-26', 'same').broken(), ['INV-08']);
  assert.deepEqual(told('2020-02-26', 'different').broken(), []);
});

test('INV-08 judge: of two papers of one donation one counts, when two persons ruled so', () => {
  const LAST = '2020-02-25' as CivilDate;
  const paper = (recordId: string, collectedOn: string) => ({
    recordId,
    donorId: 'don',
    donationType: 'plasma',
    din: null,
    collectedOn,
    volumeMl: 200,
    completed: true,
    redCellsReturned: true,
  });
  const ruled = (a: string, b: string, more: object) => (story: Story) =>
    story.add(
      'donors.givingsRuled',
      { a, b, same: true },
      { actor: 'physician', second: 'releaser', reason: '同一张纸', ...more },
    );
  const told = (rule: (story: Story) => unknown) =>
    collectedCase().before('collection.numberAssigned', (a) => {
      for (let n = 0; n < 23; n += 1)
        a.add('collection.historyRecorded', paper(`h${n}`, addDays(LAST, -14 * n)), NURSE);
      a.add('collection.historyRecorded', paper('twice', LAST), NURSE);
      rule(a);
    });
  assert.deepEqual(told(() => undefined).broken(), ['INV-08']);
  assert.deepEqual(told(ruled('h0', 'twice', {})).broken(), []);
  for (const rule of [
    ruled('h0', 'twice', { second: null }),
    ruled('h1', 'twice', {}),
    ruled('h0', 'nothing', {}),
  ])
    assert.ok(told(rule).broken().includes('INV-08'));
});

test('INV-05 judge: a decided look-alike is clean', () => {
  const story = collectedCase().before('collection.numberAssigned', (a) =>
    registered(a, 'alike')
      .react('donors.duplicateFlagged', {
        pairId: 'p',
        a: 'alike',
        b: 'don',
        grounds: ['sameDocument'],
      })
      .add(
        'donors.duplicateDecided',
        { pairId: 'p', a: 'alike', b: 'don', verdict: 'different' },
        { actor: 'nurse', reason: '不是同一人' },
      ),
  );
  assert.deepEqual(story.broken(), []);
});

test('INV-03 judge: after a restore a new lease is clean, the old one is not', () => {
  const restored = (leaseId: string) => {
    const story = foundedStory();
    registered(story, 'don');
    const old = story.drafts.length;
    screened(story, 'don', 'v1', DIN);
    for (const draft of story.drafts.slice(old)) draft.station = 'S2';
    story.before('visits.checkedIn', (a) =>
      a
        .add(
          'exchange.stationRestored',
          { oldStation: 'S1', oldSeq: old, oldHead: 'a'.repeat(64) },
          { station: 'S2' },
        )
        .add(
          'collection.leaseBurned',
          { leaseId: 'lease', above: 0, why: 'restored' },
          { station: 'S2' },
        )
        .add(
          'collection.numbersLeased',
          {
            leaseId: 'fresh',
            station: 'S2',
            facility: 'A9999',
            year: '20',
            first: 100_000,
            last: 100_100,
          },
          { station: 'S2', actor: 'admin', second: 'admin2' },
        ),
    );
    const { body } = story.find('collection.numberAssigned');
    const sequence = leaseId === 'fresh' ? 100_000 : 1;
    Object.assign(body, { leaseId, sequence, din: `A999920${String(sequence).padStart(6, '0')}` });
    return story.broken();
  };
  assert.deepEqual(restored('fresh'), []);
  assert.deepEqual(restored('lease'), ['INV-03']);
});

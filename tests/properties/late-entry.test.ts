import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { act, NURSE, registered, told } from './worlds/cast.ts';
import { decide } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { started } from './worlds/screened.ts';
import { chairPack, NOW, refusal, seated, sticker } from './worlds/seated.ts';
import { rule } from './worlds/small-pack.ts';

const PLASMA = 'convalescentPlasma';

/** Fourteen days between plasma donations, six months after whole blood. */
const RULES = [
  ...chairPack().rules,
  {
    ...rule('P14', { from: [PLASMA], to: [PLASMA], minDays: 14 }),
    criterion: 'intervalSinceLast',
  },
  {
    ...rule('W6', { from: ['wholeBlood'], to: [PLASMA], minMonths: 6 }),
    criterion: 'intervalSinceLast',
  },
];

const TAKEN = 'A999920000005';
/** Taken here on 10 March, from a donor with two records that nobody has joined yet. */
const BASE = told(
  [
    registered('2', { name: '王·小红' }),
    started(TAKEN, '1', 'v5', { localDate: '2020-03-10', startedAt: NOW }),
  ],
  NOW,
  seated({ pack: { rules: RULES } }),
);

const paper = (recordId: string, collectedOn: string, donationType = PLASMA, donorId = '1') =>
  event('collection.historyRecorded', {
    recordId,
    donorId,
    donationType,
    din: null,
    collectedOn,
    volumeMl: 200,
    completed: true,
    redCellsReturned: true,
  });
const same = event('donors.duplicateDecided', { pairId: '1:2', a: '1', b: '2', verdict: 'same' });
const different = { ...same, body: { ...same.body, verdict: 'different' } } as NewEvent;

/** What was opened: the donation that it names. */
const named = (...facts: readonly NewEvent[]) =>
  reviewed(facts.reduce((rows, fact) => told([fact], NOW, rows), BASE));
const reviewed = (rows: Rows) =>
  rows
    .all('incident')
    .filter(({ code }) => code === 'intervalBroken')
    .map(({ subjects }) => subjects.join(' '));

test('INV-08 exhaustive: a donation entered late opens a review of the later one where the interval broke', () => {
  assert.deepEqual(named(paper('p', '2020-02-25')), [], 'the fourteenth day');
  assert.deepEqual(named(paper('p', '2020-02-26')), [`${TAKEN} 1`]);
  assert.deepEqual(named(paper('p', '2020-03-10')), ['p 1']);
  assert.deepEqual(named(paper('p', '2020-03-23')), ['p 1']);
  assert.deepEqual(named(paper('p', '2020-03-24')), []);
  assert.deepEqual(named(paper('p', '2019-09-10', 'wholeBlood')), []);
  assert.deepEqual(named(paper('p', '2019-09-11', 'wholeBlood')), [`${TAKEN} 1`]);
  assert.deepEqual(named(paper('p', '2020-03-11', 'wholeBlood')), [], 'no rule for whole blood');
  assert.deepEqual(named(paper('p', '2020-01-02'), paper('q', '2020-01-15')), ['q 1']);
  assert.deepEqual(named(paper('p', '2020-02-26'), paper('p', '2020-02-26')), [`${TAKEN} 1`]);
});

test('INV-08 a past donation that was put right is compared again; one that never was is not', () => {
  const corrected = (collectedOn: string, counts = true) =>
    event('collection.historyCorrected', {
      recordId: 'p',
      donorId: '1',
      donationType: PLASMA,
      collectedOn,
      volumeMl: 200,
      completed: true,
      redCellsReturned: true,
      counts,
      code: 'mistyped',
    });
  const early = paper('p', '2020-02-01');
  assert.deepEqual(named(early, corrected('2020-02-26')), [`${TAKEN} 1`]);
  assert.deepEqual(named(early, corrected('2020-02-26', false)), []);
  const other = paper('q', '2020-02-05', PLASMA);
  assert.deepEqual(named(early, corrected('2020-02-01', false), other), []);
});

test('INV-05 INV-08 two records of one human: donations that were never compared are compared', () => {
  const other = paper('p', '2020-02-26', PLASMA, '2');
  assert.deepEqual(named(other), []);
  assert.deepEqual(named(other, same), [`${TAKEN} 1`]);
  assert.deepEqual(named(same, other), [`${TAKEN} 1`]);
  assert.deepEqual(named(other, different), []);
  assert.deepEqual(named(paper('p', '2020-02-25', PLASMA, '2'), same), []);
  assert.deepEqual(named(paper('p', '2020-03-12', PLASMA, '2'), same), ['p 2']);
});

const enter = (rows: Rows, din: string) =>
  decide(
    rows,
    'collection.recordHistory',
    {
      donorId: '1',
      donationType: PLASMA,
      number: sticker(din),
      collectedOn: '2020-03-01',
      volumeMl: 200,
      completed: true,
      redCellsReturned: true,
    },
    act(`paper-${din}`, NURSE, NOW),
  );
const give = (rows: Rows, sheet?: string) =>
  decide(
    rows,
    'collection.assignNumber',
    { visitId: 'v1', ...(sheet ? { sheet: sticker(sheet) } : {}) },
    act('give', NURSE, NOW),
  );

test('INV-01 a number of ours is never a paper donation’s too, whichever comes first', () => {
  const first = 'A999920000001';
  const second = 'A999920000002';
  const known = ['collection.historyKnown'];
  assert.deepEqual(refusal(enter(seated(), first)), known, 'given to a visit');
  const voided = event('collection.numberVoided', {
    din: first,
    leaseId: 'lease',
    sequence: 1,
    visitId: null,
    code: 'x',
  });
  assert.deepEqual(refusal(enter(seated({ facts: [voided] }), first)), known, 'void');
  const fresh = seated({ without: 'collection.numberAssigned' });
  const entered = enter(fresh, first);
  assert.ok(entered.kind === 'accepted');
  assert.deepEqual(refusal(enter(entered.rows, first)), known, 'entered twice');
  assert.deepEqual(refusal(give(entered.rows, first)), ['collection.numberUsed']);
  const given = give(entered.rows);
  assert.ok(given.kind === 'accepted');
  const states = [first, second].map((din) => given.rows.get('donationNumber', din)?.state);
  assert.deepEqual(states, ['void', 'assigned']);
  const all = Array.from({ length: 9 }, (_, at) => `A99992000000${at + 1}`).reduce((rows, din) => {
    const outcome = enter(rows, din);
    assert.ok(outcome.kind === 'accepted', din);
    return outcome.rows;
  }, fresh);
  assert.deepEqual(refusal(give(all)), ['collection.numbersExhausted']);
});

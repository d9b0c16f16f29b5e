import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { facts, holds, running, SECOND } from './needle-cases.ts';
import { told } from './worlds/cast.ts';
import { ended, screened } from './worlds/screened.ts';
import {
  AGREEING,
  card,
  chairPack,
  DONOR,
  needle,
  numbered,
  refusal,
  SEATED,
  seated,
  sticker,
} from './worlds/seated.ts';
import { rule } from './worlds/small-pack.ts';

/** Whom the needle is for: the donor, her visit and what was decided, judged again at the start. */
const DOCUMENT = '120000196001010046';

const twin = (documentKind: 'residentId' | 'passport', donorId = '2') =>
  event('donors.registered', {
    donorId,
    number: `D-${donorId}`,
    name: '王小红',
    sex: 'female',
    birthDate: '1960-01-01',
    documentKind,
    documentNumber: DOCUMENT,
    phone: '',
  });

const same = event('donors.duplicateDecided', { pairId: '1:2', a: '1', b: '2', verdict: 'same' });

const elder = event('donors.duplicateDecided', { pairId: '0:1', a: '0', b: '1', verdict: 'same' });

test('INV-05 INV-07 the donor: by card, by document on any record of hers, by what she says', () => {
  const { said } = AGREEING;
  const differs = ['collection.donorDiffers'];
  const named = facts(twin('passport', '0'), elder);
  holds([
    ['no card', [], { donor: null }],
    ['her card', [], { donor: card(DONOR) }],
    ['another’s card', differs, { donor: card('2') }, facts(twin('residentId'))],
    ['the card of her other record', [], { donor: card('2') }, facts(twin('residentId'), same)],
    ['her card where an older record names her', [], { donor: card(DONOR) }, named],
    ['another’s document', differs, { donor: DOCUMENT }, facts(twin('residentId'))],
    ['the document of her other record', [], { donor: DOCUMENT }, facts(twin('residentId'), same)],
    [
      'a passport of that number',
      ['collection.donorUnknown'],
      { donor: DOCUMENT },
      facts(twin('passport'), same),
    ],
    ['a card of nobody', ['collection.donorUnknown'], { donor: card('3') }],
    ['a number for a card', ['collection.notADonorCode'], { donor: sticker(SEATED) }],
    ['another name', ['collection.saidDiffers'], { said: { ...said, name: '王小兰' } }],
    ['another day', ['collection.saidDiffers'], { said: { ...said, birthDate: '1990-01-02' } }],
  ]);
  const which = (change: Partial<typeof said>) => {
    const outcome = needle(seated(), { said: { ...said, ...change } });
    return outcome.kind === 'refused' ? outcome.reasons[0]?.params : undefined;
  };
  assert.deepEqual(which({ name: 'x' }), { which: 'name' });
  assert.deepEqual(which({ birthDate: '1990-01-02' }), { which: 'birthDate' });
  assert.deepEqual(which({ name: 'x', birthDate: '1990-01-02' }), { which: 'both' });
});

test('INV-05 INV-07 the visit is open, decided and the donor in no other chair', () => {
  const closed = event('visits.closed', { visitId: 'v1', code: 'x' });
  const deferred = { decided: { verdict: 'deferred' as const } };
  const notDecided = ['collection.notDecided'];
  holds([
    ['closed, and its number with it', ['collection.numberVoid'], {}, facts(closed)],
    ['that nobody opened', ['collection.visitClosed'], {}, { without: 'visits.checkedIn' }],
    ['not decided', notDecided, {}, { without: 'visits.decided' }],
    ['deferred, and closed with it', ['collection.visitClosed'], {}, deferred],
    ['without a type', notDecided, {}, { decided: { donationType: null } }],
    [
      'a donor whom nobody knows',
      ['collection.visitClosed'],
      {},
      { without: 'collection.numberAssigned', facts: [numbered(1, { donorId: 'nobody' })] },
    ],
    [
      'she lies in another chair',
      ['collection.donorRunning'],
      {},
      facts(running(SECOND, DONOR, 'other')),
    ],
    ['she lay there', [], {}, facts(running(SECOND, DONOR, 'other'), ended(SECOND, DONOR))],
    [
      'her other record lies in another chair',
      ['collection.donorRunning'],
      {},
      facts(twin('passport'), same, running(SECOND, '2', 'other')),
    ],
  ]);
});

test('INV-06 INV-07 eligibility is judged again at the needle: what came after the number closes it', () => {
  const late = (programme: string | null, until: string) =>
    event('donors.deferred', {
      deferralId: 'late',
      donorId: DONOR,
      kind: 'temporary',
      code: 'T01',
      marker: null,
      programme,
      startsOn: '2020-03-10',
      until,
      hidden: false,
    });
  const rules = [
    ...chairPack().rules,
    { ...rule('DEFERRALS', {}), criterion: 'noActiveDeferral', stage: 'decision' as const },
  ];
  const after = (fact: NewEvent) => refusal(needle(seated({ pack: { rules }, facts: [fact] })));
  assert.deepEqual(after(late(null, '2020-03-10')), ['collection.notEligible']);
  assert.deepEqual(after(late('convalescentPlasma', '2020-03-10')), ['collection.notEligible']);
  assert.deepEqual(after(late('wholeBlood', '2020-03-10')), []);
  assert.deepEqual(after(late(null, '2020-03-09')), []);
});

test('INV-07 of two decisions the later one counts', () => {
  const again = screened('v1', DONOR).filter(({ type }) => type === 'visits.decided');
  const [decided] = again.map((one) => ({
    ...one,
    body: { ...one.body, decisionId: 'a', targetMl: 300 },
  })) as NewEvent[];
  assert.ok(decided);
  const rows = told([decided], '2020-03-10T01:59:00.000Z', seated());
  const later = told([decided], '2020-03-10T02:01:00.000Z', seated());
  const target = (at: typeof rows) => {
    const outcome = needle(at, {}, { now: '2020-03-10T02:02:00.000Z' });
    return outcome.kind === 'accepted' && outcome.rows.get('donation', SEATED)?.targetMl;
  };
  assert.deepEqual([target(rows), target(later)], [200, 300]);
});

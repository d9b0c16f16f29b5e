import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import { facts, holds } from './needle-cases.ts';
import { act, NURSE, told } from './worlds/cast.ts';
import { decide } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { ended, screened, started } from './worlds/screened.ts';
import {
  AGREEING,
  CHAIR,
  card,
  chairPack,
  chairSet,
  DONOR,
  deviceSet,
  NOW,
  needle,
  numbered,
  prepared,
  refusal,
  SEATED,
  type Seat,
  seated,
  sticker,
} from './worlds/seated.ts';
import { rule } from './worlds/small-pack.ts';

const SECOND = 'A999920000002';

/** A donation that another number runs, of a donor at a chair. */
const running = (din: string, donorId: string, chairId: string) =>
  started(din, donorId, 'v9', { chairId, preparationId: 'p9', deviceId: 'm9' });

test('INV-07 the needle goes in where everything agrees, and says what it found', () => {
  const outcome = needle(seated(), { donor: card(DONOR) });
  assert.equal(outcome.kind, 'accepted');
  if (outcome.kind !== 'accepted') return;
  const row = outcome.rows.get('donation', SEATED);
  assert.deepEqual(
    [row?.state, row?.donorId, row?.visitId, row?.targetMl, row?.startedAt, row?.localDate],
    ['running', DONOR, 'v1', 200, NOW, '2020-03-10'],
  );
  assert.equal(row?.linked, false);
  assert.equal(outcome.rows.get('donationNumber', SEATED)?.state, 'used');
  assert.equal(outcome.rows.get('preparation', 'prep')?.state, 'inUse');
  const asked = (donor: string | null) => {
    const found = needle(seated(), { donor });
    const inputs = found.kind === 'accepted' ? found.entries[0]?.inputs : null;
    return (inputs as { readonly card?: boolean } | null)?.card;
  };
  assert.deepEqual([asked(null), asked(card(DONOR))], [false, true]);
  const second = needle(seated(facts(LINKED, set({ read: VALUES }))));
  assert.equal(second.kind === 'accepted' && second.rows.get('donation', SEATED)?.linked, true);
});

const LINKED = deviceSet({ link: { kind: 'serial', address: 'x' } });
const VALUES = { din: SEATED, targetMl: 200, kit: 'K1' };
const AT_CHAIR = { preparationId: 'prep', deviceId: 'machine', ...VALUES };

/** What came of the values at the machine. */
const set = (more: Partial<BodyOf<'collection.machineSet'>>) =>
  event('collection.machineSet', {
    ...AT_CHAIR,
    outcome: 'agrees',
    read: null,
    code: null,
    ...more,
  });

test('INV-07 a machine with a line holds number, target and kit, by its own word or by a person’s', () => {
  const differs = ['collection.settingDiffers'];
  const missing = ['collection.settingMissing'];
  const compare = ['collection.displayUnconfirmed'];
  const silent = set({ outcome: 'noAnswer' });
  const seen = event('collection.displayConfirmed', AT_CHAIR);
  const other = (change: Partial<typeof VALUES>) =>
    facts(LINKED, set({ outcome: 'differs', read: { ...VALUES, ...change } }));
  holds([
    ['no line, nothing to hold', [], {}],
    ['nothing was sent', missing, {}, facts(LINKED)],
    ['read back the same', [], {}, facts(LINKED, set({ read: VALUES }))],
    ['another number', differs, {}, other({ din: SECOND })],
    ['another target', differs, {}, other({ targetMl: 300 })],
    ['another kit', differs, {}, other({ kit: 'K2' })],
    ['sent for another number', missing, {}, facts(LINKED, set({ din: SECOND }))],
    ['sent for another target', missing, {}, facts(LINKED, set({ targetMl: 300 }))],
    ['sent for another kit', missing, {}, facts(LINKED, set({ kit: 'K2' }))],
    ['sent for another set-up', missing, {}, facts(LINKED, set({ preparationId: 'p9' }))],
    ['refused', ['collection.settingRefused'], {}, facts(LINKED, set({ outcome: 'refused' }))],
    ['no answer', compare, {}, facts(LINKED, silent)],
    ['cannot be told', compare, {}, facts(LINKED, set({ outcome: 'notProgrammable' }))],
  ]);
  const inTurn = (...list: readonly NewEvent[]) => {
    const when = (at: number) => `2020-03-10T02:00:0${at}.000Z`;
    const tell = (rows: Rows, fact: NewEvent, at: number) => told([fact], when(at), rows);
    return needle(list.reduce(tell, seated()), {}, { now: when(9) });
  };
  assert.deepEqual(refusal(inTurn(LINKED, silent, seen, silent)), compare);
  const proof = (...list: readonly NewEvent[]) => {
    const outcome = inTurn(...list);
    const [started] = outcome.kind === 'accepted' ? outcome.entries : [];
    return started?.type === 'collection.started' ? started.body.setting : undefined;
  };
  assert.deepEqual(
    [proof(), proof(LINKED, set({})), proof(LINKED, silent, seen)],
    [null, 'readBack', 'display'],
  );
});

test('INV-07 a display is compared only where the machine itself said nothing', () => {
  const compare = (...list: readonly NewEvent[]) =>
    refusal(
      decide(
        seated(facts(...list)),
        'collection.confirmDisplay',
        { chairId: CHAIR, number: sticker(SEATED) },
        act('display', NURSE, NOW),
      ),
    );
  assert.deepEqual(compare(), ['collection.machineNotLinked']);
  assert.deepEqual(compare(LINKED), ['collection.settingMissing']);
  assert.deepEqual(compare(LINKED, set({})), ['collection.displayNotAsked']);
  assert.deepEqual(compare(LINKED, set({ outcome: 'differs' })), ['collection.settingDiffers']);
  assert.deepEqual(compare(LINKED, set({ outcome: 'refused' })), ['collection.settingRefused']);
  assert.deepEqual(compare(LINKED, set({ outcome: 'noAnswer' })), []);
  assert.deepEqual(compare(LINKED, set({ outcome: 'notProgrammable' })), []);
});

test('INV-07 the chair: known, in use, free, clean, and prepared for this needle', () => {
  const lain = [running(SECOND, '2', CHAIR), ended(SECOND, '2')];
  const cleaned = event('collection.chairCleaned', { chairId: CHAIR });
  holds([
    ['unknown', ['collection.chairUnknown'], { chairId: 'nowhere' }],
    ['put away', ['collection.chairUnknown'], {}, facts(chairSet(CHAIR, false))],
    ['someone lies there', ['collection.chairRunning'], {}, facts(running(SECOND, '2', CHAIR))],
    ['someone lies elsewhere', [], {}, facts(running(SECOND, '2', 'other'))],
    ['someone lay there', ['collection.chairToClean'], {}, facts(...lain)],
    ['someone lay there and it was cleaned', [], {}, facts(...lain, cleaned)],
    ['not prepared', ['collection.chairNotPrepared'], {}, { without: 'collection.chairPrepared' }],
    [
      'emptied again',
      ['collection.chairNotPrepared'],
      {},
      facts(event('collection.chairCleared', { preparationId: 'prep', code: 'x' })),
    ],
    [
      'another chair is prepared',
      ['collection.chairNotPrepared'],
      {},
      {
        without: 'collection.chairPrepared',
        facts: [prepared({ preparationId: 'elsewhere', chairId: 'other' })],
      },
    ],
  ]);
});

test('INV-01 INV-07 the number: given, not used, not void, and of this chair or of none', () => {
  const voided = event('collection.numberVoided', {
    din: SEATED,
    leaseId: 'lease',
    sequence: 1,
    visitId: 'v1',
    code: 'x',
  });
  const elsewhere = numbered(1, { chairId: 'other' });
  const without = 'collection.numberAssigned';
  holds([
    ['never given', ['collection.numberNotGiven'], { number: sticker(SECOND) }],
    ['void', ['collection.numberVoid'], {}, facts(voided)],
    ['used', ['collection.numberUsed'], {}, facts(running(SEATED, '2', 'other'))],
    ['at another chair', ['collection.numberOtherChair'], {}, { without, facts: [elsewhere] }],
    ['without a chair', [], {}, { without, facts: [numbered(1, { chairId: null })] }],
    ['not a number', ['collection.notANumber'], { number: card(DONOR) }],
    ['no code', ['codes.unknown'], { number: 'nonsense' }],
    ['without its check', ['codes.dinCheckMissing'], { number: SEATED }],
  ]);
});

test('INV-07 a refused number names the one that waits at this chair before those that lie nowhere', () => {
  const expected = (seat: Seat) => {
    const outcome = needle(seated(seat), { number: sticker('A999920000009') });
    return outcome.kind === 'refused' ? outcome.reasons[0]?.params?.['expected'] : undefined;
  };
  const nowhere = numbered(2, { visitId: 'v2', donorId: '2', chairId: null });
  const other = numbered(3, { visitId: 'v3', donorId: '3', chairId: 'other' });
  const without = 'collection.numberAssigned';
  assert.equal(expected(facts(nowhere, other)), SEATED);
  assert.equal(expected({ without, facts: [numbered(0, { chairId: null }), numbered(1)] }), SEATED);
  assert.equal(expected({ without, facts: [nowhere, other] }), SECOND);
  assert.equal(expected({ without, facts: [other] }), '');
});

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

test('INV-07 exhaustive: a target above none, of the list and not above the ceiling', () => {
  const outside = ['collection.targetOutside'];
  const answers = [-1, 0, 1, 199, 200, 201, 300, 301, 400, null].map((targetMl) => [
    targetMl,
    refusal(needle(seated({ decided: { targetMl } }))),
  ]);
  const good = new Set([1, 200, 300]);
  assert.deepEqual(
    answers,
    answers.map(([target]) => [target, good.has(target as number) ? [] : outside]),
  );
});

test('INV-07 exhaustive: a pack without a ceiling, and a programme without a pack, open no needle', () => {
  const targets = (seat: Seat) => refusal(needle(seated(seat)));
  const one = { decided: { targetMl: 1 } };
  assert.deepEqual(targets({ ...one, pack: { rules: [] } }), ['collection.targetOutside']);
  assert.deepEqual(targets({ pack: { programme: 'other' } }), [
    'collection.noRulePack',
    'collection.targetOutside',
  ]);
});

test('INV-07 INV-34 a seat made before the site’s midnight is old after it, whatever Greenwich says', () => {
  const codes = (now: string) => refusal(needle(seated(), {}, { now }));
  assert.deepEqual(codes('2020-03-10T15:59:59.999Z'), []);
  const night = '2020-03-09T16:00:00.000Z';
  const early = needle(seated({ now: night }), {}, { now: night });
  assert.equal(
    early.kind === 'accepted' && early.rows.get('donation', SEATED)?.localDate,
    '2020-03-10',
  );
  const after = codes('2020-03-10T16:00:00.000Z');
  for (const code of ['preparationOld', 'machineUnchecked', 'lotExpired', 'notQualified'])
    assert.ok(after.includes(`collection.${code}`), `${code}: ${after.join()}`);
});

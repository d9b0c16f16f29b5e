import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import { facts, holds, running, SECOND } from './needle-cases.ts';
import { act, NURSE, told } from './worlds/cast.ts';
import { decide } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { ended } from './worlds/screened.ts';
import {
  CHAIR,
  card,
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

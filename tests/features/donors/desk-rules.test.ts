import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { packs } from '#tests/features/rulesets/good-subject.ts';
import { act, NURSE, registered, told } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import type { Rows } from '#tests/properties/worlds/rows.ts';

/** Half past midnight of the tenth at the site, the ninth in Greenwich. */
const NIGHT = '2020-03-09T16:30:00.000Z';
const TODAY = '2020-03-10';

const people = (...facts: NewEvent[]): Rows =>
  told(
    [registered('a'), registered('b', { name: '另人', birthDate: '1980-05-05' }), ...facts],
    NIGHT,
  );

const asked = <N extends CommandName>(rows: Rows, name: N, input: InputOf<N>) =>
  decide(rows, name, input, act('asked', NURSE, NIGHT));

/** Codes of a refusal, or what was written. */
function come<N extends CommandName>(rows: Rows, name: N, input: InputOf<N>) {
  const outcome = asked(rows, name, input);
  return outcome.kind === 'refused'
    ? outcome.codes
    : outcome.entries.filter(({ causedBy }) => causedBy === null).map(({ body }) => body);
}

const passport = (birthDate: string, number = 'E12345678') => ({
  ...{ kind: 'passport' as const, number, numberAgain: number, sex: 'female' as const },
  birthDate,
});

const newcomer = (birthDate: string, more: object = {}) => ({
  ...{ document: passport(birthDate), name: '新来', phone: '', fromCard: false },
  ...more,
});

/** The general pack with another least age, from the site's tenth of March on. */
function olderOnly(minYears: number): NewEvent {
  const general = packs()[1];
  const rules = general.rules.map((row) =>
    row.id === 'AGE-1' ? { ...row, params: { ...row.params, minYears } } : row,
  );
  const content: RulePack = { ...general, rules };
  const { packId, programme, revision } = general;
  const days = { inForceFrom: TODAY, inForceTo: null };
  const more = { hash: '3'.repeat(64), demo: true, confirmed: [], note: '' };
  return event('rulesets.packAdopted', {
    ...{ packId, programme, revision, ...days, ...more },
    content: content as never,
  });
}

test('a donor is of age on her birthday by the site’s calendar; a pack may ask for more', () => {
  const refused = (birthDate: string, rows = people()) => {
    const outcome = asked(rows, 'donors.register', newcomer(birthDate));
    return outcome.kind === 'refused' ? outcome.reasons[0] : undefined;
  };
  assert.equal(refused('2002-03-10'), undefined);
  assert.deepEqual(refused('2002-03-11'), {
    code: 'donors.underAge',
    params: { years: 18, on: '2020-03-11' },
  });
  const strict = people(olderOnly(21));
  assert.deepEqual(refused('2002-03-10', strict)?.params, { years: 21, on: '2023-03-10' });
  assert.equal(refused('1999-03-10', strict), undefined);
});

test('a document is in date by the site’s calendar, and who read it is kept', () => {
  const ends = (until: string) => ({ document: { ...passport('1990-01-01'), until } });
  const register = (more: object) =>
    come(people(), 'donors.register', newcomer('1990-01-01', more));
  assert.deepEqual(register(ends('2020-03-09')), ['donors.documentExpired']);
  assert.equal(register({ fromCard: true }).length, 1);
  assert.ok('fromCard' in Object(register({ ...ends(TODAY), fromCard: true })[0]));
  assert.ok(!('fromCard' in Object(register({})[0])));
});

test('a record is corrected as it would be written, and its name alone only to another', () => {
  const amend = (more: object, donorId = 'a') =>
    come(people(), 'donors.amend', {
      ...newcomer('1990-01-01', more),
      donorId,
      why: '看错',
    } as never);
  assert.deepEqual(amend({}, 'nobody'), ['donors.unknown']);
  assert.deepEqual(amend({ name: '' }), ['donors.nameEmpty']);
  const expired = { document: { ...passport('1990-01-01'), until: '2020-03-09' } };
  assert.deepEqual(amend(expired), ['donors.documentExpired']);
  assert.deepEqual(amend({ document: passport('2002-03-11') }), ['donors.underAge']);
  assert.equal(amend({}).length, 1);

  const rename = (name: string, donorId = 'a') =>
    come(people(), 'donors.correctName', { donorId, name, why: '错字' });
  assert.deepEqual(rename('新名', 'nobody'), ['donors.unknown']);
  assert.deepEqual(rename('  '), ['donors.nameEmpty']);
  assert.deepEqual(rename(' 王小红 '), ['donors.sameName']);
  assert.equal(Object(rename('王晓红')[0]).name, '王晓红');
});

const PAIR = { pairId: 'a:b', a: 'a', b: 'b' };
const flagged = event('donors.duplicateFlagged', { ...PAIR, grounds: ['told'] });
const decided = (verdict: 'same' | 'different', twins?: true) =>
  event('donors.duplicateDecided', { ...PAIR, verdict, ...(twins ? { twins } : {}) });

test('INV-05 a pair is decided once each way: joined it stays, twins are told of two only', () => {
  const decideOn = (rows: Rows, verdict: 'same' | 'different', twins = false, pairId = 'a:b') =>
    come(rows, 'donors.decideDuplicate', { pairId, verdict, twins, why: '看过' });
  const open = people(flagged);
  assert.deepEqual(decideOn(open, 'same', false, 'x:y'), ['donors.noSuchPair']);
  assert.deepEqual(decideOn(open, 'same', true), [{ ...PAIR, verdict: 'same' }]);
  assert.deepEqual(decideOn(open, 'different'), [{ ...PAIR, verdict: 'different' }]);
  const twins = { ...PAIR, verdict: 'different', twins: true };
  assert.deepEqual(decideOn(open, 'different', true), [twins]);
  const apart = people(flagged, decided('different'));
  assert.deepEqual(decideOn(apart, 'different'), ['donors.alreadyDecided']);
  assert.deepEqual(decideOn(apart, 'different', true), [twins]);
  assert.deepEqual(decideOn(apart, 'same').length, 1);
  const born = people(flagged, decided('different', true));
  assert.deepEqual(decideOn(born, 'different', true), ['donors.alreadyDecided']);
  assert.deepEqual(decideOn(people(flagged, decided('same')), 'different'), ['donors.alreadyOne']);
});

test('INV-05 two records are suspected once, known ones, and not of one person', () => {
  const suspect = (rows: Rows, donorId: string, otherId: string) =>
    come(rows, 'donors.suspectDuplicate', { donorId, otherId, why: '她说的' });
  assert.deepEqual(suspect(people(), 'a', 'nobody'), ['donors.unknown']);
  assert.deepEqual(suspect(people(), 'nobody', 'a'), ['donors.unknown']);
  assert.deepEqual(suspect(people(), 'b', 'a'), [{ ...PAIR, grounds: ['told'] }]);
  assert.deepEqual(suspect(people(flagged), 'a', 'b'), ['donors.alreadySuspected']);
  // Two of three joined records, neither of which gave the person its key.
  const third = registered('c', { name: '第三', birthDate: '1970-07-07' });
  const second = event('donors.duplicateDecided', {
    pairId: 'a:c',
    a: 'a',
    b: 'c',
    verdict: 'same',
  });
  const joined = people(third, flagged, decided('same'), second);
  for (const [one, two] of [
    ['b', 'c'],
    ['c', 'b'],
  ] as const)
    assert.deepEqual(suspect(joined, one, two), ['donors.alreadyOne']);
});

const deferral = (more: Partial<InputOf<'donors.defer'>> = {}): InputOf<'donors.defer'> => ({
  donorId: 'a',
  kind: 'temporary',
  code: 'T01',
  marker: null,
  programme: null,
  until: TODAY,
  hidden: false,
  why: '拔牙',
  ...more,
});

test('INV-06 a deferral begins and ends by the site’s calendar, and a marker hides itself', () => {
  const defer = (more: Partial<InputOf<'donors.defer'>>) =>
    come(people(), 'donors.defer', deferral(more));
  assert.deepEqual(defer({ donorId: 'nobody' }), ['donors.unknown']);
  assert.deepEqual(defer({ kind: 'permanent' }), ['donors.permanentHasNoEnd']);
  assert.equal(defer({ kind: 'permanent', until: null }).length, 1);
  for (const until of ['2020-03-09', '2020-03-32'])
    assert.deepEqual(defer({ until }), ['donors.dayOver'], until);
  const outcome = asked(people(), 'donors.defer', deferral({ until: '2020-03-09' }));
  assert.deepEqual(outcome.kind === 'refused' && outcome.reasons[0]?.params, { today: TODAY });
  const hidden = (more: Partial<InputOf<'donors.defer'>>) => Object(defer(more)[0]).hidden;
  assert.equal(Object(defer({})[0]).startsOn, TODAY);
  assert.deepEqual(
    [hidden({}), hidden({ hidden: true }), hidden({ marker: 'HIV' })],
    [false, true, true],
  );
});

test('INV-06 a deferral ends once, and only one that is there', () => {
  const { why: _why, ...fields } = deferral();
  const body = { ...fields, deferralId: 'd1', startsOn: TODAY };
  const on = people(event('donors.deferred', body));
  const end = (rows: Rows, deferralId: string) =>
    come(rows, 'donors.reinstate', { deferralId, path: 'other', why: '复查' });
  assert.deepEqual(end(on, 'd2'), ['donors.noSuchDeferral']);
  assert.deepEqual(end(on, 'd1'), [{ deferralId: 'd1', donorId: 'a', path: 'other' }]);
  const ended = event('donors.reinstated', { deferralId: 'd1', donorId: 'a', path: 'other' });
  const over = people(event('donors.deferred', body), ended);
  assert.deepEqual(end(over, 'd1'), ['donors.alreadyReinstated']);
});

const assessment = (more: Partial<InputOf<'donors.recordAssessment'>>) => ({
  ...{ donorId: 'a', programme: 'convalescentPlasma', onsetOn: '2020-01-20' },
  ...{ asymptomatic: false, dischargedOn: TODAY, negativeTests: [], doctor: '李', hospital: '院' },
  ...{ documentSeen: true, fitForDonation: true, ...more },
});

test('a hospital’s assessment tells days in their order, none after today nor before birth', () => {
  const assess = (more: Partial<InputOf<'donors.recordAssessment'>>) => {
    const found = asked(people(), 'donors.recordAssessment', assessment(more));
    return found.kind === 'refused' ? found.codes : [];
  };
  for (const right of [
    {},
    { onsetOn: '1990-01-01' },
    { onsetOn: TODAY },
    { negativeTests: [NIGHT, '2020-03-08T00:00:00.000Z'] },
  ])
    assert.deepEqual(assess(right), [], JSON.stringify(right));
  for (const wrong of [
    { onsetOn: '1989-12-31' },
    { onsetOn: '2020-02-30' },
    { dischargedOn: '2020-02-30' },
    { onsetOn: '2020-02-02', dischargedOn: '2020-02-01' },
    { dischargedOn: '2020-03-11' },
  ])
    assert.deepEqual(assess(wrong), ['donors.assessmentDates'], JSON.stringify(wrong));
  for (const wrong of ['2020-03-09T16:30:00.001Z', 'soon'])
    for (const negativeTests of [[wrong], [NIGHT, wrong]])
      assert.deepEqual(assess({ negativeTests }), ['donors.testInFuture'], wrong);
  assert.deepEqual(assess({ donorId: 'nobody' }), ['donors.unknown']);
});

test('what names nobody is refused', () => {
  const nobody = { donorId: 'nobody' };
  assert.deepEqual(
    come(people(), 'donors.queryRegister', { ...nobody, register: 'r', answer: 'clear' } as never),
    ['donors.unknown'],
  );
  const group = { ...nobody, abo: 'A', rhd: 'positive', source: '旧档' } as const;
  assert.deepEqual(come(people(), 'donors.recordGroup', group), ['donors.unknown']);
});

test('INV-14 a group of an old record stands under its own source, and no other group under the same', () => {
  const group = { donorId: 'a', abo: 'A', rhd: 'positive', source: '旧档' } as const;
  const told = people(event('donors.groupRecorded', group));
  const again = (more: object) => come(told, 'donors.recordGroup', { ...group, ...more } as never);
  assert.equal(again({}).length, 1);
  assert.deepEqual(again({ abo: 'O' }), ['donors.groupSourceTaken']);
  assert.deepEqual(again({ rhd: 'negative' }), ['donors.groupSourceTaken']);
  assert.equal(again({ abo: 'O', source: '外院' }).length, 1);
  assert.deepEqual(again({ source: 'A999920000001' }), ['donors.groupOfDonation']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { operations } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks, assessed, registered, residentId } from '../visits/journey.ts';

const station = await founded();
await adoptPacks(station);
const nurse = station.staff.nurse.as();
const read = () => station.station.core.store.reader;

const register = (number: string, name = '测试甲', phone = '') =>
  station.command(
    'donors.register',
    { document: { kind: 'residentId', number }, name, phone },
    { proof: nurse },
  );
const passport = (number: string, numberAgain: string, birthDate = '1984-02-29') =>
  station.command(
    'donors.register',
    {
      document: { kind: 'passport', number, numberAgain, sex: 'female', birthDate },
      name: 'Anna Kowalczyk',
      phone: '138 0013 8006',
    },
    { proof: nurse },
  );

test('a resident id gives birth date and sex; numbers follow each other', async () => {
  const first = value(await register('120000198002290034', '阿卜杜拉•买买提'));
  const second = value(await register('12000019850615006x'));
  assert.equal(first.number, 'D-000001');
  assert.equal(second.number, 'D-000002');
  const row = read().get('donor', first.donorId);
  assert.equal(row?.birthDate, '1980-02-29');
  assert.equal(row?.sex, 'male');
  assert.equal(row?.name, '阿卜杜拉·买买提');
  assert.equal(read().get('donor', second.donorId)?.documentNumber, '12000019850615006X');
});

test('bad identities are refused with their own code and nothing is kept', async () => {
  const before = read().all('donor').length;
  assert.deepEqual(codes(await register('120000198002290035')), ['donors.residentIdCheck']);
  assert.deepEqual(codes(await register('120000198102290030')), ['donors.residentIdCheck']);
  assert.deepEqual(codes(await register(residentId('1981-02-29', 3))), ['donors.residentIdDate']);
  assert.deepEqual(codes(await register('12000019800229003')), ['donors.residentIdLength']);
  assert.deepEqual(codes(await register('12000A198002290034')), ['donors.residentIdCharacters']);
  assert.deepEqual(codes(await register('120000196001010046', '  ')), ['donors.nameEmpty']);
  assert.deepEqual(codes(await register('120000196001010046', '测试甲', '12')), ['donors.phone']);
  assert.deepEqual(codes(await passport('AB1234567', 'AB1234568')), ['donors.documentTwice']);
  assert.deepEqual(codes(await passport('!!', '!!')), ['donors.documentShape']);
  assert.deepEqual(codes(await passport('AB1234567', 'AB1234567', '1983-02-29')), [
    'donors.birthDate',
  ]);
  assert.equal(read().all('donor').length, before);
});

test('a passport typed twice alike is registered; names may be long', async () => {
  const { donorId } = value(await passport('ab1234567', 'AB1234567'));
  assert.equal(read().get('donor', donorId)?.documentNumber, 'AB1234567');
  assert.equal(read().get('donor', donorId)?.phone, '13800138006');
  const long = '阿'.repeat(60);
  assert.equal(value(await register(residentId('1991-01-01', 11), long)).number, 'D-000004');
});

test('a day before eighteen is a kind stop; the birthday itself registers', async () => {
  const tooYoung = await register(residentId('2002-03-11', 5));
  assert.deepEqual(codes(tooYoung), ['donors.underAge']);
  assert.ok(tooYoung.status === 'refused' && tooYoung.reasons[0]?.params?.['on'] === '2020-03-11');
  value(await register(residentId('2002-03-10', 5), '测试成年'));
});

test('INV-05 look-alikes are flagged in the same command and block the number until decided', async () => {
  const a = value(await register(residentId('1985-06-14', 22), '王晓燕', '13800138000'));
  assert.deepEqual(a.lookAlikes, []);
  const b = value(await register(residentId('1985-06-14', 24), '王晓艳', '13800138007'));
  assert.deepEqual(
    b.lookAlikes.map((each) => [each.donorId, each.grounds]),
    [[a.donorId, ['birthDateAndName']]],
  );
  const file = async (donorId: string) =>
    value(await station.query('donors.file', { donorId }, nurse));
  assert.equal((await file(a.donorId))?.mayTakeNumber, false);
  assert.equal((await file(b.donorId))?.mayTakeNumber, false);
  const [pair] = value(await station.query('donors.duplicates', {}, nurse));
  const decide = (verdict: 'same' | 'different') =>
    station.command(
      'donors.decideDuplicate',
      { pairId: pair?.pairId ?? '', verdict, why: '对照证件' },
      { proof: nurse },
    );
  value(await decide('different'));
  assert.equal((await file(b.donorId))?.mayTakeNumber, true);
  assert.deepEqual(codes(await decide('different')), ['donors.alreadyDecided']);
  value(await decide('same'));
  assert.deepEqual(codes(await decide('different')), ['donors.alreadyOne']);
  assert.equal((await file(a.donorId))?.records.length, 2);
});

test('INV-05 same document, swapped digits and same phone are flagged too', async () => {
  const number = residentId('1979-09-30', 33);
  const first = value(await register(number, '魏新宇', '13800135530'));
  const again = value(await register(number, '魏某', ''));
  assert.ok(again.lookAlikes.some((each) => each.grounds.includes('sameDocument')));
  const phone = value(await register(residentId('1966-01-02', 7), '吴雪莹', '13800135530'));
  assert.deepEqual(phone.lookAlikes[0]?.grounds, ['samePhone']);
  assert.equal(phone.lookAlikes[0]?.donorId, first.donorId);
  value(await passport('CD7654321', 'CD7654321'));
  const swapped = value(await passport('CD7654312', 'CD7654312', '1990-05-05'));
  assert.ok(swapped.lookAlikes.some((each) => each.grounds.includes('transposedDocument')));
});

test('INV-06 a deferral holds for the whole person up to its last day, and demographics do not end it', async () => {
  const one = await registered(station, { name: '陈望舒', birthDate: '1991-02-03', sequence: 21 });
  const two = await registered(station, { name: '陈望舒', birthDate: '1991-02-03', sequence: 23 });
  value(
    await station.command(
      'donors.defer',
      { donorId: one, kind: 'temporary', code: 'T01', until: '2020-03-12', why: '洗牙' },
      { proof: station.staff.physician.as() },
    ),
  );
  const [pair] = value(await station.query('donors.duplicates', {}, nurse)).filter(
    (each) => each.a.donorId === one || each.b.donorId === one,
  );
  const pairId = pair?.pairId ?? '';
  value(
    await station.command(
      'donors.decideDuplicate',
      { pairId, verdict: 'same', why: '同一证件' },
      { proof: nurse },
    ),
  );
  const deferred = async () =>
    value(await station.query('donors.file', { donorId: two }, station.staff.nurse.as()))?.summary
      .deferred;
  assert.equal(await deferred(), true);
  value(
    await station.command(
      'donors.amend',
      {
        donorId: one,
        document: { kind: 'residentId', number: residentId('1991-02-03', 25) },
        name: '陈望舒',
        phone: '',
        why: '号码录错',
      },
      { proof: nurse },
    ),
  );
  assert.equal(await deferred(), true);
  const reinstate = (proof: object) =>
    station.command(
      'donors.reinstate',
      {
        deferralId: read().by('deferral', 'donorId', one)[0]?.id ?? '',
        path: 'error',
        why: '误录',
      },
      { proof },
    );
  const physician = station.staff.physician;
  assert.deepEqual(codes(await reinstate(physician.as({ signed: true }))), [
    'station.secondNeeded',
  ]);
  value(await reinstate(physician.as({ signed: true, with: station.staff.qualityRelease })));
  assert.equal(await deferred(), false);
});

test('a hidden deferral reads 请转医生 for every role, also in the history; an open one by role', async () => {
  const donorId = await registered(station, {
    name: '许冬梅',
    birthDate: '1974-08-08',
    sequence: 41,
  });
  value(
    await station.command(
      'donors.defer',
      {
        donorId,
        kind: 'permanent',
        code: 'reactive',
        marker: 'HBV',
        until: null,
        hidden: true,
        why: '检测结果',
      },
      { proof: station.staff.physician.as() },
    ),
  );
  const seen = async (who: Role) => {
    const proof = station.staff[who].as();
    const file = value(await station.query('donors.file', { donorId }, proof));
    const history = value(await station.query('donors.history', { donorId }, proof));
    return JSON.stringify([file?.deferrals, history]);
  };
  const readers = ROLES.filter((role) => operations['donors.file'].roles.includes(role));
  for (const who of readers) {
    assert.doesNotMatch(await seen(who), /HBV|reactive|检测结果|permanent/, who);
    assert.match(await seen(who), /seePhysician/, who);
  }
  const open = { donorId, kind: 'temporary', code: 'other', marker: null } as const;
  value(
    await station.command(
      'donors.defer',
      { ...open, until: '2020-06-01', hidden: false, why: '旅行' },
      { proof: station.staff.physician.as() },
    ),
  );
  const told = await Promise.all(readers.map(async (who) => /旅行/.test(await seen(who)) && who));
  assert.deepEqual(told.filter(Boolean), ['physician', 'labTech', 'qualityRelease']);
});

test('the history names who did what, newest first, without identity numbers', async () => {
  const donorId = await registered(station, {
    name: '孟庆和',
    birthDate: '1964-01-05',
    sequence: 51,
  });
  await assessed(station, donorId);
  const history = value(await station.query('donors.history', { donorId }, nurse));
  assert.deepEqual(
    history.map((entry) => entry.type),
    ['donors.assessmentRecorded', 'donors.registered'],
  );
  assert.equal(history[1]?.by, station.staff.nurse.name);
  assert.doesNotMatch(JSON.stringify(history), /19640105/);
});

test('an assessment with impossible dates is refused', async () => {
  const donorId = await registered(station, {
    name: '陆一',
    birthDate: '1970-01-01',
    sequence: 61,
  });
  const record = (patch: object) =>
    station.command(
      'donors.recordAssessment',
      {
        donorId,
        onsetOn: '2020-02-01',
        dischargedOn: '2020-02-20',
        negativeTests: ['2020-02-18T01:00:00.000Z'],
        doctor: '医生',
        hospital: '医院',
        documentSeen: true,
        fitForDonation: true,
        ...patch,
      },
      { proof: nurse },
    );
  assert.deepEqual(codes(await record({ onsetOn: '2020-02-30' })), ['donors.assessmentDates']);
  assert.deepEqual(codes(await record({ onsetOn: '2020-02-21' })), ['donors.assessmentDates']);
  assert.deepEqual(codes(await record({ dischargedOn: '2020-03-11' })), ['donors.assessmentDates']);
  assert.deepEqual(codes(await record({ negativeTests: ['2020-03-11T00:00:00.000Z'] })), [
    'donors.testInFuture',
  ]);
  value(await record({}));
});

test('a correction without a phone keeps the phone on file', async () => {
  const donorId = await registered(station, {
    name: '留电话',
    birthDate: '1971-01-01',
    sequence: 71,
    phone: '13800137777',
  });
  value(
    await station.command(
      'donors.amend',
      {
        donorId,
        document: { kind: 'residentId', number: residentId('1971-01-01', 71) },
        name: '留电话号',
        phone: '',
        why: '漏字',
      },
      { proof: nurse },
    ),
  );
  assert.equal(read().get('donor', donorId)?.phone, '13800137777');
});

test('INV-37 the journal alone gives the same donors', () => {
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);
});
